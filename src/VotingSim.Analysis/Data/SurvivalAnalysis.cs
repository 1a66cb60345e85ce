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

    /// <summary>More groups than these are compared by the log-rank test only: a hazard ratio for each is not a model.</summary>
    public const int MostGroupsInModel = 100;

    /// <summary>More terms than these are no model either.</summary>
    public const int MostTerms = 300;

    /// <summary>The data.</summary>
    public required SurvivalData Data { get; init; }

    /// <summary>The log-rank test, within strata where there are some; null for one group.</summary>
    public required LogRank? LogRank { get; init; }

    /// <summary>The hazard of each group but the first, relative to the first, and of the covariates; null without either.</summary>
    public required CoxModel? Cox { get; init; }

    /// <summary>Whether hazard ratios stay the same over time, on the scale of the share decided; null without a model or where it lets
    /// them change.</summary>
    public required Proportionality? Proportionality { get; init; }

    /// <summary>How well the model orders rows by their time; null as above.</summary>
    public required Concordance? Concordance { get; init; }

    /// <summary>Analyses the data.</summary>
    /// <param name="data">The data.</param>
    /// <param name="horizon">Up to when times are averaged, or null for the longest time for which all groups are known.</param>
    /// <param name="ties">What to make of equal times in Cox's model.</param>
    /// <param name="group">Name of the column of the groups.</param>
    /// <param name="interactions">Covariates whose effect changes with time.</param>
    /// <exception cref="ConfigurationException">The horizon lies beyond the observation of a group, or an interaction is of nothing.</exception>
    public static SurvivalAnalysis Of(
        SurvivalData data,
        double? horizon,
        Ties ties,
        string? group = null,
        ImmutableArray<TimeInteraction> interactions = default)
    {
        ArgumentNullException.ThrowIfNull(data);
        var curves = data.Groups.Select(group => (group.Name, Curve: KaplanMeier.Of(group.Durations))).ToArray();
        var shortest = curves.MinBy(group => group.Curve.LargestHorizon);
        var last = double.IsFinite(shortest.Curve.LargestHorizon) ? shortest.Curve.LargestHorizon : curves.Max(group => group.Curve.Steps[^1].Time);
        if (horizon is { } wanted && !(wanted > 0 && double.IsFinite(wanted) && wanted <= shortest.Curve.LargestHorizon))
        {
            throw new ConfigurationException([new("--horizon", 0, 0, "", wanted > 0 && double.IsFinite(wanted)
                ? $"{wanted} is beyond the last observation{(data.Groups.Length > 1 ? $" of group '{CsvFile.Quote(shortest.Name)}'" : "")}"
                    + $", where some are undecided; expected at most {last}"
                : $"{wanted} is no horizon; expected a time above 0, at most {last}")]);
        }

        var terms = SurvivalTerms.Of(data, group, interactions.IsDefault ? [] : interactions);
        if (terms.Length > MostTerms)
        {
            throw new ConfigurationException([new("--covariate", 0, 0, "", $"the model has {terms.Length} terms; expected at most {MostTerms}")]);
        }

        var model = terms.IsEmpty || data.Groups.Length > MostGroupsInModel
            ? null
            : CoxModel.Fit(data.Rows, ties, robust: data.ClusterColumn is not null, terms);
        var isConstant = terms.All(term => term.Factor is null);
        return new()
        {
            Data = data,
            Horizon = horizon ?? last,
            Groups = [.. curves.Select(group => new SurvivalGroup(group.Name, group.Curve, group.Curve.RestrictedMean(horizon ?? last)))],
            LogRank = data.Groups.Length > 1 ? LogRank.Stratified(data.Stratified) : null,
            Cox = model,
            Proportionality = isConstant ? model?.Proportionality() : null,
            Concordance = isConstant ? model?.Concordance() : null,
        };
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
