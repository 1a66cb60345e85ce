using System.Diagnostics.Metrics;
using VotingSim.Grains;

namespace VotingSim.Experiments.Running;

/// <summary>What can be watched of a run.</summary>
internal static class RunTelemetry
{
    public static UpDownCounter<long> Waiting { get; } = Telemetry.Meter.CreateUpDownCounter<long>(
        "votingsim.cohorts.waiting", "{cohort}", "Cohorts that no table has taken yet.");

    public static Counter<long> Retries { get; } = Telemetry.Meter.CreateCounter<long>(
        "votingsim.cohorts.retried", "{cohort}", "Cohorts deliberated again, because a silo was lost or the deliberation failed.");

    public static Counter<long> Failures { get; } = Telemetry.Meter.CreateCounter<long>("votingsim.cohorts.failed", "{cohort}", "Cohorts given up.");

    public static Counter<long> Parts { get; } = Telemetry.Meter.CreateCounter<long>("votingsim.parts", "{part}", "Parts committed.");
}
