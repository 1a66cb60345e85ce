namespace VotingSim.Cli.Tests.Architecture.Planted.First
{
    /// <summary>Half of a circle, planted so that the test of circles can be seen to find one.</summary>
    internal sealed class There
    {
        public Second.AndBack? Other { get; init; }
    }
}

namespace VotingSim.Cli.Tests.Architecture.Planted.Second
{
    /// <summary>The other half.</summary>
    internal sealed class AndBack
    {
        public First.There? Other { get; init; }
    }
}

namespace VotingSim.Cli.Tests.Architecture.Planted.Third
{
    /// <summary>Beside the circle: it names the first and is named by nobody.</summary>
    internal sealed class Bystander
    {
        public First.There? Other { get; init; }
    }
}
