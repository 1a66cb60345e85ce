using System.Collections.Immutable;
using VotingSim.Campaigns;
using VotingSim.Configuration;
using VotingSim.Configuration.Parameters;
using VotingSim.Deliberation;
using VotingSim.Rules;

namespace VotingSim.Experiments.Plan;

/// <summary>The arms of an experiment whose crises arise time and again: a campaign of an institution, at a design point.</summary>
internal static class CampaignArms
{
    /// <summary>What stands for the crisis in the name of an arm.</summary>
    public const string Name = "campaign";

    /// <summary>The arms: design points, within them the institutions, or the rules where none are given.</summary>
    public static ImmutableArray<Arm> Of(
        ulong seed, Design design, ImmutableArray<DesignPoint> points, ExperimentPieces pieces, ResolvedUncertainty? uncertainty)
    {
        var arms = ImmutableArray.CreateBuilder<Arm>();
        var uncertain = pieces.Crises.ToDictionary(
            crisis => crisis.Crisis, crisis => uncertainty?.Seat(crisis, pieces.Members), StringComparer.Ordinal);
        foreach (var (index, point) in points.Index())
        {
            var (baseline, map) = (arms.Count, point.Campaign!);
            var conduct = CampaignReader.Seat(map);
            var institutions = map.Institutions
                ?? Array.ConvertAll(pieces.Rules, rule => new InstitutionMap { Name = rule.Map.Rule!, Rule = rule.Map.Rule! });
            foreach (var institution in institutions)
            {
                ImmutableArray<StreamOfMatters> streams = [.. map.Matters.Select(matter => StreamOf(point, map, institution, matter))];
                arms.Add(new()
                {
                    Index = arms.Count,
                    Id = $"{Name}.{NameId.Of(institution.Name)}{(design.Names.IsEmpty ? "" : $".p{index}")}",
                    Crisis = Name,
                    Rule = institution.Name,
                    Baseline = baseline,
                    Parameters = [.. point.Values.Select(Design.ValueOf)],
                    Terms = streams[0].Terms,
                    Campaign = new() { Years = map.Years, Streams = streams, Conduct = conduct, Reform = ReformOf(point, institution) },
                    StreamRules =
                    [
                        .. map.Matters.Select(matter => CrisisOf(matter).Category)
                            .Select(category => new StreamRule(institution.RuleFor(category), institution.ReformedRuleFor(category))),
                    ],
                });
            }
        }

        return arms.ToImmutable();

        CrisisFile CrisisOf(MatterMap matter) => pieces.Crises.First(file => file.Crisis == matter.Crisis);

        StreamOfMatters StreamOf(DesignPoint point, CampaignMap map, InstitutionMap institution, MatterMap matter)
        {
            var (crisis, file) = (Array.FindIndex(pieces.Crises, one => one.Crisis == matter.Crisis), CrisisOf(matter));
            var terms = new DeliberationTerms
            {
                Roster = point.Roster,
                Crisis = point.Crises[crisis],
                Rule = RuleOf(point, institution.RuleFor(file.Category)),
                Settings = point.Settings[crisis],
                Seed = seed,
                WayAround = (institution.Minilateral ?? map.Minilateral)?.Seat(point.Roster.Size, file),
                Uncertainty = uncertain[matter.Crisis],
            };
            return new()
            {
                Terms = terms,
                Reformed = institution.ReformedRuleFor(file.Category) is { } rule ? terms with { Rule = RuleOf(point, rule) } : null,
                PerYear = matter.PerYear ?? 0,
                Days = [.. matter.OnDay ?? []],
            };
        }

        Reform? ReformOf(DesignPoint point, InstitutionMap institution) => institution.Reform is not { } reform ? null : new()
        {
            By = RuleOf(point, institution.Rule),
            Days = [.. reform.OnDay ?? []],
            Backlog = reform.Backlog ?? 0,
            SunsetYears = reform.SunsetYears ?? 0,
        };

        DecisionRule RuleOf(DesignPoint point, string rule) => point.Rules[Array.FindIndex(pieces.Rules, one => one.Map.Rule == rule)];
    }
}
