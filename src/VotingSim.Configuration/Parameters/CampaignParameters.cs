using System.Text.Json.Serialization.Metadata;
using VotingSim.Worlds;

namespace VotingSim.Configuration.Parameters;

/// <summary>The parameters of a campaign: memory, compliance and the way around.</summary>
internal static class CampaignParameters
{
    public static IEnumerable<Parameter> All(CampaignMap? campaign) => campaign is null
        ? []
        :
        [
            .. Of("memory", typeof(MemoryMap)), .. Of("compliance", typeof(ComplianceMap)),
            .. campaign.Minilateral is null ? [] : Of("minilateral", typeof(MinilateralMap)),
            .. campaign.Minilateral?.Sponsor is null ? Enumerable.Empty<Parameter>() : [OfSponsor],
        ];

    private static Parameter OfSponsor => Parameter.Of(
        ["campaign", "minilateral", "sponsor", "weight"],
        ExperimentParts.Campaign,
        Parameter.KeyOf(typeof(SponsorMap), "weight"),
        static (tree, value) => ExperimentTree.Put(tree.Campaign!, value, "minilateral", "sponsor", "weight")) with
    {
        Quantity = new(WorldParameter.SponsorWeight),
    };

    private static IEnumerable<Parameter> Of(string part, Type type) =>
        from property in Parameter.KeysOf(type).Where(IsNumberOrWord)
        let key = property.Name
        select Parameter.Of(
            ["campaign", part, key], ExperimentParts.Campaign, property, (tree, value) => ExperimentTree.Put(tree.Campaign!, value, part, key)) with
        {
            Quantity = Parameter.World(key, char.ToUpperInvariant(part[0]) + part[1..]) is { } world ? new(world) : null,
            WhyCertain = key == "of" ? "a word has no distribution" : DeliberationParameters.OfTheCalendar,
        };

    private static bool IsNumberOrWord(JsonPropertyInfo property) =>
        property.PropertyType == typeof(double) || property.PropertyType == typeof(string);
}
