namespace VotingSim.Report.Printing;

/// <summary>A page could not be printed; the message says why.</summary>
public sealed class PrintException(string message) : Exception(message)
{
    /// <summary>Whether there is no browser on this machine to print with.</summary>
    public bool IsForWantOfBrowser { get; init; }
}
