using System.Globalization;
using System.Text.Json.Nodes;

namespace VotingSim.Configuration.Cases;

/// <summary>Reads what really happened in a case.</summary>
internal static class RecordReader
{
    private const double ErrorOfDocuments = 10;
    private const double ErrorOfJudgement = 15;

    /// <summary>Who sat at the table; null where something is wrong.</summary>
    public static CaseTable? Table(Reading reading, ConfigurationNode record)
    {
        if (reading.Follow(record["members"], ConfigurationKind.Members) is not { } place || RosterReader.Resolve(place) is not { } whole)
        {
            return null;
        }

        string[] codes = [.. whole.Members.Select(member => member.Code)];
        var absent = record["absent"].Elements.Where(entry => Reference.Check(entry, entry.Text ?? "", Referent.Member, codes, isKey: false))
            .Select(entry => entry.Text!).ToHashSet(StringComparer.Ordinal);
        Distinct.Texts("absent members", record["absent"].Elements);
        if (absent.Count == codes.Length)
        {
            record["absent"].Report("every member is absent; expected at least one at the table");
            return null;
        }

        var present = whole with
        {
            Members = [.. whole.Members.Where(member => !absent.Contains(member.Code))],
            Affinity = whole.Affinity.Where(listener => !absent.Contains(listener.Key)).ToDictionary(
                listener => listener.Key,
                listener => listener.Value.Where(speaker => !absent.Contains(speaker.Key)).ToDictionary(StringComparer.Ordinal),
                StringComparer.Ordinal),
        };
        return new(present, absent);
    }

    /// <summary>What happened; null where something is wrong.</summary>
    /// <param name="place">The crisis.</param>
    /// <param name="table">Who sat at the table; null where that is not known.</param>
    public static CaseRecord? Read(ConfigurationNode place, CaseTable? table)
    {
        var record = place["record"];
        CheckDates(record);
        CheckOutcome(record, place["issues"].Elements.Count());
        CheckAgainst(record, table);
        if (Reading.Read(record, ConfigurationContext.Default.RecordMap) is not { } map)
        {
            return null;
        }

        return new()
        {
            Opened = DayOf(record["opened"]),
            Ended = DayOf(record["ended"]),
            Ending = EndingOf(record)!.Value,
            Outcome = [.. map.Outcome ?? []],
            Against = map.Against is null ? default : [.. map.Against],
            Grade = map.Grade,
            Error = map.Error ?? (map.Grade == "C" ? ErrorOfJudgement : ErrorOfDocuments),
            Coder = map.Coder ?? "",
            IsBlind = map.Blind,
            Source = map.Source ?? "",
        };
    }

    // Each check looks only at what it is about, so that one mistake does not hide another.
    private static void CheckDates(ConfigurationNode record)
    {
        if (DayOf(record["opened"]) is { } opened && DayOf(record["ended"]) is { } ended && opened > ended)
        {
            record["ended"].Report($"it ended before it was opened on {record["opened"].Text}; expected that day or a later one");
        }
    }

    private static void CheckOutcome(ConfigurationNode record, int issues)
    {
        if (record["outcome"].Node is JsonArray outcome && outcome.Count != issues && issues > 0 && record.Document.IsClean(record["outcome"].Path))
        {
            record["outcome"].Report($"this list has {outcome.Count} values; expected {issues}, one for each issue");
        }

        if (record.Has("outcome") && EndingOf(record) is RecordedEnding.Failed or RecordedEnding.Open)
        {
            record["outcome"].ReportKey($"nothing was adopted where the ending is {record["ending"].Text}; expected no outcome, or another ending");
        }
    }

    private static void CheckAgainst(ConfigurationNode record, CaseTable? table)
    {
        var against = record["against"];
        foreach (var entry in against.Elements.Where(entry => table is not null && entry.Text is not null))
        {
            if (table!.Absent.Contains(entry.Text!))
            {
                entry.Report($"{ContractCheck.Quote(entry.Text!)} is absent; expected a member at the table");
            }
            else
            {
                Reference.Check(entry, entry.Text!, Referent.Member, [.. table.Members.Members.Select(member => member.Code)], isKey: false);
            }
        }

        Distinct.Texts("members against it", against.Elements);
        if (against.Node is JsonArray { Count: var count } && EndingOf(record) is { } ending
            && count > 0 != (ending == RecordedEnding.Vote) && ending != RecordedEnding.Adopted)
        {
            against.ReportKey(ending == RecordedEnding.Vote
                ? "nobody is named, but the ending is vote; expected those that stood against it, or no such key"
                : $"members stood against it, but the ending is {record["ending"].Text}; expected vote, or an empty list");
        }
    }

    private static RecordedEnding? EndingOf(ConfigurationNode record) =>
        record["ending"].Text is { } word && record.Document.IsClean(record["ending"].Path) ? ConfigurationWord.Parse<RecordedEnding>(word) : null;

    private static DateOnly? DayOf(ConfigurationNode place) =>
        DateOnly.TryParseExact(place.Text, DateAttribute.Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
