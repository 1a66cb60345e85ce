using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace VotingSim.Configuration.Cases;

/// <summary>Reads cases: crises with a record.</summary>
public static class CaseReader
{
    private const int MostFiles = 10_000;

    /// <summary>The sets of cases that ship, e.g. <c>asean</c>.</summary>
    public static IReadOnlyList<string> ShippedSets =>
        [.. Shipped.Paths.Where(path => path.StartsWith(Folder, StringComparison.Ordinal)).Select(path => path.Split('/')[2]).Distinct()];

    private static string Folder => "configs/cases/";

    /// <summary>Reads cases, so that every problem of all is found at once.</summary>
    /// <param name="references">Each the path of a crisis file with a record, of a folder of such files, or the name of a shipped set.</param>
    /// <returns>The cases, in the order of references, within a folder in the order of names.</returns>
    /// <exception cref="ConfigurationException">Something is wrong with a case, two have the same name, or there is none.</exception>
    public static ImmutableArray<Case> Read(IReadOnlyList<string> references)
    {
        ArgumentNullException.ThrowIfNull(references);
        var reading = new Reading();
        var places = references.SelectMany(FilesOf).Select(file => reading.Open(file, ConfigurationKind.Crisis)).ToArray();
        var cases = places.Select(place => place is { } crisis ? Read(reading, crisis) : null).ToArray();
        Distinct.Names("cases", places.OfType<ConfigurationNode>().Select(place => place["crisis"]));
        return [.. reading.Result(cases).Select(one => one!)];
    }

    /// <summary>One case, without whatever is wrong with its neighbours; null where something is wrong.</summary>
    internal static Case? Read(Reading reading, ConfigurationNode place)
    {
        if (!place.Has("record"))
        {
            place["crisis"].ReportKey("this crisis has no record; expected one of what really happened");
            return null;
        }

        var record = place["record"];
        var members = RecordReader.Members(reading, record);
        var happened = RecordReader.Read(place, members);
        var crisis = CrisisReader.Resolve(place, members, overrides: null);
        var roster = members is null ? null : RosterReader.Seat(members);
        var rule = new RuleReader(reading, roster, place["category"].Text is { } category ? [category] : null).Read(record["rule"]);
        if (members is null || happened is null || crisis is null || rule is null)
        {
            return null;
        }

        var plain = crisis with { Record = null };
        return new()
        {
            Name = crisis.Crisis,
            Title = crisis.Title ?? crisis.Crisis,
            File = place.Document.Display,
            Cluster = record["cluster"].Text ?? crisis.Crisis,
            Class = crisis.Pressure ?? crisis.Category,
            RuleName = rule.Map.Rule ?? "rule",
            Terms = new()
            {
                Roster = roster!,
                Crisis = CrisisReader.Seat(crisis, members),
                Rule = rule.Rule,
                Settings = new() { Calendar = CalendarReader.Resolve(roster!.Calendars, crisis, new()) },
                Seed = 0,
            },
            Record = happened,
            Parts = (
                JsonSerializer.SerializeToNode(members, ConfigurationContext.Default.MembersFile)!.AsObject(),
                JsonSerializer.SerializeToNode(plain, ConfigurationContext.Default.CrisisFile)!.AsObject(),
                (JsonObject)rule.Written.DeepClone()),
        };
    }

    private static IEnumerable<Location> FilesOf(string reference)
    {
        var shipped = $"{Folder}{reference}/";
        var inSet = Shipped.Paths.Where(path => path.StartsWith(shipped, StringComparison.Ordinal)).ToArray();
        if (!Path.Exists(reference) && inSet.Length > 0)
        {
            return inSet.Select(path => new Location(path, IsShipped: true));
        }

        if (Directory.Exists(reference))
        {
            var files = Directory.EnumerateFiles(reference, "*.yaml").Order(StringComparer.Ordinal).Take(MostFiles)
                .Select(Location.OfFile).Where(IsCrisis).ToArray();
            return files.Length > 0 ? files : throw Missing(reference, "there is no crisis file in this folder; expected cases");
        }

        return File.Exists(reference)
            ? [Location.OfFile(reference)]
            : throw Missing(reference, $"there is no such file, folder or set of cases{Nearest.Hint(reference, ShippedSets)}");
    }

    // A folder of cases also holds their members and rules.
    private static bool IsCrisis(Location file)
    {
        try
        {
            return File.ReadLines(file.Path).Any(line => line.StartsWith("crisis:", StringComparison.Ordinal));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return true; // and then it is said what is wrong with it
        }
    }

    private static ConfigurationException Missing(string reference, string message) =>
        new([new Problem(ContractCheck.Quote(reference), 0, 0, "", message)]);
}
