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
/// <param name="message">What could not be done, and why.</param>
/// <param name="mayPass">Whether it may go better in a while.</param>
internal sealed class FailedException(string message, bool mayPass = false) : Exception(message)
{
    public bool MayPass => mayPass;
}
