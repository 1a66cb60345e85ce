namespace VotingSim.Cli;

/// <summary>A stream for writing whose end does not close the one below.</summary>
/// <param name="below">The one below.</param>
internal sealed class KeptOpen(Stream below) : Stream
{
    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override void Write(ReadOnlySpan<byte> buffer) => below.Write(buffer);

    public override void Write(byte[] buffer, int offset, int count) => below.Write(buffer, offset, count);

    public override void Flush() => below.Flush();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
