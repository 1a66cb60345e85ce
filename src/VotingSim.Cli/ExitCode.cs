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

/// <summary>The command could not do what it was asked for; the message is all that there is to say.</summary>
internal sealed class FailedException(string message) : Exception(message);
