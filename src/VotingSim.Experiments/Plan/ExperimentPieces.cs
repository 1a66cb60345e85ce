using System.Text.Json;
using VotingSim.Configuration;
using VotingSim.Configuration.Parameters;

namespace VotingSim.Experiments.Plan;

/// <summary>What an experiment is made of, resolved.</summary>
internal sealed record ExperimentPieces(
    DeliberationMap Deliberation, MembersFile Members, CrisisFile[] Crises, ResolvedRule[] Rules, CampaignMap? Campaign)
{
    /// <summary>The pieces as trees that values can be written into.</summary>
    public ExperimentTree Tree => ExperimentTree.Of(Deliberation, Members, Crises, Rules, Campaign);

    /// <summary>These pieces, and in the place of those that are named what a tree says; null where a rule no longer works, which has then
    /// been reported.</summary>
    /// <param name="tree">The tree.</param>
    /// <param name="parts">What to read from it.</param>
    /// <param name="place">Where the values that were written come from.</param>
    public ExperimentPieces? With(ExperimentTree tree, ExperimentParts parts, ConfigurationNode place)
    {
        var members = parts.HasFlag(ExperimentParts.Members) ? tree.Members.Deserialize(ConfigurationContext.Default.MembersFile)! : Members;
        var rules = Rules;

        // Whether weights say something of every member depends on the members too.
        if (parts.HasFlag(ExperimentParts.Rules) || parts.HasFlag(ExperimentParts.Members))
        {
            var roster = RosterReader.Seat(members);
            var read = tree.Rules.Select(rule => RuleReader.Read(rule, roster)).ToArray();
            if (read.FirstOrDefault(one => one.Rule is null) is { Problem: { } problem })
            {
                place.Report($"a rule does not work with these values: {problem}");
                return null;
            }

            rules = [.. read.Select(one => one.Rule!)];
        }

        return new(
            parts.HasFlag(ExperimentParts.Deliberation) ? tree.Deliberation.Deserialize(ConfigurationContext.Default.DeliberationMap)! : Deliberation,
            members,
            parts.HasFlag(ExperimentParts.Crises)
                ? [.. tree.Crises.Select(crisis => crisis.Deserialize(ConfigurationContext.Default.CrisisFile)!)]
                : Crises,
            rules,
            parts.HasFlag(ExperimentParts.Campaign) && tree.Campaign is { } campaign
                ? campaign.Deserialize(ConfigurationContext.Default.CampaignMap)!
                : Campaign);
    }
}
