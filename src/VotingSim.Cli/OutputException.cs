namespace VotingSim.Cli;

/// <summary>Standard output does not take what is written to it.</summary>
/// <param name="message">Why, in a sentence.</param>
/// <param name="isUnread">Whether nobody reads it any more, which is no fault: <c>| head</c> has seen enough.</param>
/// <param name="inner">What the system said.</param>
internal sealed class OutputException(string message, bool isUnread, Exception? inner = null) : IOException(message, inner)
{
    /// <summary>Whether nobody reads it any more.</summary>
    public bool IsUnread => isUnread;
}
