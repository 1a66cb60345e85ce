using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace VotingSim.Grains;

/// <summary>What can be watched from outside, by anything that listens to .NET's meters and activities, such as OpenTelemetry. Costs next
/// to nothing while nobody does.</summary>
public static class Telemetry
{
    /// <summary>Name of the meter and of the activity source.</summary>
    public const string Name = "VotingSim";

    /// <summary>The meter that all instruments belong to.</summary>
    public static Meter Meter { get; } = new(Name);

    /// <summary>The source of the spans: one for a run, one for each cohort.</summary>
    public static ActivitySource Activities { get; } = new(Name);

    internal static Counter<long> Cohorts { get; } = Meter.CreateCounter<long>(
        "votingsim.cohorts", "{cohort}", "Cohorts that a table deliberated to their end.");

    internal static Counter<long> Replications { get; } = Meter.CreateCounter<long>(
        "votingsim.replications", "{replication}", "Replications deliberated to their end.");

    internal static UpDownCounter<long> UnderWay { get; } = Meter.CreateUpDownCounter<long>(
        "votingsim.cohorts.under_way", "{cohort}", "Cohorts that tables are at work on.");

    internal static Histogram<double> RoundDuration { get; } = Meter.CreateHistogram(
        "votingsim.round.duration", "s", "From the brief of a round to the last reply.", null,
        new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.00005, 0.0001, 0.0002, 0.0005, 0.001, 0.002, 0.005, 0.01, 0.05, 0.1, 1] });
}
