namespace VotingSim.Configuration;

/// <summary>Names that must not be taken for one another.</summary>
internal static class Distinct
{
    /// <summary>Reports every name whose <see cref="NameId"/> an earlier one has already, for files and columns are named by it.</summary>
    /// <param name="what">What is named, in the plural.</param>
    /// <param name="places">Where the names stand.</param>
    public static void Names(string what, IEnumerable<ConfigurationNode> places)
    {
        var known = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var place in places)
        {
            if (place.Text is { } name && NameId.Of(name) is { Length: > 0 } id && !known.TryAdd(id, name))
            {
                place.Report(Clash(what, name, known[id], id));
            }
        }
    }

    /// <summary>Reports every text that an earlier place has already.</summary>
    public static void Texts(string what, IEnumerable<ConfigurationNode> places)
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var place in places)
        {
            if (place.Text is { } name && !known.Add(name))
            {
                place.Report($"two {what} are named '{ContractCheck.Quote(name)}'; expected different names");
            }
        }
    }

    /// <summary>What is wrong with two names of one identifier.</summary>
    public static string Clash(string what, string name, string other, string id) => name == other
        ? $"two {what} are named '{ContractCheck.Quote(name)}'; expected different names"
        : $"two {what} are named '{ContractCheck.Quote(other)}' and '{ContractCheck.Quote(name)}', and files and columns would call both '{id}'; "
            + "expected names that differ in their letters or digits";
}
