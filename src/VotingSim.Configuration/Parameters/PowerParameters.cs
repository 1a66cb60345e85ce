using System.Text.Json.Nodes;
using VotingSim.Worlds;

namespace VotingSim.Configuration.Parameters;

/// <summary>The parameters of external powers, by code or name. Each is written into every crisis in which the power speaks.</summary>
internal sealed class PowerParameters(MembersFile? members, IReadOnlyList<CrisisFile> crises)
{
    private readonly string[] _powers =
    [
        .. crises.SelectMany(crisis => crisis.ExternalPowers)
            .SelectMany(power => new[] { power.Code, power.Name })
            .OfType<string>()
            .Distinct(StringComparer.Ordinal),
    ];

    public IEnumerable<Parameter> All() => [.. Weights(), .. Positions(), .. Affinities()];

    private IEnumerable<Parameter> Weights() =>
        from power in _powers.Prepend(null)
        from key in (string[])["influence", "draft-weight"]
        select Parameter.Of(
            power is null ? ["external-powers", key] : ["external-powers", power, key],
            ExperimentParts.Crises,
            Parameter.KeyOf(typeof(PowerMap), key),
            (tree, value) => tree.InEveryCrisis(crisis => OfPower(crisis, power, map => ExperimentTree.Put(map, value, key)))) with
        {
            Quantity = new(Parameter.World(key, "Power")!.Value) { Power = power },
        };

    private IEnumerable<Parameter> Positions() =>
        from power in _powers
        from issue in CrisisParameters.IssuesOf(crises)
        select Parameter.OfElement(
            CrisisParameters.At(["external-powers", power, "position"], issue),
            ExperimentParts.Crises,
            Parameter.KeyOf(typeof(PowerMap), "position"),
            (tree, value) => tree.AtIssue(
                issue, (crisis, index) => OfPower(crisis, power, map => ExperimentTree.Put(map, value, "position", index)))) with
        {
            Quantity = new(WorldParameter.PowerPosition) { Power = power, Issue = issue, IsOfOnlyIssue = issue is null },
        };

    private IEnumerable<Parameter> Affinities() =>
        from power in _powers
        from member in members?.Members ?? []
        select Parameter.OfElement(
            ["external-powers", power, "affinity", member.Code],
            ExperimentParts.Crises,
            Parameter.KeyOf(typeof(PowerMap), "affinity"),
            (tree, value) =>
                tree.InEveryCrisis(crisis => OfPower(crisis, power, map => ExperimentTree.Put(map, value, "affinity", member.Code))));

    private static void OfPower(JsonObject crisis, string? named, Action<JsonNode> write)
    {
        foreach (var power in crisis["external-powers"]?.AsArray() ?? [])
        {
            if (named is null || power!["name"]!.GetValue<string>() == named || power["code"]?.GetValue<string>() == named)
            {
                write(power!);
            }
        }
    }
}
