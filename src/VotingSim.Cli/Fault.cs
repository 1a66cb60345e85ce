using System.Globalization;
using VotingSim.Experiments.Running;

namespace VotingSim.Cli;

/// <summary>What the command says when it could not do what it was asked for.</summary>
internal static class Fault
{
    /// <summary>A sentence. The file system's own words are enough; anything else is a fault of ours, and all of it goes to a file for whoever
    /// mends it.</summary>
    public static string Explain(Exception fault) =>
        fault is FailedException or ClusterLostException ? fault.Message
        : MachineLimits.Explain(fault)
        ?? (fault is IOException or UnauthorizedAccessException ? fault.Message : $"{fault.Message.TrimEnd('.')}. {Kept(fault)}");

    private static string Kept(Exception fault)
    {
        const string Words = "This is a fault of votingsim, not of its input";
        try
        {
            var file = Path.Combine(Path.GetTempPath(), string.Create(
                CultureInfo.InvariantCulture, $"votingsim-fault-{DateTime.UtcNow:yyyyMMdd-HHmmss}-{Environment.ProcessId}.txt"));
            File.WriteAllText(file, $"{Environment.Version}, {Environment.OSVersion}\n{fault}\n");
            return $"{Words}; where it happened is written down in '{file}'.";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return $"{Words} ({fault.GetType().Name}).";
        }
    }
}
