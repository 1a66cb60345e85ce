using System.Collections.Immutable;
using VotingSim.Campaigns;
using VotingSim.Configuration;
using VotingSim.Configuration.Parameters;

namespace VotingSim.Experiments.Plan;

/// <summary>The arms of an experiment whose crises arise time and again: a campaign under a rule, at a design point.</summary>
internal static class CampaignArms
{
    /// <summary>What stands for the crisis in the name of an arm.</summary>
    public const string Name = "campaign";

    /// <summary>The arms: design points, within them the rules.</summary>
    public static ImmutableArray<Arm> Of(
        ulong seed, Design design, ImmutableArray<DesignPoint> points, ExperimentPieces pieces, ResolvedUncertainty? uncertainty)
    {
        var arms = ImmutableArray.CreateBuilder<Arm>(points.Length * pieces.Rules.Length);
        var uncertain = pieces.Crises.ToDictionary(
            crisis => crisis.Crisis, crisis => uncertainty?.Seat(crisis, pieces.Members), StringComparer.Ordinal);
        foreach (var (index, point) in points.Index())
        {
            var (baseline, map) = (arms.Count, point.Campaign!);
            var (conduct, wayAround) = (CampaignReader.Seat(map), map.Minilateral?.Seat(point.Roster.Size));
            foreach (var (rule, written) in pieces.Rules.Index())
            {
                ImmutableArray<StreamOfMatters> streams =
                [
                    .. map.Matters.Select(matter =>
                    {
                        var crisis = Array.FindIndex(pieces.Crises, file => file.Crisis == matter.Crisis);
                        return new StreamOfMatters
                        {
                            Terms = new()
                            {
                                Roster = point.Roster,
                                Crisis = point.Crises[crisis],
                                Rule = point.Rules[rule],
                                Settings = point.Settings[crisis],
                                Seed = seed,
                                WayAround = wayAround,
                                Uncertainty = uncertain[matter.Crisis],
                            },
                            PerYear = matter.PerYear ?? 0,
                            Days = [.. matter.OnDay ?? []],
                        };
                    }),
                ];
                arms.Add(new()
                {
                    Index = arms.Count,
                    Id = $"{Name}.{NameId.Of(written.Map.Rule!)}{(design.Names.IsEmpty ? "" : $".p{index}")}",
                    Crisis = Name,
                    Rule = written.Map.Rule!,
                    Baseline = baseline,
                    Parameters = [.. point.Values.Select(Design.ValueOf)],
                    Terms = streams[0].Terms,
                    Campaign = new() { Years = map.Years, Streams = streams, Conduct = conduct },
                });
            }
        }

        return arms.MoveToImmutable();
    }
}
