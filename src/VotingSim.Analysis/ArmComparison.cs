using System.Collections.Immutable;
using VotingSim.Analysis.Worlds;
using VotingSim.Experiments.Plan;
using VotingSim.Statistics;
using VotingSim.Statistics.Survival;

namespace VotingSim.Analysis;

/// <summary>An arm against another one of the same crisis and design point, replication by replication: both met the same luck in each.</summary>
public sealed record ArmComparison
{
    /// <summary>What the arm is compared with.</summary>
    public required Arm Baseline { get; init; }

    /// <summary>The arm.</summary>
    public required Arm Arm { get; init; }

    /// <summary>Whether both met the same luck and are compared replication by replication. Arms of one experiment always are.</summary>
    public required bool IsPaired { get; init; }

    /// <summary>Number of pairs of replications; where they are not paired, the smaller number of replications.</summary>
    public required long Replications { get; init; }

    /// <summary>The differences world by world: in how many the arm is earlier, and by how much in the middle world. This is the answer;
    /// means and their simulation error come second.</summary>
    public required WorldComparison Worlds { get; init; }

    /// <summary>Hazard of deciding, relative to the baseline: above 1 the arm decides faster. Its interval allows for the pairing.</summary>
    /// <remarks>Cox's model of these two arms alone, over all worlds together (marginal, not within a world); the one ratio that is said of
    /// a pair.</remarks>
    public required Estimate HazardRatio { get; init; }

    /// <summary>Probability of a hazard ratio as far from 1, were it 1: Wald's test of its logarithm with the standard error that allows
    /// for the pairing.</summary>
    public required double HazardRatioP { get; init; }

    /// <summary><see cref="HazardRatioP"/> after Holm's correction over all comparisons of the same list and crisis.</summary>
    public required double HolmP { get; init; }

    /// <summary>The test of a ratio that stays the same over time, with a variance that allows for the pairing. Undefined where the ratio
    /// is not finite.</summary>
    public required ChiSquareTest ProportionalHazards { get; init; }

    /// <summary>The hazard ratio up to the day by which half of both arms' decisions are made. NaN where neither arm decides then.</summary>
    public required double EarlyHazardRatio { get; init; }

    /// <summary>The hazard ratio after that day.</summary>
    public required double LateHazardRatio { get; init; }

    /// <summary>Whether a single hazard ratio misleads: proportional hazards are rejected at 5 %, and the ratios of the two halves lie on
    /// different sides of 1 or differ by a factor of two or more.</summary>
    /// <remarks>With many worlds the test alone rejects whatever is not exact; the second condition asks whether it matters.</remarks>
    public bool SingleRatioMisleads => ProportionalHazards.P < 0.05
        && ((EarlyHazardRatio - 1) * (LateHazardRatio - 1) < 0
            || Math.Max(EarlyHazardRatio, LateHazardRatio) >= 2 * Math.Min(EarlyHazardRatio, LateHazardRatio));

    /// <summary>The log-rank test of equal hazards, with a variance that allows for the pairing. Defined also where the hazard ratio is
    /// infinite.</summary>
    public required ChiSquareTest LogRank { get; init; }

    /// <summary>Difference of the restricted means, arm minus baseline: below 0 the arm decides earlier. Unit: days.</summary>
    public required Estimate RestrictedMeanDifference { get; init; }

    /// <summary>Share of the pairs in which the arm decided earlier than the baseline; a decision is earlier than none.</summary>
    public Estimate Earlier => Worlds.Earlier;

    /// <summary>Share in which both decided on the same day, or neither did.</summary>
    public Estimate Same => Worlds.Same;

    /// <summary>Share in which the arm decided later, or not although the baseline did.</summary>
    public Estimate Later => Worlds.Later;

    /// <summary>Differences of <c>decided</c>, <c>rounds</c> and every measure that is defined in the crisis, in the order of the columns.</summary>
    public required ImmutableArray<PairedDifference> Differences { get; init; }

    /// <summary>For whom the arm is better, member by member, in the order of seats; empty where the crises have different issues.</summary>
    public ImmutableArray<MemberDifference> Members { get; init; } = [];

    /// <summary>The difference of a measure, by the name of its column.</summary>
    public PairedDifference Difference(string name) => Differences.First(difference => difference.Name == name);
}

/// <summary>The mean of arm minus baseline of a column, over the replications in which both are defined.</summary>
/// <param name="Name">Name of the column.</param>
/// <param name="Pairs">Number of those replications.</param>
/// <param name="Mean">The mean difference with Student's t interval; NaN where there are no such replications.</param>
/// <param name="P">Probability of a mean as far from 0, were the expected difference 0: the paired t test. NaN where it is undefined.</param>
/// <param name="HolmP"><paramref name="P"/> after Holm's correction over the same column in all comparisons of the same list and crisis.</param>
public readonly record struct PairedDifference(string Name, long Pairs, Estimate Mean, double P, double HolmP);
