namespace VotingSim.Grains.Clustering;

/// <summary>Work or a silo was refused because it comes of another engine.</summary>
[GenerateSerializer, Alias("votingsim.strange-engine")]
public sealed class StrangeEngineException : Exception
{
    /// <summary>Says whose engine differs.</summary>
    public StrangeEngineException(string message)
        : base(message)
    {
    }
}
