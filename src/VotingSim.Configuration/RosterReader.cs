using System.Text.Json.Nodes;
using VotingSim.Members;

namespace VotingSim.Configuration;

/// <summary>Reads the members of a table.</summary>
public static class RosterReader
{
    private static readonly Lazy<IReadOnlySet<string>> Shipped = new(() => Configuration.Shipped.NamesOf(ConfigurationKind.Members)
        .SelectMany(name => Read(name).Members).Select(member => member.Code).ToHashSet(StringComparer.Ordinal));

    /// <summary>The codes of all members of all tables that ship.</summary>
    internal static IReadOnlySet<string> ShippedCodes => Shipped.Value;

    /// <summary>Reads a members file.</summary>
    /// <param name="pathOrName">The path of a members file, or the name of a shipped one such as <c>asean-10</c>.</param>
    /// <exception cref="ConfigurationException">Something is wrong with it.</exception>
    public static Roster Read(string pathOrName)
    {
        var reading = new Reading();
        return reading.Result(reading.Open(pathOrName, ConfigurationKind.Members, []) is { } place ? Read(place) : null);
    }

    /// <summary>The table; null where something is wrong.</summary>
    internal static Roster? Read(ConfigurationNode place) => Resolve(place) is { } file ? Seat(file) : null;

    /// <summary>The members with every default written out; null where something is wrong.</summary>
    internal static MembersFile? Resolve(ConfigurationNode place)
    {
        var seats = new Dictionary<string, ConfigurationNode>(StringComparer.Ordinal);
        foreach (var member in place["members"].Elements)
        {
            if (member["code"].Text is { } code && !seats.TryAdd(code, member["code"]))
            {
                member["code"].Report($"{ContractCheck.Quote(code)} sits twice; expected every code once");
            }
        }

        if (place["affinity"].Node is JsonObject listeners && seats.Count > 0)
        {
            foreach (var (listener, speakers) in listeners)
            {
                CheckCode(place["affinity"][listener], listener);
                foreach (var (speaker, _) in speakers as JsonObject ?? [])
                {
                    CheckCode(place["affinity"][listener][speaker], speaker);
                    if (speaker == listener)
                    {
                        place["affinity"][listener][speaker].ReportKey("a member listens to itself with 1; leave this out");
                    }
                }
            }
        }

        return Reading.Read(place, ConfigurationContext.Default.MembersFile) is not { } file ? null : file with
        {
            Members = [.. file.Members.Select(member => member with { Name = member.Name ?? member.Code })],
            Affinity = file.Members.ToDictionary(
                listener => listener.Code,
                listener => file.Members.Where(speaker => speaker.Code != listener.Code).ToDictionary(
                    speaker => speaker.Code,
                    speaker => file.Affinity.GetValueOrDefault(listener.Code)?.TryGetValue(speaker.Code, out var affinity) == true ? affinity : 1,
                    StringComparer.Ordinal),
                StringComparer.Ordinal),
            Calendar = CalendarReader.Complete(file.Calendar),
        };

        void CheckCode(ConfigurationNode key, string code) => Reference.Check(key, code, Referent.Member, seats.Keys);
    }

    /// <summary>The table of a resolved members file.</summary>
    internal static Roster Seat(MembersFile file) => new()
    {
        Members = [.. file.Members.Select(member => member.Seat())],
        Affinity =
        [
            .. file.Members.SelectMany(listener => file.Members.Select(speaker =>
                speaker.Code == listener.Code ? 1 : file.Affinity[listener.Code][speaker.Code])),
        ],
        Calendars = CalendarReader.Seat(file.Calendar),
    };
}
