using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace VotingSim.Configuration.Import.Deu;

/// <summary>An issue that can be a case: enough members with a position and a salience, and an outcome.</summary>
/// <param name="Issue">What the table says of it.</param>
/// <param name="Category">codecision or consultation.</param>
/// <param name="Introduced">Day of introduction; null where it is not known.</param>
/// <param name="Adopted">Day of the final act; null where it is not known.</param>
/// <param name="Present">Members with a position and a salience.</param>
/// <param name="Treaty">How the Council voted then.</param>
/// <param name="Rule">The rule in force.</param>
internal sealed record DeuCase(
    DeuIssue Issue, string Category, DateOnly? Introduced, DateOnly? Adopted, ImmutableArray<DeuState> Present, DeuTreaty Treaty, DeuRule Rule)
{
    private const int FewestMembers = 5;

    private static readonly (string Code, string Name, string Actor)[] Voices =
        [("COM", "European Commission", DeuStates.Commission), ("EP", "European Parliament", DeuStates.Parliament)];

    /// <summary>Name of the file.</summary>
    public string File => $"{NameId.Of(Issue.Number)}.yaml";

    /// <summary>The case of an issue; null with the reason where it cannot be one.</summary>
    public static (DeuCase? Case, string Reason) Of(DeuIssue issue, DateOnly? introduced, DateOnly? adopted)
    {
        ImmutableArray<DeuState> present = [.. DeuStates.All.Where(state => issue.Views.GetValueOrDefault(state.Label) is (not null, not null))];
        var treaty = DeuTreaty.Of(introduced, adopted, present);
        var category = issue.Procedure switch { "COD" => "codecision", "CNS" => "consultation", _ => null };
        return present.Length < FewestMembers ? (null, $"fewer than {FewestMembers} members with a position and a salience")
            : issue.Outcome is null ? (null, "no outcome")
            : category is null ? (null, "a procedure that is neither COD nor CNS")
            : DeuRule.Of(issue.Vote, treaty) is not { } rule ? (null, "a vote that is none of QMV, QMV(10) and Unan")
            : (new(issue, category, introduced, adopted, present, treaty, rule), "");
    }

    /// <summary>The crisis file with its record.</summary>
    /// <param name="table">Name of the table that it comes from.</param>
    /// <param name="voices">Weight of Commission and Parliament in the draft.</param>
    public string Text(string table, double voices)
    {
        var called = Issue.Title.Length > 0 ? $"{Issue.Title}: issue {Issue.Number}" : $"Issue {Issue.Number}";
        var text = new StringBuilder();
        text.Append($"# Imported from {table} (deu): issue {Issue.Number} of proposal {Issue.Proposal}. README.md says what was assumed.\n");
        text.Append($"crisis: {QuotedText.Of(Issue.Number)}\ncategory: {Category}\ntitle: {QuotedText.Of(called)}\nissues:\n");
        text.Append("  - { name: issue, low: what the table codes as 0, high: what the table codes as 100");
        text.Append(Issue.ReferencePoint is { } point ? $", status-quo: {Number(point)} }}\n" : " }\n").Append("stances:\n");
        foreach (var state in Present)
        {
            var (position, salience) = Issue.Views[state.Label];
            text.Append($"  {state.Code}: {{ position: [{Number(position!.Value)}], salience: [{Number(salience!.Value)}] }}\n");
        }

        AppendVoices(text, voices);
        AppendRecord(text, table);
        return text.ToString();
    }

    private void AppendVoices(StringBuilder text, double voices)
    {
        var speaking = Voices.Where(voice => Issue.Views.GetValueOrDefault(voice.Actor).Position is not null).ToArray();
        text.Append(speaking.Length > 0 ? "external-powers:\n" : "");
        foreach (var (code, name, actor) in speaking)
        {
            var (position, salience) = Issue.Views[actor];
            text.Append($"  - {{ code: {code}, name: {name}, position: [{Number(position!.Value)}], draft-weight: {Number(voices)}");
            text.Append(salience is { } matter ? $", salience: [{Number(matter)}] }}\n" : " }\n");
        }
    }

    private void AppendRecord(StringBuilder text, string table)
    {
        text.Append($"record:\n  members: {Treaty.MembersFile}\n");
        string[] absent = [.. DeuStates.Among(Treaty.Members).Except(Present).Select(state => state.Code)];
        text.Append(absent.Length > 0 ? $"  absent: [{string.Join(", ", absent)}]\n" : "");
        text.Append($"  rule: {Rule.File}\n");
        text.Append(Introduced is { } opened ? $"  opened: {Day(opened)}\n" : "").Append(Adopted is { } ended ? $"  ended: {Day(ended)}\n" : "");
        text.Append($"  ending: adopted\n  outcome: [{Number(Issue.Outcome!.Value)}]\n  grade: B\n");
        text.Append($"  coder: interviews by the project Decision-making in the European Union\n  cluster: {QuotedText.Of(Issue.Proposal)}\n");
        text.Append($"  source: {QuotedText.Of($"{DeuText.Citation}, as in {table}")}\n");
    }

    private static string Number(double number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Day(DateOnly day) => day.ToString(DateAttribute.Format, CultureInfo.InvariantCulture);
}
