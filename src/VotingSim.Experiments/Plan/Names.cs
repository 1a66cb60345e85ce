using VotingSim.Configuration;

namespace VotingSim.Experiments.Plan;

/// <summary>Checks that the names in an experiment can be told apart where files and columns are named by them.</summary>
internal static class Names
{
    /// <summary>Reports entries of a list whose names have one identifier.</summary>
    public static void Check(ConfigurationNode list, string what, IEnumerable<string?> names)
    {
        var known = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (index, name) in names.Index())
        {
            if (name is not null && NameId.Of(name) is var id && !known.TryAdd(id, name))
            {
                list[index].Report(Distinct.Clash($"{what} of this experiment", name, known[id], id));
            }
        }
    }

    /// <summary>Reports crises with issues that have different names and one identifier, and so one column.</summary>
    public static void CheckIssues(ConfigurationNode list, IEnumerable<CrisisFile?> crises)
    {
        var known = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (index, crisis) in crises.Index())
        {
            foreach (var name in crisis?.Issues.Select(issue => issue.Name) ?? [])
            {
                if (!known.TryAdd(NameId.Of(name), name) && known[NameId.Of(name)] is var other && other != name)
                {
                    list[index].Report(Distinct.Clash("issues of this experiment", name, other, NameId.Of(name)));
                }
            }
        }
    }

    /// <summary>Remarks on a crisis whose category no rule lists, but nearly.</summary>
    public static void CheckCategories(IEnumerable<ConfigurationNode?> crises, IEnumerable<ResolvedRule?> rules)
    {
        string[] listed =
        [
            .. rules.OfType<ResolvedRule>().SelectMany(rule => rule.Rule.Stages()).Select(stage => stage.Category).OfType<string>()
                .Distinct(StringComparer.Ordinal),
        ];
        foreach (var place in crises)
        {
            if (place?["category"] is { Text: { } word } category && !listed.Contains(word) && !Category.Shipped.Contains(word)
                && Nearest.To(word, listed) is { } nearest)
            {
                category.Warn($"no rule of this experiment lists the category '{ContractCheck.Quote(word)}'; did you mean '{nearest}'?");
            }
        }
    }
}
