using System.Collections.Immutable;
using VotingSim.Configuration;
using VotingSim.Statistics;
using VotingSim.Statistics.Survival;

namespace VotingSim.Analysis.Data;

/// <summary>What times to decision say: each group by itself, and the groups compared.</summary>
public sealed record SurvivalAnalysis
{
    /// <summary>The groups, in the order of the data; the first is the baseline.</summary>
    public required ImmutableArray<SurvivalGroup> Groups { get; init; }

    /// <summary>Up to when times are averaged.</summary>
    public required double Horizon { get; init; }

    /// <summary>The log-rank test; null for one group.</summary>
    public required LogRank? LogRank { get; init; }

    /// <summary>The hazard of each group but the first, relative to the first; null for one group.</summary>
    public required CoxModel? Cox { get; init; }

    /// <summary>Whether hazard ratios stay the same over time, on the scale of the share decided; null for one group.</summary>
    public required Proportionality? Proportionality { get; init; }

    /// <summary>Analyses the data.</summary>
    /// <param name="data">The data.</param>
    /// <param name="horizon">Up to when times are averaged, or null for the longest time for which all groups are known.</param>
    /// <param name="ties">What to make of equal times in Cox's model.</param>
    /// <exception cref="ConfigurationException">The horizon lies beyond the observation of a group.</exception>
    public static SurvivalAnalysis Of(SurvivalData data, double? horizon, Ties ties)
    {
        var curves = data.Groups.Select(group => (group.Name, Curve: KaplanMeier.Of(group.Durations))).ToArray();
        var shortest = curves.MinBy(group => group.Curve.LargestHorizon);
        var last = double.IsFinite(shortest.Curve.LargestHorizon) ? shortest.Curve.LargestHorizon : curves.Max(group => group.Curve.Steps[^1].Time);
        if (horizon is { } wanted && !(wanted > 0 && double.IsFinite(wanted) && wanted <= shortest.Curve.LargestHorizon))
        {
            throw new ConfigurationException([new("--horizon", 0, 0, "", wanted > 0 && double.IsFinite(wanted)
                ? $"{wanted} is beyond the last observation{(data.Groups.Length > 1 ? $" of group '{CsvFile.Quote(shortest.Name)}'" : "")}, where some are undecided; expected at most {last}"
                : $"{wanted} is no horizon; expected a time above 0, at most {last}")]);
        }

        var model = data.Groups.Length > 1 ? CoxModel.Fit(Covariates(data), ties) : null;
        return new()
        {
            Horizon = horizon ?? last,
            Groups = [.. curves.Select(group => new SurvivalGroup(group.Name, group.Curve, group.Curve.RestrictedMean(horizon ?? last)))],
            LogRank = data.Groups.Length > 1 ? LogRank.Of([.. data.Groups.Select(group => group.Durations)]) : null,
            Cox = model,
            Proportionality = model?.Proportionality(),
        };
    }

    // A covariate for each group but the first, 1 for its own.
    private static CoxData Covariates(SurvivalData data)
    {
        var covariates = new CoxData([.. data.Groups.Skip(1).Select(group => group.Name)]);
        var own = new double[data.Groups.Length - 1];
        foreach (var (index, (_, durations)) in data.Groups.Index())
        {
            Array.Clear(own);
            if (index > 0)
            {
                own[index - 1] = 1;
            }

            foreach (var count in durations.ByTime)
            {
                covariates.Add(own, count.Time, decided: true, count.Decided);
                covariates.Add(own, count.Time, decided: false, count.Censored);
            }
        }

        return covariates;
    }
}

/// <summary>A group by itself.</summary>
/// <param name="Name">Its name; empty where there is one group without.</param>
/// <param name="Curve">The share still undecided over time.</param>
/// <param name="RestrictedMean">Mean time until the decision or the horizon.</param>
public sealed record SurvivalGroup(string Name, KaplanMeier Curve, RestrictedMean RestrictedMean)
{
    /// <summary>The time by which half have decided.</summary>
    public Estimate Median => Curve.Median;
}
