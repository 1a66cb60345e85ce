namespace VotingSim.Cli;

/// <summary>Standard error that loses what it cannot take: a message nobody can read is no reason to stop working.</summary>
internal sealed class MessageStream : WriteOnlyStream
{
    private readonly Stream _output = Console.OpenStandardError();

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        try
        {
            _output.Write(buffer);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // There is nobody left to tell.
        }
    }
}
