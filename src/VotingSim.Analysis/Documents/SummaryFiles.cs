using System.Globalization;
using System.Text.Json;
using VotingSim.Experiments.Plan;
using VotingSim.Experiments.Store;
using nietras.SeparatedValues;

namespace VotingSim.Analysis.Documents;

/// <summary>The summary as JSON, and its estimates flat as CSV. An infinite or undefined number is null, an empty field.</summary>
public static class SummaryFiles
{
    /// <summary>Writes both files into the folder of the run.</summary>
    public static async Task CommitAsync(ExperimentPlan plan, Summary summary, ResultsFolder folder)
    {
        await ResultsFolder.CommitAsync(folder.Summary, stream => WriteJsonAsync(plan, summary, stream));
        await ResultsFolder.CommitAsync(folder.SummaryTable, stream => WriteTableAsync(SummaryMapping.Of(plan, summary), stream));
    }

    /// <summary>Writes the JSON document; its contract is <see cref="SummaryDocument"/>.</summary>
    public static Task WriteJsonAsync(ExperimentPlan plan, Summary summary, Stream stream) =>
        JsonSerializer.SerializeAsync(stream, SummaryMapping.Of(plan, summary), SummaryContext.Default.SummaryDocument);

    /// <summary>Writes comparisons as a JSON list; the contract of each is <see cref="ComparisonDocument"/>.</summary>
    public static Task WriteComparisonsAsync(IEnumerable<ArmComparison> comparisons, Stream stream) =>
        JsonSerializer.SerializeAsync(stream, comparisons.Select(SummaryMapping.Of), SummaryContext.Default.IEnumerableComparisonDocument);

    /// <summary>Writes comparisons of runs that met different luck as a JSON list; the contract of each is
    /// <see cref="UnpairedDocument"/>.</summary>
    public static Task WriteComparisonsAsync(IEnumerable<UnpairedComparison> comparisons, Stream stream) =>
        JsonSerializer.SerializeAsync(stream, comparisons.Select(UnpairedDocument.Of), SummaryContext.Default.IEnumerableUnpairedDocument);

    // The estimates of arms, their members and comparisons: every field of theirs that has an interval.
    private static async Task WriteTableAsync(SummaryDocument document, Stream stream)
    {
        await using var text = new StreamWriter(stream, leaveOpen: true) { NewLine = "\n" };
        using var table = Sep.New(',').Writer(options => options with { Escape = true }).To(text, leaveOpen: true);
        var names = new Dictionary<string, (string Crisis, string Rule, IReadOnlyDictionary<string, ParameterValue> Parameters)>(
            StringComparer.Ordinal);
        foreach (var arm in document.Arms)
        {
            names.Add(arm.Arm, (arm.Crisis, arm.Rule, arm.Parameters));
            Write(arm.Arm, arm.Replications, Intervals(arm).Concat(arm.Members.SelectMany(member => Intervals(member, $"{member.Code}."))), "");
        }

        foreach (var comparison in document.Comparisons)
        {
            Write(comparison.Arm, comparison.Replications, Quantiles(comparison.Worlds).Concat(Intervals(comparison)), comparison.Baseline);
        }

        void Write(string arm, long replications, IEnumerable<(string Name, IInterval Interval)> intervals, string baseline)
        {
            var (crisis, rule, parameters) = names[arm];
            foreach (var (name, interval) in intervals)
            {
                using var row = table.NewRow();
                row["arm"].Set(arm);
                row["crisis"].Set(crisis);
                row["rule"].Set(rule);
                foreach (var (parameter, value) in parameters)
                {
                    row[parameter].Set(value.Text);
                }

                row["replications"].Set(replications.ToString(CultureInfo.InvariantCulture));
                row["estimate"].Set(name);
                row["value"].Set(Text(interval.Estimate));
                row["simulation_error_low"].Set(Text(interval.Low));
                row["simulation_error_high"].Set(Text(interval.High));
                row["baseline"].Set(baseline);
            }
        }
    }

    private static IEnumerable<(string Name, IInterval Interval)> Intervals(object record, string prefix = "") =>
        from field in DocumentField.Of(record) where field.Value is IInterval select (prefix + field.Name, (IInterval)field.Value!);

    // What differs from world to world has no simulation error of its own.
    private static IEnumerable<(string Name, IInterval Interval)> Quantiles(WorldsDocument worlds) => Of("days", worlds.Days)
        .Concat(worlds.Measures.SelectMany(measure =>
            Of(measure.Key, new(measure.Value.P05, measure.Value.P25, measure.Value.P50, measure.Value.P75, measure.Value.P95))));

    private static IEnumerable<(string Name, IInterval Interval)> Of(string measure, SpreadDocument spread) =>
        new (string Name, double Value)[] { ("p05", spread.P05), ("p25", spread.P25), ("p50", spread.P50), ("p75", spread.P75), ("p95", spread.P95) }
            .Select(quantile => ($"worlds.{measure}.{quantile.Name}", (IInterval)new EstimateDocument(quantile.Value, new(double.NaN, double.NaN))));

    private static string Text(double value) => double.IsFinite(value) ? value.ToString("R", CultureInfo.InvariantCulture) : "";
}
