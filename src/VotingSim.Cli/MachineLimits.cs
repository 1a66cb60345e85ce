using System.Runtime.InteropServices;

namespace VotingSim.Cli;

/// <summary>Limits of the machine that the command cannot work under, found before it begins: in the midst of things they show in many
/// ways.</summary>
internal static partial class MachineLimits
{
    private const long LeastFiles = 320; // a run opens some 260, most of them its own parts
    private const long LeastAddresses = 6L << 30; // bytes that the runtime reserves and mostly does not use
    private const long LeastMemory = 64L << 20;

    private static int Files => OperatingSystem.IsMacOS() ? 8 : 7; // RLIMIT_NOFILE

    private static int Addresses => OperatingSystem.IsMacOS() ? 5 : 9; // RLIMIT_AS

    /// <exception cref="FailedException">A limit is too low.</exception>
    public static void Check()
    {
        if (GC.GetGCMemoryInfo().TotalAvailableMemoryBytes is var memory && memory < LeastMemory)
        {
            throw new FailedException($"There are only {memory >> 20} MB of memory to work in (a container's limit, or DOTNET_GCHeapHardLimit); "
                + $"expected at least {LeastMemory >> 20} MB.");
        }

        if (OperatingSystem.IsWindows())
        {
            return;
        }

        if (Of(Files) is { } files && files < LeastFiles)
        {
            throw new FailedException($"Only {files} files may be open at once; expected at least {LeastFiles}: ulimit -n 1024");
        }

        if (Of(Addresses) is { } addresses && addresses < LeastAddresses)
        {
            throw new FailedException($"Only {addresses >> 20} MB of addresses may be used; expected at least {LeastAddresses >> 20} MB, most of "
                + "which stay empty: ulimit -v unlimited");
        }
    }

    /// <summary>Says in a sentence that a limit was met in the midst of things; null where it was none.</summary>
    public static string? Explain(Exception fault)
    {
        for (var cause = fault; cause is not null; cause = cause.InnerException)
        {
            if (cause is OutOfMemoryException)
            {
                return "There is not enough memory: give the command more, or a smaller --cohort-size and --parallelism.";
            }

            if (cause is IOException or FileLoadException && cause.Message.StartsWith("Too many open files", StringComparison.Ordinal))
            {
                return "Too many files are open at once. Raise the limit: ulimit -n 1024";
            }

            if (cause is IOException && cause.Message.StartsWith("Could not load file or assembly", StringComparison.Ordinal))
            {
                var part = cause.Message.Split(',')[0].Split('\n')[0].TrimEnd('.');
                return $"A part of the program could not be loaded: {part}'. Are enough files allowed to be open (ulimit -n 1024), "
                    + "and is the program whole?";
            }
        }

        return null;
    }

    private static long? Of(int resource) =>
        Get(resource, out var limit) == 0 && limit.Current < long.MaxValue ? (long)limit.Current : null;

    [LibraryImport("libc", EntryPoint = "getrlimit")]
    private static partial int Get(int resource, out Limit limit);

    [StructLayout(LayoutKind.Sequential)]
    private struct Limit
    {
        public nuint Current;
        public nuint Most;
    }
}
