using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace VotingSim.Configuration.Cases;

/// <summary>Reads cases: crises with a record.</summary>
public static class CaseReader
{
    private const int MostFiles = 10_000;
    private const string Record = "record";

    /// <summary>The sets of cases that ship, e.g. <c>asean</c>.</summary>
    public static IReadOnlyList<string> ShippedSets => [.. Shipped.Cases.Select(one => one.Set).Distinct()];

    /// <summary>Reads cases, so that every problem of all is found at once.</summary>
    /// <param name="references">Each the path of a crisis file with a record, of a folder of such files, the name of a shipped set, or a hyphen
    /// for standard input.</param>
    /// <returns>The cases, in the order of references, within a folder in the order of names. A folder may hold files of other kinds too, as
    /// the members and rules of its cases: they are passed over.</returns>
    /// <exception cref="ConfigurationException">Something is wrong with a case, two have the same name, or a reference leads to none.</exception>
    public static ImmutableArray<Case> Read(IReadOnlyList<string> references)
    {
        ArgumentNullException.ThrowIfNull(references);
        var reading = new Reading();
        var places = references.SelectMany(reference => PlacesOf(reading, reference)).ToArray();
        var cases = places.Select(place => Read(reading, place)).ToArray();
        Distinct.Names("cases", places.Select(place => place["crisis"]));
        return [.. reading.Result(cases).Select(one => one!)];
    }

    /// <summary>One case, without whatever is wrong with its neighbours; null where something is wrong.</summary>
    internal static Case? Read(Reading reading, ConfigurationNode place)
    {
        if (!place.Has(Record))
        {
            place["crisis"].ReportKey("this crisis has no record; expected one of what really happened");
            return null;
        }

        var table = RecordReader.Table(reading, place[Record]);
        var crisis = CrisisReader.Resolve(place, table?.Members, overrides: null, table?.Elsewhere);
        var happened = RecordReader.Read(place, table);
        var roster = table is null ? null : RosterReader.Seat(table.Members);
        var rule = new RuleReader(reading, roster, categories: null, table?.Elsewhere).Read(place[Record]["rule"]);
        if (table is null || happened is null || crisis is null || rule is null)
        {
            return null;
        }

        return new()
        {
            Name = crisis.Crisis,
            Title = crisis.Title ?? crisis.Crisis,
            File = place.Document.Display,
            Cluster = place[Record]["cluster"].Text ?? crisis.Crisis,
            Class = crisis.Pressure ?? crisis.Category,
            RuleName = rule.Map.Rule ?? "rule",
            Terms = new()
            {
                Roster = roster!,
                Crisis = CrisisReader.Seat(crisis, table.Members),
                Rule = rule.Rule,
                Settings = new() { Calendar = CalendarReader.Resolve(roster!.Calendars, crisis, new()) },
                Seed = 0,
            },
            StatusQuo = [.. place["issues"].Elements.Select(issue => issue["status-quo"].Node?.GetValue<double>())],
            Record = happened,
            Parts = (
                JsonSerializer.SerializeToNode(table.Members, ConfigurationContext.Default.MembersFile)!.AsObject(),
                JsonSerializer.SerializeToNode(crisis, ConfigurationContext.Default.CrisisFile)!.AsObject(),
                RuleAtTable.Of((JsonObject)rule.Written, table.Codes)),
        };
    }

    private static IEnumerable<ConfigurationNode> PlacesOf(Reading reading, string reference)
    {
        if (Directory.Exists(reference))
        {
            return InFolder(reading, reference);
        }

        var set = $"{Shipped.CaseFolder}{reference}/";
        if (!File.Exists(reference) && ShippedSets.Contains(reference))
        {
            return Shipped.Paths.Where(path => path.StartsWith(set, StringComparison.Ordinal))
                .Select(path => reading.Open(new Location(path, IsShipped: true), ConfigurationKind.Crisis)).OfType<ConfigurationNode>();
        }

        if (File.Exists(reference) || StandardInput.Is(reference))
        {
            return reading.Open(reference, ConfigurationKind.Crisis, []) is { } place ? [place] : [];
        }

        var nearest = Nearest.To(Path.GetFileName(reference), Location.IsPath(reference) ? Location.OfFile(reference).Neighbours : ShippedSets);
        var hint = nearest is null ? Nearest.Hint(reference, ShippedSets) : $"; did you mean '{nearest}'?";
        reading.Report(reference, $"there is no such file, folder or set of cases{hint}");
        return [];
    }

    private static ConfigurationNode[] InFolder(Reading reading, string folder)
    {
        string[] files =
            [.. Directory.EnumerateFiles(folder).Where(IsConfiguration).Take(MostFiles + 1).Order(StringComparer.Ordinal)];
        if (files.Length > MostFiles)
        {
            reading.Report(folder, $"there are more than {MostFiles} files in this folder; expected fewer");
            return [];
        }

        var before = reading.Problems.Length;
        ConfigurationNode?[] found = [.. files.Select(file => reading.OpenIfOf(Location.OfFile(file), ConfigurationKind.Crisis, Record))];
        if (found.All(place => place is null) && reading.Problems.Length == before)
        {
            reading.Report(folder, "there is no case in this folder; expected crisis files with a record");
        }

        return [.. found.OfType<ConfigurationNode>()];
    }

    private static bool IsConfiguration(string file) => Path.GetExtension(file).ToUpperInvariant() is ".YAML" or ".YML" or ".JSON";
}
