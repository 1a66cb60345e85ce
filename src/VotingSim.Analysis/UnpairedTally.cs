using VotingSim.Experiments.Plan;
using VotingSim.Experiments.Store;
using VotingSim.Statistics;
using VotingSim.Statistics.Survival;

namespace VotingSim.Analysis;

/// <summary>The rows of an arm as counts and moments, for a comparison with an arm that met different luck.</summary>
/// <param name="arm">The arm.</param>
/// <param name="measures">The measures that are compared, in the order of the columns.</param>
internal sealed class UnpairedTally(Arm arm, IEnumerable<string> measures)
{
    /// <summary>The arm.</summary>
    public Arm Arm { get; } = arm;

    /// <summary>Days of the decisions, and horizons.</summary>
    public DurationCounts Days { get; } = new();

    /// <summary>Rounds held.</summary>
    public Moments Rounds { get; } = new();

    /// <summary>The measures.</summary>
    public (string Name, Moments Moments)[] Measures { get; } = [.. measures.Select(name => (name, new Moments()))];

    /// <summary>Reads all rows of an arm.</summary>
    public static async Task<UnpairedTally> ReadAsync(StoredRows stored, long replications, Arm arm, IEnumerable<string> measures)
    {
        var tally = new UnpairedTally(arm, measures);
        for (var slice = 0; tally.Days.Total < replications; slice++)
        {
            await using var rows = await stored.OpenAsync(arm, slice);
            var (days, decided) = (await rows.NumbersAsync("days"), await rows.NumbersAsync("decided"));
            for (var row = 0; row < days.Length; row++)
            {
                tally.Days.Add(days[row], decided[row] > 0);
            }

            tally.Rounds.Add(await rows.NumbersAsync("rounds"));
            foreach (var (name, moments) in tally.Measures)
            {
                moments.Add(await rows.NumbersAsync(name));
            }
        }

        return tally;
    }
}
