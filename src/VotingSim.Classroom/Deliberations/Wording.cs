using System.Globalization;
using VotingSim.Deliberation;
using VotingSim.Members;
using VotingSim.Rules;

namespace VotingSim.Classroom.Deliberations;

/// <summary>Numbers, names and rounds in words.</summary>
public static class Wording
{
    /// <summary>A place on an issue scale.</summary>
    public static string Scale(double value) => value.ToString("0", CultureInfo.InvariantCulture);

    /// <summary>A place on an issue scale, to a tenth.</summary>
    public static string Exact(double value) => value.ToString("0.0", CultureInfo.InvariantCulture);

    /// <summary>A utility.</summary>
    public static string Utility(double value) => value.ToString("0.00;−0.00;0.00", CultureInfo.InvariantCulture);

    /// <summary>A day.</summary>
    public static string Day(double day) => day.ToString("0.#", CultureInfo.InvariantCulture);

    /// <summary>The date of a day of a deliberation that opened on a date.</summary>
    public static string Date(DateOnly opening, double day) => opening.AddDays((int)Math.Min(day, 1_000_000)).ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>A share in per cent.</summary>
    public static string Percent(double share) => double.IsNaN(share)
        ? "–"
        : (100 * share).ToString(share is > 0 and < 0.01 or > 0.99 and < 1 ? "0.0" : "0", CultureInfo.InvariantCulture) + "\u00A0%";

    /// <summary>A voting weight: whole where it counts members, otherwise as short as is exact enough to read.</summary>
    public static string Weight(decimal weight) => weight switch
    {
        >= 1_000_000_000 => (weight / 1_000_000_000).ToString("0.0", CultureInfo.InvariantCulture) + " bn",
        >= 1_000_000 => (weight / 1_000_000).ToString("0.0", CultureInfo.InvariantCulture) + " m",
        >= 10_000 => (weight / 1000).ToString("0", CultureInfo.InvariantCulture) + " k",
        _ => weight.ToString("0.##", CultureInfo.InvariantCulture),
    };

    /// <summary>A number and a noun.</summary>
    public static string Count(int count, string one, string? many = null) => string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? one : many ?? one + "s")}");

    /// <summary>A ballot as what the member does.</summary>
    public static string Verb(Ballot ballot) => ballot switch
    {
        Ballot.Support => "supports",
        Ballot.Objection => "objects",
        _ => "abstains",
    };

    /// <summary>The letter of a ballot in an address.</summary>
    public static char Letter(Ballot ballot) => ballot switch
    {
        Ballot.Support => 'S',
        Ballot.Objection => 'O',
        _ => 'A',
    };

    /// <summary>Codes of a coalition: <c>MMR</c>, <c>LAO and MMR</c>, <c>KHM, LAO and MMR</c>.</summary>
    public static string Codes(Roster roster, Coalition coalition)
    {
        string[] codes = [.. roster.Members.Where((_, seat) => coalition.Contains(seat)).Select(member => member.Code)];
        return codes.Length switch
        {
            0 => "nobody",
            1 => codes[0],
            _ => $"{string.Join(", ", codes[..^1])} and {codes[^1]}",
        };
    }

    /// <summary>The text on every issue.</summary>
    public static string Text(DeliberationTerms terms, IReadOnlyList<double> draft) => draft.Count == 1
        ? Scale(draft[0])
        : string.Join(", ", terms.Crisis.Issues.Select((issue, index) => $"{Words(issue.Name)} {Scale(draft[index])}"));

    /// <summary>A name in kebab case as words.</summary>
    public static string Words(string name) => name.Replace('-', ' ');

    /// <summary>What happened in a round, in a sentence or two.</summary>
    public static string Round(DeliberationTerms terms, RoundView round, bool isLast)
    {
        if (!round.HasBallots)
        {
            return $"Opening statements. The chair tables a text of {Text(terms, round.Draft)}.";
        }

        var (roster, tally) = (terms.Roster, round.Tally);
        var abstaining = roster.Size - tally.Supporters.Count - tally.Objectors.Count;
        var objecting = tally.Objectors.Count is > 0 and <= 4 ? $"{Codes(roster, tally.Objectors)} {(tally.Objectors.Count == 1 ? "objects" : "object")}" : $"{tally.Objectors.Count} object";
        var counted = $"Round {round.Number}, day {Day(round.Day)}: {tally.Supporters.Count} support, {abstaining} abstain, {objecting}.";
        if (round.Adopted)
        {
            var outvoted = tally.Objectors - round.OptedOut;
            var over = outvoted.IsEmpty ? "" : $", over the objection of {Codes(roster, outvoted)}";
            var without = round.OptedOut.IsEmpty ? "" : $"; {Codes(roster, round.OptedOut)} {(round.OptedOut.Count == 1 ? "stays" : "stay")} out";
            return $"{counted} The text of {Text(terms, round.Draft)} is adopted{over}{without}.";
        }

        var blockers = round.Pivotal.IsEmpty ? "" : $" {Codes(roster, round.Pivotal)} {(round.Pivotal.Count == 1 ? "alone stands" : "each alone stand")} in the way.";
        return $"{counted} Not adopted.{blockers}{(isLast ? " The time is up: the status quo stands." : "")}";
    }
}
