namespace VotingSim.Cli;

/// <summary>A stream for writing whose end does not close the one below.</summary>
/// <param name="below">The one below.</param>
internal sealed class KeptOpen(Stream below) : WriteOnlyStream
{
    public override void Write(ReadOnlySpan<byte> buffer) => below.Write(buffer);

    public override void Flush() => below.Flush();
}
