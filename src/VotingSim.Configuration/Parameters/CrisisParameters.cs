using System.Collections.Immutable;
using System.Text.Json.Nodes;
using VotingSim.Worlds;

namespace VotingSim.Configuration.Parameters;

/// <summary>The parameters of crises but their urgency and external powers: status quo, wait and stances. Each is written into every crisis that has
/// it.</summary>
/// <remarks>What an issue has, is named with the issue at the end; without it, it is that of the only issue of the crises that have only
/// one.</remarks>
internal sealed class CrisisParameters(MembersFile? members, IReadOnlyList<CrisisFile> crises)
{
    private readonly string[] _codes = members?.Members.Select(member => member.Code).ToArray() ?? [];
    private readonly string?[] _issues = [.. IssuesOf(crises)];

    public IEnumerable<Parameter> All() => [.. StatusQuo(), .. Agenda(), .. Exposures(), .. AtIssues(), .. RedLines()];

    /// <summary>Names of the issues; null is the only issue, where a crisis has only one or none is known.</summary>
    public static IEnumerable<string?> IssuesOf(IReadOnlyList<CrisisFile> crises)
    {
        var names = crises.SelectMany(crisis => crisis.Issues).Select(issue => issue.Name).Distinct(StringComparer.Ordinal);
        return crises.Count == 0 || crises.Any(crisis => crisis.Issues.Length == 1) ? names.Prepend(null) : names;
    }

    /// <summary>Steps with an issue at the end, if there is one.</summary>
    public static ImmutableArray<string> At(ImmutableArray<string> steps, string? issue) => issue is null ? steps : [.. steps, issue];

    private IEnumerable<Parameter> StatusQuo()
    {
        var property = Parameter.KeyOf(typeof(IssueMap), "status-quo");
        return _issues.Select(issue => Parameter.Of(
            issue is null ? ["crisis", "status-quo"] : ["crisis", issue, "status-quo"], ExperimentParts.Crises, property, (tree, value) =>
                tree.AtIssue(issue, (crisis, index) => ExperimentTree.Put(crisis, value, "issues", index, "status-quo"))) with
        {
            Quantity = new(WorldParameter.StatusQuo) { Issue = issue, IsOfOnlyIssue = issue is null },
        });
    }

    private static IEnumerable<Parameter> Agenda() =>
        from property in Parameter.KeysOf(typeof(AgendaMap))
        let key = property.Name
        select Parameter.Of(
            ["crisis", "agenda", key], ExperimentParts.Crises, property, (tree, value) =>
                tree.InEveryCrisis(crisis => ExperimentTree.Put(crisis, value, "agenda", key))) with
        {
            Quantity = new(Parameter.World(key, "Agenda")!.Value),
        };

    private IEnumerable<Parameter> Exposures() => _codes.Prepend(null).Select(member => Parameter.Of(
        [.. Whose(member), "exposure"], ExperimentParts.Crises, Parameter.KeyOf(typeof(StanceMap), "exposure"), (tree, value) =>
            tree.InEveryCrisis(crisis => OfMember(crisis, member, stance => ExperimentTree.Put(stance, value, "exposure")))) with
        {
            Quantity = new(WorldParameter.Exposure) { Member = member },
        });

    private IEnumerable<Parameter> AtIssues() =>
        from member in _codes.Prepend(null)
        from key in (string[])["position", "salience"]
        from issue in _issues
        select Parameter.OfElement(
            At([.. Whose(member), key], issue), ExperimentParts.Crises, Parameter.KeyOf(typeof(StanceMap), key), (tree, value) =>
                tree.AtIssue(issue, (crisis, index) => OfMember(crisis, member, stance => ExperimentTree.Put(stance, value, key, index)))) with
        {
            Quantity = new(Parameter.World(key)!.Value) { Member = member, Issue = issue, IsOfOnlyIssue = issue is null },
        };

    private IEnumerable<Parameter> RedLines()
    {
        var lines = crises.SelectMany(crisis => crisis.Stances)
            .SelectMany(stance => stance.Value.RedLine?.Keys ?? Enumerable.Empty<string>(), (stance, issue) => (Member: stance.Key, Issue: issue))
            .Distinct();
        return
            from line in lines
            from end in (string[])["lowest", "highest"]
            select Parameter.OfElement(
                ["stances", line.Member, "red-line", line.Issue, end],
                ExperimentParts.Crises,
                Parameter.KeyOf(typeof(StanceMap), "red-line"),
                (tree, value) =>
                    tree.InEveryCrisis(crisis => OfMember(crisis, line.Member, stance => WriteEnd(stance["red-line"]?[line.Issue], end, value))));
    }

    private static void WriteEnd(JsonNode? line, string end, JsonNode value)
    {
        if (line is not null)
        {
            ExperimentTree.Put(line, value, end == "lowest" ? "0" : "1");
        }
    }

    private static string[] Whose(string? member) => member is null ? ["stances"] : ["stances", member];

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
}
