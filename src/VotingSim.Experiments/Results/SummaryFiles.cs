using System.Globalization;
using System.Text.Json;
using nietras.SeparatedValues;
using VotingSim.Statistics;

namespace VotingSim.Experiments.Results;

/// <summary>The summary as JSON, and flat as CSV. An infinite or undefined estimate is null, an empty field.</summary>
public static class SummaryFiles
{
    /// <summary>Writes both files into the folder of the run.</summary>
    public static async Task CommitAsync(ExperimentPlan plan, Summary summary, ResultsFolder folder)
    {
        await ResultsFolder.CommitAsync(folder.Summary, stream => WriteJsonAsync(plan, summary, stream));
        await ResultsFolder.CommitAsync(folder.SummaryTable, stream => WriteTableAsync(plan, summary, stream));
    }

    /// <summary>Writes the JSON document.</summary>
    public static async Task WriteJsonAsync(ExperimentPlan plan, Summary summary, Stream stream)
    {
        await using var json = new Utf8JsonWriter(stream, new() { Indented = true, NewLine = "\n" });
        json.WriteStartObject();
        json.WriteString("experiment", plan.Name);
        json.WriteString("fingerprint", plan.Fingerprint);
        json.WriteStartArray("arms");
        foreach (var arm in summary.Arms)
        {
            json.WriteStartObject();
            json.WriteString("arm", arm.Arm.Id);
            json.WriteString("crisis", arm.Arm.Crisis);
            json.WriteString("rule", arm.Arm.Rule);
            json.WriteStartObject("parameters");
            foreach (var (name, value) in plan.Parameters.Zip(arm.Arm.Parameters))
            {
                if (value.Number is { } number)
                {
                    json.WriteNumber(name, number);
                }
                else
                {
                    json.WriteString(name, value.Text);
                }
            }

            json.WriteEndObject();
            json.WriteNumber("replications", arm.Replications);
            Write(json, "decided_share", "value", arm.DecidedShare);
            Write(json, "median_days", "value", arm.MedianDays);
            Write(json, "rmst_days", "value", arm.RestrictedMeanDays);
            Write(json, "rounds", "mean", arm.Rounds);
            foreach (var (name, mean) in arm.Measures)
            {
                Write(json, name, "mean", mean);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        await json.FlushAsync();
    }

    private static async Task WriteTableAsync(ExperimentPlan plan, Summary summary, Stream stream)
    {
        await using var text = new StreamWriter(stream, leaveOpen: true) { NewLine = "\n" };
        using var table = Sep.New(',').Writer(options => options with { Escape = true }).To(text, leaveOpen: true);
        foreach (var arm in summary.Arms)
        {
            (string Estimate, Estimate Value)[] estimates =
            [
                ("decided_share", arm.DecidedShare), ("median_days", arm.MedianDays), ("rmst_days", arm.RestrictedMeanDays), ("rounds", arm.Rounds),
                .. arm.Measures.Select(measure => (measure.Key, measure.Value)),
            ];
            foreach (var (name, estimate) in estimates)
            {
                using var row = table.NewRow();
                row["arm"].Set(arm.Arm.Id);
                row["crisis"].Set(arm.Arm.Crisis);
                row["rule"].Set(arm.Arm.Rule);
                foreach (var (parameter, value) in plan.Parameters.Zip(arm.Arm.Parameters))
                {
                    row[parameter].Set(value.Text);
                }

                row["replications"].Set(arm.Replications.ToString(CultureInfo.InvariantCulture));
                row["estimate"].Set(name);
                row["value"].Set(Text(estimate.Value));
                row["low"].Set(Text(estimate.Low));
                row["high"].Set(Text(estimate.High));
            }
        }
    }

    private static void Write(Utf8JsonWriter json, string name, string valueName, Estimate estimate)
    {
        json.WriteStartObject(name);
        foreach (var (key, value) in new[] { (valueName, estimate.Value), ("low", estimate.Low), ("high", estimate.High) })
        {
            if (double.IsFinite(value))
            {
                json.WriteNumber(key, value);
            }
            else
            {
                json.WriteNull(key);
            }
        }

        json.WriteEndObject();
    }

    private static string Text(double value) => double.IsFinite(value) ? value.ToString("R", CultureInfo.InvariantCulture) : "";
}
