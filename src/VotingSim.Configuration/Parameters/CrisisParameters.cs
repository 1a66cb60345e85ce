using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using VotingSim.Worlds;

namespace VotingSim.Configuration.Parameters;

/// <summary>The parameters of crises but their urgency: status quo, wait, stances and external powers. Each is written into every crisis that has it.</summary>
/// <remarks>What an issue has, is named with the issue at the end; without it, it is that of the only issue of the crises that have only one.</remarks>
internal sealed class CrisisParameters(MembersFile? members, IReadOnlyList<CrisisFile> crises)
{
    private readonly string[] _codes = members?.Members.Select(member => member.Code).ToArray() ?? [];
    private readonly string?[] _issues =
    [
        .. crises.Any(crisis => crisis.Issues.Length == 1) || crises.Count == 0 ? [null] : Array.Empty<string?>(),
        .. crises.SelectMany(crisis => crisis.Issues).Select(issue => issue.Name).Distinct(StringComparer.Ordinal),
    ];

    public IEnumerable<Parameter> All() => [.. StatusQuo(), .. Agenda(), .. Stances(), .. Powers()];

    private IEnumerable<Parameter> StatusQuo()
    {
        var property = Property(typeof(IssueMap), "status-quo");
        return _issues.Select(issue => new Parameter(
            issue is null ? "crisis.status-quo" : $"crisis.{issue}.status-quo",
            ExperimentParts.Crises,
            property.PropertyType,
            Constraints.Of(property),
            (tree, value) => AtIssue(tree, issue, (crisis, index) => ExperimentTree.Put(crisis, value, "issues", index, "status-quo")))
        {
            Quantity = new(WorldParameter.StatusQuo) { Issue = issue, IsOfOnlyIssue = issue is null },
        });
    }

    private static IEnumerable<Parameter> Agenda() => ContractCheck.ContractOf(typeof(AgendaMap)).Properties.Select(property =>
        Parameter.Of($"crisis.agenda.{property.Name}", ExperimentParts.Crises, property, (tree, value) => Everywhere(tree, crisis => ExperimentTree.Put(crisis, value, "agenda", property.Name))) with
        {
            Quantity = new(Parameter.World(property.Name, "Agenda")!.Value),
        });

    private IEnumerable<Parameter> Stances()
    {
        var exposure = Property(typeof(StanceMap), "exposure");
        foreach (var member in _codes.Prepend(null))
        {
            var whose = member is null ? "stances" : $"stances.{member}";
            yield return Parameter.Of($"{whose}.exposure", ExperimentParts.Crises, exposure, (tree, value) => OfMember(tree, member, stance => ExperimentTree.Put(stance, value, "exposure"))) with
            {
                Quantity = new(WorldParameter.Exposure) { Member = member },
            };
            foreach (var key in (string[])["position", "salience"])
            {
                foreach (var issue in _issues)
                {
                    yield return Parameter.OfElement(Named($"{whose}.{key}", issue), ExperimentParts.Crises, Property(typeof(StanceMap), key), (tree, value) =>
                        AtIssue(tree, issue, (crisis, index) => OfMember(crisis, member, stance => ExperimentTree.Put(stance, value, key, index)))) with
                    {
                        Quantity = new(Parameter.World(key)!.Value) { Member = member, Issue = issue, IsOfOnlyIssue = issue is null },
                    };
                }
            }
        }

        foreach (var (member, issue) in crises.SelectMany(crisis => crisis.Stances).SelectMany(stance => stance.Value.RedLine?.Keys ?? Enumerable.Empty<string>(), (stance, issue) => (stance.Key, issue)).Distinct())
        {
            foreach (var (index, end) in ((string[])["lowest", "highest"]).Index())
            {
                var place = index.ToString(CultureInfo.InvariantCulture);
                yield return Parameter.OfElement($"stances.{member}.red-line.{issue}.{end}", ExperimentParts.Crises, Property(typeof(StanceMap), "red-line"), (tree, value) =>
                    Everywhere(tree, crisis => OfMember(crisis, member, stance =>
                    {
                        if (stance["red-line"]?[issue] is { } line)
                        {
                            ExperimentTree.Put(line, value, place);
                        }
                    })));
            }
        }
    }

    private IEnumerable<Parameter> Powers()
    {
        foreach (var power in crises.SelectMany(crisis => crisis.ExternalPowers).SelectMany(power => new[] { power.Code, power.Name }).OfType<string>().Distinct(StringComparer.Ordinal).Prepend(null))
        {
            var whose = power is null ? "external-powers" : $"external-powers.{power}";
            foreach (var key in (string[])["influence", "draft-weight"])
            {
                yield return Parameter.Of($"{whose}.{key}", ExperimentParts.Crises, Property(typeof(PowerMap), key), (tree, value) =>
                    Everywhere(tree, crisis => OfPower(crisis, power, map => ExperimentTree.Put(map, value, key)))) with
                {
                    Quantity = new(Parameter.World(key, "Power")!.Value) { Power = power },
                };
            }

            foreach (var issue in power is null ? [] : _issues)
            {
                yield return Parameter.OfElement(Named($"{whose}.position", issue), ExperimentParts.Crises, Property(typeof(PowerMap), "position"), (tree, value) =>
                    AtIssue(tree, issue, (crisis, index) => OfPower(crisis, power, map => ExperimentTree.Put(map, value, "position", index)))) with
                {
                    Quantity = new(WorldParameter.PowerPosition) { Power = power, Issue = issue, IsOfOnlyIssue = issue is null },
                };
            }

            foreach (var member in power is null ? [] : _codes)
            {
                yield return Parameter.OfElement($"{whose}.affinity.{member}", ExperimentParts.Crises, Property(typeof(PowerMap), "affinity"), (tree, value) =>
                    Everywhere(tree, crisis => OfPower(crisis, power, map => ExperimentTree.Put(map, value, "affinity", member))));
            }
        }
    }

    private static string Named(string name, string? issue) => issue is null ? name : $"{name}.{issue}";

    private static JsonPropertyInfo Property(Type type, string key) => ContractCheck.ContractOf(type).Properties.Single(property => property.Name == key);

    private static void Everywhere(ExperimentTree tree, Action<JsonObject> write)
    {
        foreach (var crisis in tree.Crises)
        {
            write(crisis);
        }
    }

    private static void AtIssue(ExperimentTree tree, string? issue, Action<JsonObject, string> write) => Everywhere(tree, crisis =>
    {
        var issues = crisis["issues"]!.AsArray();
        var index = issue is null ? (issues.Count == 1 ? 0 : -1) : issues.ToList().FindIndex(map => map!["name"]!.GetValue<string>() == issue);
        if (index >= 0)
        {
            write(crisis, index.ToString(CultureInfo.InvariantCulture));
        }
    });

    private static void OfMember(ExperimentTree tree, string? code, Action<JsonNode> write) => Everywhere(tree, crisis => OfMember(crisis, code, write));

    private static void OfMember(JsonObject crisis, string? code, Action<JsonNode> write)
    {
        foreach (var (member, stance) in crisis["stances"]!.AsObject())
        {
            if (code is null || member == code)
            {
                write(stance!);
            }
        }
    }

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
