namespace VotingSim.Cli;

/// <summary>What the command tells its caller.</summary>
internal static class ExitCode
{
    public const int Done = 0;
    public const int Failed = 1;
    public const int BadInput = 2;
    public const int Interrupted = 130;
}

/// <summary>The command was used wrongly, or its input cannot be used. Nothing was written.</summary>
internal sealed class BadInputException(string message) : Exception(message);
