namespace VotingSim.Cli;

/// <summary>Ends a silo that the others have declared dead, or that cannot go on: in a line, and so that a service manager starts it anew.</summary>
internal sealed class OutOfCluster : IFatalErrorHandler
{
    public bool IsUnexpected(Exception exception) => exception is not OperationCanceledException;

    public void OnFatalException(object? sender = null, string? context = null, Exception? exception = null)
    {
        var reason = exception?.GetBaseException().Message ?? context ?? "it was declared dead";
        Console.Error.WriteLine($"The silo is out of its cluster and ends: {reason.Split('\n')[0].Trim().TrimEnd('.')}. "
            + "What it was at work on is deliberated elsewhere.");
        Environment.Exit(ExitCode.Failed);
    }
}
