using System.Globalization;
using System.Text.Json.Nodes;

namespace VotingSim.Configuration.Cases;

/// <summary>Reads what really happened in a case.</summary>
internal static class RecordReader
{
    private const double ErrorOfDocuments = 10;
    private const double ErrorOfJudgement = 15;

    /// <summary>The members of a case, without those that took no part; null where something is wrong.</summary>
    public static MembersFile? Members(Reading reading, ConfigurationNode record)
    {
        if (reading.Follow(record["members"], ConfigurationKind.Members) is not { } place || RosterReader.Resolve(place) is not { } whole)
        {
            return null;
        }

        string[] codes = [.. whole.Members.Select(member => member.Code)];
        var absent = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in record["absent"].Elements)
        {
            if (entry.Text is { } code && Reference.Check(entry, code, Referent.Member, codes, isKey: false))
            {
                absent.Add(code);
            }
        }

        if (absent.Count == codes.Length)
        {
            record["absent"].Report("every member is absent; expected at least one at the table");
            return null;
        }

        return whole with
        {
            Members = [.. whole.Members.Where(member => !absent.Contains(member.Code))],
            Affinity = whole.Affinity.Where(listener => !absent.Contains(listener.Key)).ToDictionary(
                listener => listener.Key,
                listener => listener.Value.Where(speaker => !absent.Contains(speaker.Key)).ToDictionary(StringComparer.Ordinal),
                StringComparer.Ordinal),
        };
    }

    /// <summary>What happened; null where something is wrong.</summary>
    /// <param name="place">The crisis.</param>
    /// <param name="members">Who sat at the table; null where that is not known.</param>
    public static CaseRecord? Read(ConfigurationNode place, MembersFile? members)
    {
        var record = place["record"];
        var issues = place["issues"].Elements.Count();
        if (record["outcome"].Node is JsonArray outcome && outcome.Count != issues && record.Document.IsClean(record["outcome"].Path))
        {
            record["outcome"].Report($"this list has {outcome.Count} values; expected {issues}, one for each issue");
        }

        if (members is not null)
        {
            string[] codes = [.. members.Members.Select(member => member.Code)];
            foreach (var entry in record["against"].Elements)
            {
                Reference.Check(entry, entry.Text ?? "", Referent.Member, codes, isKey: false);
            }
        }

        if (Reading.Read(record, ConfigurationContext.Default.RecordMap) is not { } map)
        {
            return null;
        }

        var ending = ConfigurationWord.Parse<RecordedEnding>(map.Ending);
        var isDecided = ending is not (RecordedEnding.Failed or RecordedEnding.Open);
        if (!isDecided && map.Outcome is not null)
        {
            record["outcome"].ReportKey($"nothing was adopted where the ending is {map.Ending}; expected no outcome, or another ending");
        }

        if (map.Against is { } against && against.Length > 0 != (ending == RecordedEnding.Vote) && ending != RecordedEnding.Adopted)
        {
            record["against"].ReportKey(ending == RecordedEnding.Vote
                ? "nobody is named, but the ending is vote; expected those that stood against it, or no such key"
                : $"members stood against it, but the ending is {map.Ending}; expected vote, or an empty list");
        }

        var (opened, ended) = (DayOf(map.Opened), DayOf(map.Ended));
        if (opened > ended)
        {
            record["ended"].Report($"it ended before it was opened on {map.Opened}; expected a later day");
        }

        return new()
        {
            Opened = opened,
            Ended = ended,
            Ending = ending,
            Outcome = [.. map.Outcome ?? []],
            Against = map.Against is null ? default : [.. map.Against],
            Grade = map.Grade,
            Error = map.Error ?? (map.Grade == "C" ? ErrorOfJudgement : ErrorOfDocuments),
            Coder = map.Coder ?? "",
            IsBlind = map.Blind,
            Source = map.Source ?? "",
        };
    }

    private static DateOnly? DayOf(string? text) =>
        text is null ? null : DateOnly.ParseExact(text, DateAttribute.Format, CultureInfo.InvariantCulture);
}
