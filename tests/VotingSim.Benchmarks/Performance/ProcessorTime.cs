using System.Diagnostics;
using System.Runtime.InteropServices;

namespace VotingSim.Benchmarks.Performance;

/// <summary>How long processors were busy: where other programs share the machine, the clock says little.</summary>
internal static class ProcessorTime
{
    private const int Children = -1;

    /// <summary>Of this process, all threads.</summary>
    public static double Here => Environment.CpuUsage.TotalTime.TotalNanoseconds;

    /// <summary>Nanoseconds of this process for each of what is returned.</summary>
    public static double Of(Func<long> work)
    {
        var before = Here;
        var count = work();
        return (Here - before) / count;
    }

    /// <summary>Runs a program to its end.</summary>
    /// <returns>Seconds of processor time, of the clock, and what it wrote.</returns>
    public static async Task<(double Processor, double Clock, string Output)> OfProgramAsync(string folder, params string[] words)
    {
        var (before, clock) = (OfEndedChildren(), Stopwatch.StartNew());
        var start = new ProcessStartInfo(words[0], words[1..]) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder, UseShellExecute = false };
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{string.Join(' ', words)} ended with {process.ExitCode}: {await error}");
        }

        return (OfEndedChildren() - before, clock.Elapsed.TotalSeconds, await output);
    }

    // Seconds. A process that has ended no longer tells its own.
    private static double OfEndedChildren()
    {
        var usage = default(Usage);
        return GetUsage(Children, ref usage) == 0
            ? usage.UserSeconds + usage.SystemSeconds + (((int)usage.UserMicroseconds + (int)usage.SystemMicroseconds) / 1e6)
            : throw new InvalidOperationException("The system does not say what processes have used.");
    }

    [DllImport("libc", EntryPoint = "getrusage")]
    private static extern int GetUsage(int who, ref Usage usage);

    [StructLayout(LayoutKind.Sequential, Size = 256)] // more follows that is not read
    private struct Usage
    {
        public long UserSeconds;
        public long UserMicroseconds;
        public long SystemSeconds;
        public long SystemMicroseconds;
    }
}
