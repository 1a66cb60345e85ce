using System.Globalization;
using VotingSim.Classroom.Languages;
using VotingSim.Deliberation;
using VotingSim.Members;
using VotingSim.Rules;
using static VotingSim.Classroom.Languages.Speech;

namespace VotingSim.Classroom.Deliberations;

/// <summary>How the classroom writes numbers, days and words for people; what it writes for browsers and addresses is elsewhere.</summary>
public static class ClassroomWording
{
    private const string NoNumber = "–";

    /// <summary>A place on an issue scale.</summary>
    public static string Scale(double value) => Number(value, "0");

    /// <summary>A place on an issue scale, to a tenth.</summary>
    public static string Exact(double value) => Number(value, "0.0");

    /// <summary>A utility.</summary>
    public static string Utility(double value) => Number(value, "0.00;−0.00;0.00");

    /// <summary>The cost of having no decision.</summary>
    public static string Urgency(double urgency) => Number(urgency, "0.000");

    /// <summary>The weight of a member's voice.</summary>
    public static string Influence(double influence) => Number(influence, "0.0#");

    /// <summary>A day.</summary>
    public static string Day(double day) => Number(day, "0.#");

    /// <summary>The date of a day of a deliberation that opened on a date.</summary>
    public static string Date(DateOnly opening, double day) => Language.Current.Date(opening.AddDays((int)Math.Min(day, 1_000_000)));

    /// <summary>A moment, to the minute.</summary>
    public static string Moment(DateTimeOffset moment) =>
        Language.Current.Date(DateOnly.FromDateTime(moment.DateTime)) + moment.ToString(", HH:mm", CultureInfo.InvariantCulture) + " UTC";

    /// <summary>How long something took, in seconds; without a number where that is not known.</summary>
    public static string Seconds(double? seconds) => Tell($"{(seconds is { } known ? Number(known, "0.0") : "")} s");

    /// <summary>A share in per cent, whole but for the last per cent at either end.</summary>
    public static string Percent(double share) =>
        double.IsNaN(share) ? NoNumber : Number(100 * share, share is > 0 and < 0.01 or > 0.99 and < 1 ? "0.0" : "0") + "\u00A0%";

    /// <summary>A share in per cent, to a tenth.</summary>
    public static string ExactPercent(double share) => double.IsNaN(share) ? NoNumber : Number(100 * share, "0.0") + "\u00A0%";

    /// <summary>A voting weight: whole where it counts members, otherwise as short as is exact enough to read.</summary>
    public static string Weight(decimal weight) => weight switch
    {
        >= 1_000_000_000 => Tell($"{Number(weight / 1_000_000_000, "0.0")} bn"),
        >= 1_000_000 => Tell($"{Number(weight / 1_000_000, "0.0")} m"),
        >= 10_000 => Tell($"{Number(weight / 1000, "0")} k"),
        _ => Number(weight, "0.##"),
    };

    /// <summary>A voting weight as a share of all, in per cent to a tenth.</summary>
    public static string WeightShare(decimal weight, decimal whole) => Number(100 * weight / whole, "0.0") + " %";

    /// <summary>A large count, its thousands set apart.</summary>
    public static string Large(long count) => Number(count, "N0");

    /// <summary>A number of bytes.</summary>
    public static string Size(long bytes) => bytes switch
    {
        >= 1_000_000_000 => Number(bytes / 1e9, "0.0") + " GB",
        >= 1_000_000 => Number(bytes / 1e6, "0.0") + " MB",
        _ => Number(bytes / 1e3, "0.0") + " kB",
    };

    /// <summary>A ballot as what the member does.</summary>
    public static string Verb(Ballot ballot) => ballot switch
    {
        Ballot.Support => Tell("supports"),
        Ballot.Objection => Tell("objects"),
        _ => Tell("abstains"),
    };

    /// <summary>A ballot as what somebody does, in a sentence.</summary>
    public static string Does(string who, Ballot ballot) => ballot switch
    {
        Ballot.Support => Tell($"{who} supports"),
        Ballot.Objection => Tell($"{who} objects"),
        _ => Tell($"{who} abstains"),
    };

    /// <summary>A ballot as what one does with it.</summary>
    public static string Infinitive(Ballot ballot) => ballot switch
    {
        Ballot.Support => Tell("support"),
        Ballot.Objection => Tell("object"),
        _ => Tell("abstain"),
    };

    /// <summary>A ballot as what the member did.</summary>
    public static string Past(Ballot ballot) => ballot switch
    {
        Ballot.Support => Tell("supported"),
        Ballot.Objection => Tell("objected"),
        _ => Tell("abstained"),
    };

    /// <summary>Codes of a coalition: <c>MMR</c>, <c>LAO and MMR</c>, <c>KHM, LAO and MMR</c>.</summary>
    /// <param name="roster">The members.</param>
    /// <param name="coalition">Some of them.</param>
    public static string Codes(Roster roster, Coalition coalition) => All([.. CodesOf(roster, coalition)]);

    /// <summary>Codes of a coalition of whom any will do: <c>LAO or MMR</c>.</summary>
    public static string AnyOf(Roster roster, Coalition coalition)
    {
        string[] codes = [.. CodesOf(roster, coalition)];
        return codes.Length < 2 ? All(codes) : Tell($"{string.Join(", ", codes[..^1])} or {codes[^1]}");
    }

    /// <summary>Several in a row: <c>a</c>, <c>a and b</c>, <c>a, b and c</c>.</summary>
    public static string All(IReadOnlyList<string> several) => several.Count switch
    {
        0 => Tell("nobody"),
        1 => several[0],
        _ => Tell($"{string.Join(", ", several.SkipLast(1))} and {several[^1]}"),
    };

    /// <summary>The name of a member.</summary>
    public static string Name(MemberState member) => Translated(member.Name);

    /// <summary>The text on every issue, in the words of its scale where the crisis names points on it.</summary>
    public static string Text(DeliberationTerms terms, IReadOnlyList<double> draft) => draft.Count == 1
        ? ScaleWords.Told(terms.Crisis.Issues[0], draft[0])
        : string.Join(", ", terms.Crisis.Issues.Select((issue, index) => $"{Words(issue.Name)} {ScaleWords.Told(issue, draft[index])}"));

    /// <summary>A name in kebab case as words.</summary>
    public static string Words(string name) => Translated(name.Replace('-', ' '));

    /// <summary>Words at the beginning of a line.</summary>
    public static string Capital(string words) => char.ToUpperInvariant(words[0]) + words[1..];

    private static IEnumerable<string> CodesOf(Roster roster, Coalition coalition) =>
        roster.Members.Where((_, seat) => coalition.Contains(seat)).Select(member => member.Code);

    private static string Number<T>(T value, string format)
        where T : IFormattable => value.ToString(format, Language.Current.Numbers);
}
