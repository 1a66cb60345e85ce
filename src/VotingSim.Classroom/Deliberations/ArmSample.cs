using VotingSim.Deliberation;
using VotingSim.Experiments.Plan;
using VotingSim.Statistics;
using VotingSim.Statistics.Survival;

namespace VotingSim.Classroom.Deliberations;

/// <summary>What came of the replications of one arm so far.</summary>
public sealed class ArmSample(Arm arm)
{
    /// <summary>Number of bins on an issue scale.</summary>
    public const int Bins = 25;

    private readonly DurationCounts _durations = new();

    /// <summary>The arm.</summary>
    public Arm Arm => arm;

    /// <summary>How many decided in each round, from the first.</summary>
    public int[] DecidedInRound { get; } = new int[arm.Terms.Settings.Rounds];

    /// <summary>How many adopted a text in each bin of the first issue's scale.</summary>
    public int[] OutcomeInBin { get; } = new int[Bins];

    /// <summary>How often each member was bound over its objection.</summary>
    public int[] Outvoted { get; } = new int[arm.Terms.Roster.Size];

    /// <summary>How many are counted.</summary>
    public int Total { get; private set; }

    /// <summary>How many decided.</summary>
    public int Decided { get; private set; }

    /// <summary>Share that decided before the horizon.</summary>
    public Estimate DecidedShare => Total == 0 ? Estimate.Undefined : _durations.DecidedShare();

    /// <summary>Day by which half have decided.</summary>
    public Estimate MedianDays => Total == 0 ? Estimate.Undefined : KaplanMeier.Of(_durations).Median;

    /// <summary>Share that decided by the end of a round, 1 for the first.</summary>
    public Estimate DecidedBy(int round) => Total == 0 ? Estimate.Undefined : Proportion.Wilson(DecidedInRound.Take(round).Sum(), Total);

    /// <summary>The bin that a text falls into.</summary>
    public static int BinOf(double text) => Math.Clamp((int)(text / 100 * Bins), 0, Bins - 1);

    /// <summary>Counts a cohort.</summary>
    public void Add(CohortResult result)
    {
        for (var slot = 0; slot < result.Cohort.Count; slot++)
        {
            Total++;
            _durations.Add(result.Rounds[slot] * arm.Terms.Settings.RoundDays, result.Decided[slot]);
            if (!result.Decided[slot])
            {
                continue;
            }

            Decided++;
            DecidedInRound[result.Rounds[slot] - 1]++;
            OutcomeInBin[BinOf(result.Outcome[0][slot])]++;
            var outvoted = result.Objectors[slot] & ~result.OptedOut[slot];
            for (var seat = 0; seat < Outvoted.Length; seat++)
            {
                Outvoted[seat] += (int)(outvoted >> seat & 1);
            }
        }
    }
}
