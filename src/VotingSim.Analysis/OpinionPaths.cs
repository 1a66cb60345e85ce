using System.Collections.Immutable;
using VotingSim.Deliberation;
using VotingSim.Experiments.Plan;
using VotingSim.Grains;
using VotingSim.Statistics;

namespace VotingSim.Analysis;

/// <summary>Opinions round by round: means over the first replications of an arm, deliberated again. They are not stored in the rows.</summary>
public sealed record OpinionPaths
{
    private static int _replays;

    /// <summary>How many replications of an arm are deliberated again unless another number is asked for.</summary>
    public const int DefaultReplications = 500;

    /// <summary>The arm.</summary>
    public required Arm Arm { get; init; }

    /// <summary>Number of replications behind the means: of those that were asked for, the ones in which a round was held.</summary>
    public required int Replications { get; init; }

    /// <summary>The day of every round, counted from the opening of the table, from the first to the last that any of the replications
    /// held.</summary>
    public required ImmutableArray<double> Days { get; init; }

    /// <summary>A path for every member and issue, by seat and then by issue.</summary>
    public required ImmutableArray<OpinionPath> Paths { get; init; }

    /// <summary>Deliberates the first replications of an arm again, and takes the means. Draws depend on the replication alone, so that
    /// these are the opinions of the run.</summary>
    /// <param name="arm">The arm.</param>
    /// <param name="grains">Where the deliberation happens.</param>
    /// <param name="replications">How many, at most the run's own number. Range: &gt;= 1.</param>
    public static async Task<OpinionPaths> ReplayAsync(Arm arm, IGrainFactory grains, int replications)
    {
        ArgumentNullException.ThrowIfNull(arm);
        ArgumentOutOfRangeException.ThrowIfLessThan(replications, 1);
        var name = $"opinions-{Interlocked.Increment(ref _replays)}";
        var rounds = (await grains.GetGrain<IChairGrain>(name)
            .DeliberateAsync(new(name, arm.Terms, new(0, replications), replications))).Result.Traces;
        var (members, issues, most) = (
            arm.Terms.Roster.Members,
            arm.Terms.Crisis.Issues,
            rounds.Select(round => round.Round + 1).DefaultIfEmpty(0).Max());
        var paths =
            from seat in Enumerable.Range(0, members.Length)
            from issue in Enumerable.Range(0, issues.Length)
            select PathOf(members[seat].Code, issues[issue].Name, rounds, (seat * issues.Length) + issue, most);
        return new()
        {
            Arm = arm,
            Replications = rounds.Count(round => round.Round == 0),
            Days = [.. Enumerable.Range(0, most).Select(arm.Terms.Settings.Calendar.DayOf)],
            Paths = [.. paths],
        };
    }

    // The rounds are in order of replication, then of round.
    private static OpinionPath PathOf(string code, string issue, IReadOnlyList<TracedRound> rounds, int column, int most)
    {
        var (opening, end, sums) = (new List<double>(), new List<double>(), new double[most]);
        for (var index = 0; index < rounds.Count; index++)
        {
            var (round, opinion) = (rounds[index], rounds[index].Opinions[column]);
            var isLast = index == rounds.Count - 1 || rounds[index + 1].Round == 0;
            if (round.Round == 0)
            {
                opening.Add(opinion);
            }

            if (isLast)
            {
                end.Add(opinion);
            }

            for (var held = round.Round; held < (isLast ? most : round.Round + 1); held++)
            {
                sums[held] += opinion;
            }
        }

        return new()
        {
            Code = code,
            Issue = issue,
            Opening = Mean([.. opening]),
            End = Mean([.. end]),
            Means = [.. sums.Select(sum => sum / opening.Count)]
        };
    }

    private static Estimate Mean(double[] values)
    {
        var moments = new Moments();
        moments.Add(values);
        return MeasureRange.Scale.Mean(moments);
    }

    /// <summary>The path of a member on an issue.</summary>
    public OpinionPath Of(int seat, int issue) => Paths[(seat * Arm.Terms.Crisis.Issues.Length) + issue];
}

/// <summary>What one member said on one issue.</summary>
public sealed record OpinionPath
{
    /// <summary>Code of the member.</summary>
    public required string Code { get; init; }

    /// <summary>Name of the issue.</summary>
    public required string Issue { get; init; }

    /// <summary>Mean opinion in the opening round. Unit: issue scale, 0 to 100.</summary>
    public required Estimate Opening { get; init; }

    /// <summary>Mean opinion in the last round that was held.</summary>
    public required Estimate End { get; init; }

    /// <summary>Mean opinion in every round of <see cref="OpinionPaths.Days"/>; a deliberation that has ended keeps its last opinions.</summary>
    public required ImmutableArray<double> Means { get; init; }
}
