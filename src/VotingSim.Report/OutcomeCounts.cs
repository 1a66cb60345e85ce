using System.Collections.Immutable;
using VotingSim.Experiments.Plan;
using VotingSim.Experiments.Store;

namespace VotingSim.Report;

/// <summary>How often the adopted texts of an arm lay where, on one issue; read from the stored rows.</summary>
public sealed record OutcomeCounts
{
    /// <summary>Number of bins; the last holds the texts at 100 alone.</summary>
    public const int Bins = 201;

    /// <summary>Width of a bin. Unit: issue scale.</summary>
    public const double Width = 0.5;

    /// <summary>The arm.</summary>
    public required Arm Arm { get; init; }

    /// <summary>Index of the issue within the crisis.</summary>
    public required int Issue { get; init; }

    /// <summary>Adopted texts by bin: bin b holds those from b times <see cref="Width"/> to below the next. Shape: <see cref="Bins"/>.</summary>
    public required ImmutableArray<long> Adopted { get; init; }

    /// <summary>Replications without a decision, in which the status quo stands.</summary>
    public required long Undecided { get; init; }

    /// <summary>Number of adopted texts.</summary>
    public long Total => Adopted.Sum();

    /// <summary>Counts the outcomes of an experiment, by arm and then by issue. Memory does not grow with the number of replications.</summary>
    public static async Task<ImmutableArray<OutcomeCounts>> ReadAsync(ExperimentPlan plan, ResultsFolder folder, IEnumerable<Arm> arms)
    {
        var read = arms.ToArray();
        var counts = new OutcomeCounts[read.Length][];
        var stored = new StoredRows(plan, folder);
        await Parallel.ForEachAsync(Enumerable.Range(0, read.Length), async (index, _) => counts[index] = await OfAsync(read[index], stored));
        return [.. counts.SelectMany(arm => arm)];
    }

    /// <summary>The text that a share of the adopted texts do not exceed, to the width of a bin; NaN where none was adopted.</summary>
    public double Quantile(double share)
    {
        var (total, below) = (Total, 0L);
        for (var bin = 0; bin < Bins && total > 0; bin++)
        {
            below += Adopted[bin];
            if (below >= share * total)
            {
                return Math.Min(100, (bin + 0.5) * Width);
            }
        }

        return double.NaN;
    }

    private static async Task<OutcomeCounts[]> OfAsync(Arm arm, StoredRows stored)
    {
        var issues = arm.Terms.Crisis.Issues;
        var bins = issues.Select(_ => new long[Bins]).ToArray();
        var undecided = 0L;
        for (var slice = 0; slice < stored.Layout.CountOf(arm); slice++)
        {
            await using var rows = await stored.OpenAsync(arm, slice);
            var decided = await rows.NumbersAsync("decided");
            undecided += decided.LongCount(flag => flag == 0);
            for (var issue = 0; issue < issues.Length; issue++)
            {
                var outcomes = await rows.NumbersAsync(RunSchema.OutcomeOf(issues[issue].Name));
                for (var row = 0; row < outcomes.Length; row++)
                {
                    if (decided[row] > 0)
                    {
                        bins[issue][(int)(outcomes[row] / Width)]++;
                    }
                }
            }
        }

        return [.. bins.Select((adopted, issue) => new OutcomeCounts { Arm = arm, Issue = issue, Adopted = [.. adopted], Undecided = undecided })];
    }
}
