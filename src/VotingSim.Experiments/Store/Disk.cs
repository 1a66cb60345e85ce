using System.Runtime.InteropServices;

namespace VotingSim.Experiments.Store;

/// <summary>What .NET does not say of a disk.</summary>
internal static partial class Disk
{
    private const int DiskFull = unchecked((int)0x80070070);
    private const int ReadOnlyVolume = unchecked((int)0x80070013);

    // errno of Linux and macOS, which .NET hands on as it is.
    private const int FileTooLarge = 27;
    private const int NoSpace = 28;
    private const int ReadOnly = 30;
    private const int QuotaOnLinux = 122;
    private const int QuotaOnMac = 69;

    /// <summary>Makes a rename last through a power cut. Windows does so of itself.</summary>
    public static void FlushFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var handle = Open(folder, 0);
        if (handle < 0)
        {
            var reason = Marshal.GetLastPInvokeErrorMessage();
            throw Directory.Exists(folder)
                ? new IOException($"The folder '{folder}' cannot be flushed to disk: {reason}")
                : new DirectoryNotFoundException($"The folder '{folder}' is gone.");
        }

        try
        {
            // Some network file systems do not know it; they have then written the name already.
            _ = Flush(handle);
        }
        finally
        {
            _ = Close(handle);
        }
    }

    /// <summary>Says in a sentence why nothing can be written; null where it is neither room nor permission.</summary>
    public static string? Explain(Exception fault, string path) => fault switch
    {
        UnauthorizedAccessException => $"'{path}' cannot be written: this user may not write there.",
        IOException { HResult: NoSpace or DiskFull } => $"The disk of '{path}' is full.",
        IOException { HResult: QuotaOnLinux or QuotaOnMac or FileTooLarge } =>
            $"'{path}' cannot be written: it would exceed the limit that is set for this user.",
        IOException { HResult: ReadOnly or ReadOnlyVolume } => $"'{path}' cannot be written: its file system is read-only.",
        _ => null,
    };

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static partial int Flush(int handle);

    [LibraryImport("libc", EntryPoint = "close", SetLastError = true)]
    private static partial int Close(int handle);
}
