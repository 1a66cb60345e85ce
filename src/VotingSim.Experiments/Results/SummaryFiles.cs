using System.Buffers;
using System.Globalization;
using System.Text.Json;
using nietras.SeparatedValues;
using VotingSim.Statistics;
using VotingSim.Statistics.Survival;

namespace VotingSim.Experiments.Results;

/// <summary>The summary as JSON, and its estimates flat as CSV. An infinite or undefined number is null, an empty field.</summary>
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
        await WriteListAsync(json, "arms", summary.Arms, arm => Write(json, plan, arm));
        await WriteListAsync(json, "comparisons", summary.Comparisons, comparison => Write(json, comparison));
        await WriteListAsync(json, "pairwise", summary.Pairwise, comparison => Write(json, comparison));
        await WriteListAsync(json, "frontiers", summary.Frontiers, frontier => Write(json, plan, frontier));
        await WriteListAsync(json, "cox", summary.Cox, model => Write(json, model));
        await WriteListAsync(json, "sensitivity", SensitivityAnalysis.Of(plan, summary.Arms), table => Write(json, plan, table));
        json.WriteEndObject();
        await json.FlushAsync();
    }

    /// <summary>Writes comparisons as a JSON list.</summary>
    public static void WriteComparisons(Utf8JsonWriter json, IEnumerable<ArmComparison> comparisons)
    {
        json.WriteStartArray();
        foreach (var comparison in comparisons)
        {
            json.WriteStartObject();
            Write(json, comparison);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static async Task WriteListAsync<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(item);
            json.WriteEndObject();
            await json.FlushAsync();
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, ExperimentPlan plan, ArmSummary arm)
    {
        json.WriteString("arm", arm.Arm.Id);
        json.WriteString("crisis", arm.Arm.Crisis);
        json.WriteString("rule", arm.Arm.Rule);
        WriteParameters(json, plan, arm.Arm);
        json.WriteNumber("replications", arm.Replications);
        foreach (var (name, estimate) in Estimates(arm))
        {
            Write(json, name, name is "decided_share" or "median_days" or "rmst_days" ? "value" : "mean", estimate);
        }

        json.WriteStartObject("survival");
        Write(json, "days", arm.Survival.Days);
        Write(json, "survival", arm.Survival.Survival);
        Write(json, "low", arm.Survival.Low);
        Write(json, "high", arm.Survival.High);
        Write(json, "at_risk", arm.Survival.AtRisk.Select(count => (double)count));
        json.WriteEndObject();
        WriteRows(json, "rounds_counts", arm.RoundsCounts, (row, count) =>
        {
            row.WriteNumber("rounds", count.Rounds);
            row.WriteNumber("days", count.Days);
            row.WriteNumber("decided", count.Decided);
            row.WriteNumber("undecided", count.Undecided);
        });
        WriteRows(json, "members", arm.Members, (row, member) =>
        {
            row.WriteString("code", member.Code);
            foreach (var (name, share) in Shares(member))
            {
                Write(row, name, "value", share);
            }

            Write(row, "banzhaf", member.Banzhaf);
        });
        json.WriteStartObject("agreement");
        Write(json, "unanimous_share", "value", arm.Agreement.UnanimousShare);
        Write(json, "fleiss_kappa", "value", arm.Agreement.FleissKappa);
        Write(json, "krippendorff_alpha", "value", arm.Agreement.KrippendorffAlpha);
        WriteRows(json, "pairs", arm.Agreement.Pairs, (row, pair) =>
        {
            row.WriteString("a", arm.Members[pair.First].Code);
            row.WriteString("b", arm.Members[pair.Second].Code);
            Write(row, "agreement", "value", pair.Agreement);
            Write(row, "cohen_kappa", "value", pair.CohenKappa);
        });
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ArmComparison comparison)
    {
        json.WriteString("baseline", comparison.Baseline.Id);
        json.WriteString("arm", comparison.Arm.Id);
        json.WriteBoolean("paired", comparison.IsPaired);
        json.WriteNumber("replications", comparison.Replications);
        Write(json, "hazard_ratio", "value", comparison.HazardRatio);
        Write(json, "hazard_ratio_p", comparison.HazardRatioP);
        Write(json, "holm_p", comparison.HolmP);
        json.WriteStartObject("log_rank");
        Write(json, "chi2", comparison.LogRank.ChiSquare);
        Write(json, "p", comparison.LogRank.P);
        json.WriteEndObject();
        Write(json, "rmst_difference", "value", comparison.RestrictedMeanDifference);
        Write(json, "earlier", "value", comparison.Earlier);
        Write(json, "same", "value", comparison.Same);
        Write(json, "later", "value", comparison.Later);
        foreach (var difference in comparison.Differences)
        {
            WriteRow(json, difference.Name, row =>
            {
                WriteLimits(row, "mean", difference.Mean);
                row.WriteNumber("pairs", difference.Pairs);
                Write(row, "p", difference.P);
                Write(row, "holm_p", difference.HolmP);
            });
        }
    }

    private static void Write(Utf8JsonWriter json, ExperimentPlan plan, Frontier frontier)
    {
        json.WriteString("crisis", frontier.Crisis);
        WriteParameters(json, plan, frontier.Points[0].Arm);
        json.WriteString("cohesion_measure", frontier.CohesionMeasure);
        WriteRows(json, "points", frontier.Points, (row, point) =>
        {
            row.WriteString("arm", point.Arm.Id);
            Write(row, "rmst_days", "value", point.RestrictedMeanDays);
            Write(row, "cohesion", "value", point.Cohesion);
            row.WriteStartArray("dominated_by");
            foreach (var arm in point.DominatedBy)
            {
                row.WriteStringValue(arm.Id);
            }

            row.WriteEndArray();
        });
    }

    private static void Write(Utf8JsonWriter json, HazardModel model)
    {
        json.WriteString("crisis", model.Crisis);
        json.WriteString("baseline_rule", model.BaselineRule);
        WriteRows(json, "coefficients", model.Coefficients, Write);
        WriteRows(json, "time_varying", model.TimeVarying, Write);

        static void Write(Utf8JsonWriter row, CoxCoefficient coefficient)
        {
            row.WriteString("name", coefficient.Name);
            SummaryFiles.Write(row, "hazard_ratio", "value", coefficient.HazardRatio);
            SummaryFiles.Write(row, "z", coefficient.Z);
            SummaryFiles.Write(row, "p", coefficient.P);
        }
    }

    private static void Write(Utf8JsonWriter json, ExperimentPlan plan, SensitivityTable table)
    {
        json.WriteString("crisis", table.Crisis);
        json.WriteString("rule", table.Rule);
        json.WriteString("output", table.Output);
        json.WriteBoolean("varies", table.Varies);
        WriteRows(json, "parameters", table.Parameters, (row, parameter) =>
        {
            row.WriteString("parameter", parameter.Parameter);
            WriteOrNull(row, "main_effect", parameter.MainEffect, effect =>
            {
                row.WriteStartArray("levels");
                foreach (var level in parameter.Levels)
                {
                    row.WriteStringValue(level);
                }

                row.WriteEndArray();
                Write(row, "level_means", effect!.LevelMeans);
                Write(row, "range", effect.Range);
                Write(row, "variance_share", effect.VarianceShare);
            });
            WriteOrNull(row, "partial_rank_correlation", parameter.PartialRankCorrelation, estimate => WriteLimits(row, "value", estimate!.Value));
            WriteOrNull(row, "sobol_index", parameter.SobolIndex, index =>
            {
                Write(row, "first", "value", index!.Value.First);
                Write(row, "total", "value", index.Value.Total);
            });
            WriteOrNull(row, "elementary_effect", parameter.ElementaryEffect, effect =>
            {
                Write(row, "mean_absolute", "value", effect!.Value.MeanAbsolute);
                Write(row, "mean", effect.Value.Mean);
                Write(row, "standard_deviation", effect.Value.StandardDeviation);
            });
        });
        WriteRows(json, "tornado", table.Tornado, (row, bar) =>
        {
            row.WriteString("parameter", plan.Parameters[bar.Parameter]);
            Write(row, "low", "value", bar.Low);
            Write(row, "high", "value", bar.High);
        });
    }

    // What the design of a sweep has no estimator for is null.
    private static void WriteOrNull<T>(Utf8JsonWriter json, string name, T item, Action<T> write)
    {
        if (item is null)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        write(item);
        json.WriteEndObject();
    }

    private static void WriteParameters(Utf8JsonWriter json, ExperimentPlan plan, Arm arm)
    {
        json.WriteStartObject("parameters");
        foreach (var (name, value) in plan.Parameters.Zip(arm.Parameters))
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
    }

    private static async Task WriteTableAsync(ExperimentPlan plan, Summary summary, Stream stream)
    {
        await using var text = new StreamWriter(stream, leaveOpen: true) { NewLine = "\n" };
        using var table = Sep.New(',').Writer(options => options with { Escape = true }).To(text, leaveOpen: true);
        foreach (var arm in summary.Arms)
        {
            var members = arm.Members.SelectMany(member => Shares(member).Select(share => ($"{member.Code}.{share.Name}", share.Share)));
            foreach (var (name, estimate) in Estimates(arm).Concat(members))
            {
                Write(arm.Arm, arm.Replications, name, estimate, "");
            }
        }

        foreach (var comparison in summary.Comparisons)
        {
            (string Name, Estimate Estimate)[] estimates =
            [
                ("hazard_ratio", comparison.HazardRatio), ("rmst_difference", comparison.RestrictedMeanDifference), ("earlier", comparison.Earlier), ("same", comparison.Same),
                ("later", comparison.Later), .. comparison.Differences.Select(difference => (difference.Name, difference.Mean)),
            ];
            foreach (var (name, estimate) in estimates)
            {
                Write(comparison.Arm, comparison.Replications, name, estimate, comparison.Baseline.Id);
            }
        }

        void Write(Arm arm, long replications, string name, Estimate estimate, string baseline)
        {
            using var row = table.NewRow();
            row["arm"].Set(arm.Id);
            row["crisis"].Set(arm.Crisis);
            row["rule"].Set(arm.Rule);
            foreach (var (parameter, value) in plan.Parameters.Zip(arm.Parameters))
            {
                row[parameter].Set(value.Text);
            }

            row["replications"].Set(replications.ToString(CultureInfo.InvariantCulture));
            row["estimate"].Set(name);
            row["value"].Set(Text(estimate.Value));
            row["low"].Set(Text(estimate.Low));
            row["high"].Set(Text(estimate.High));
            row["baseline"].Set(baseline);
        }
    }

    private static IEnumerable<(string Name, Estimate Estimate)> Estimates(ArmSummary arm) =>
    [
        ("decided_share", arm.DecidedShare), ("median_days", arm.MedianDays), ("rmst_days", arm.RestrictedMeanDays), ("rounds", arm.Rounds),
        .. arm.Measures.Select(measure => (measure.Key, measure.Value)),
    ];

    private static IEnumerable<(string Name, Estimate Share)> Shares(MemberSummary member) =>
    [
        ("supported", member.Supported), ("abstained", member.Abstained), ("objected", member.Objected), ("outvoted", member.Outvoted),
        ("opted_out", member.OptedOut), ("decisive", member.Decisive),
    ];

    private static void WriteRows<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            WriteRow(json, null, row => write(row, item));
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, string name, string valueName, Estimate estimate) => WriteRow(json, name, row => WriteLimits(row, valueName, estimate));

    private static void WriteLimits(Utf8JsonWriter json, string valueName, Estimate estimate)
    {
        Write(json, valueName, estimate.Value);
        Write(json, "low", estimate.Low);
        Write(json, "high", estimate.High);
    }

    private static void Write(Utf8JsonWriter json, string name, double number)
    {
        json.WritePropertyName(name);
        Write(json, number);
    }

    private static void Write(Utf8JsonWriter json, double number)
    {
        if (double.IsFinite(number))
        {
            json.WriteNumberValue(number);
        }
        else
        {
            json.WriteNullValue();
        }
    }

    private static void Write(Utf8JsonWriter json, string name, IEnumerable<double> numbers)
    {
        json.WritePropertyName(name);
        json.WriteRawValue(InOneLine(line =>
        {
            line.WriteStartArray();
            foreach (var number in numbers)
            {
                Write(line, number);
            }

            line.WriteEndArray();
        }));
    }

    // An object in one line.
    private static void WriteRow(Utf8JsonWriter json, string? name, Action<Utf8JsonWriter> write)
    {
        if (name is not null)
        {
            json.WritePropertyName(name);
        }

        json.WriteRawValue(InOneLine(line =>
        {
            line.WriteStartObject();
            write(line);
            line.WriteEndObject();
        }));
    }

    private static ReadOnlySpan<byte> InOneLine(Action<Utf8JsonWriter> write)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var line = new Utf8JsonWriter(bytes))
        {
            write(line);
        }

        return bytes.WrittenSpan;
    }

    private static string Text(double value) => double.IsFinite(value) ? value.ToString("R", CultureInfo.InvariantCulture) : "";
}
