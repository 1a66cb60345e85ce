using System.Diagnostics.Metrics;
using VotingSim.Grains;

namespace VotingSim.Experiments.Store;

/// <summary>What can be watched of a store.</summary>
public static class StoreTelemetry
{
    /// <summary>The instrument that counts files of rows that were opened for reading.</summary>
    public const string OpenedName = "votingsim.parts.opened";

    internal static Counter<long> Opened { get; } = Telemetry.Meter.CreateCounter<long>(OpenedName, "{part}", "Files of rows opened for reading.");
}
