using System.Runtime.InteropServices;

namespace VotingSim.Cli;

/// <summary>Standard output that says when it is full, closed, or no longer read; .NET's own is silent where a reader has gone.</summary>
internal sealed partial class ResultStream : WriteOnlyStream
{
    private const int Descriptor = 1;
    private const short Gone = 0x8 | 0x10; // POLLERR and POLLHUP, of Linux and macOS alike

    private readonly Stream _output = Console.OpenStandardOutput();

    /// <exception cref="OutputException">It is full or closed, or nobody reads it any more.</exception>
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        try
        {
            _output.Write(buffer);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new OutputException(
                e is UnauthorizedAccessException ? "Standard output is closed."
                    : $"Standard output cannot be written: {e.Message.TrimEnd('.')}.",
                isUnread: false,
                e);
        }

        if (!OperatingSystem.IsWindows() && IsGone())
        {
            throw new OutputException("Standard output was closed before everything was written.", isUnread: true);
        }
    }

    private static bool IsGone()
    {
        var look = new Look { Descriptor = Descriptor };
        return Poll(ref look, 1, 0) > 0 && (look.Seen & Gone) != 0;
    }

    [LibraryImport("libc", EntryPoint = "poll")]
    private static partial int Poll(ref Look look, nuint count, int timeout);

    [StructLayout(LayoutKind.Sequential)]
    private struct Look
    {
        public int Descriptor;
        public short Wanted;
        public short Seen;
    }
}
