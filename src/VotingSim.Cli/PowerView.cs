using System.Text.Json;
using Spectre.Console;
using VotingSim.Analysis;
using VotingSim.Cli.Documents;
using VotingSim.Configuration;
using VotingSim.Rules;
using VotingSim.Statistics.Power;

namespace VotingSim.Cli;

/// <summary>Voting power for people and for programs.</summary>
internal static class PowerView
{
    // The most telling first; what does not fit beside them is left to the JSON.
    private static readonly (string Heading, Func<MemberPower, double> Of, string Reading)[] Indices =
    [
        ("Banzhaf", member => member.Banzhaf, "chance of being decisive when every other member tosses a fair coin (absolute measure)"),
        ("share", member => member.BanzhafNormalized, "the same as a share of all members' (normalised Banzhaf index)"),
        ("Shapley-Shubik", member => member.ShapleyShubik,
            "share of the orders of joining in which the member turns a losing coalition into a winning one"),
        ("prevent", member => member.ColemanPrevent, "share of the winning coalitions that would lose without the member (Coleman); 1 is a veto"),
        ("initiate", member => member.ColemanInitiate, "share of the losing coalitions that would win with the member (Coleman)"),
        ("ternary", member => member.Ternary?.Whole ?? double.NaN,
            "chance that support instead of objection decides when others support, abstain or object with 1/3 each"),
        ("Johnston", member => member.Johnston, "decisive places, each shared with the others that are decisive in the same coalition"),
        ("Deegan-Packel", member => member.DeeganPackel, "minimal winning coalitions, each shared equally by its members"),
        ("Holler", member => member.Holler, "share of all places in minimal winning coalitions (public good index)"),
    ];

    public static void Write(IAnsiConsole console, VotingBody table, IReadOnlyList<(RuleStage[] Stages, PowerProfile Power)> parts)
    {
        var shown = 0;
        foreach (var (stages, power) in parts)
        {
            console.WriteLine();
            var force = InForce(table, stages) is { Length: > 0 } inForce ? $"; in force for {inForce}" : "";
            console.MarkupLineInterpolated($"[bold]{table.Title}[/]: {table.Roster.Size} members{force}");
            shown = WriteTable(console, power);
            WriteCollectivity(console, power, table.Roster.Size);
        }

        console.WriteLine();
        var readings = new Grid().AddColumn(new GridColumn { NoWrap = true }).AddColumn();
        foreach (var (heading, _, reading) in Indices.Take(shown))
        {
            readings.AddRow(new Text(heading), new Text(reading));
        }

        console.Write(readings);
        if (shown < Indices.Length)
        {
            console.WriteLine($"More indices than fit here are in --format json: {string.Join(", "
                + "", Indices.Skip(shown).Select(index => index.Heading))}.");
        }

        console.WriteLine("A-priori power is what the rule alone gives: it knows nothing of what members want, who agrees with whom, or who sets "
            + "the agenda.");
    }

    /// <summary>For what and when some of a rule's stages are in force; empty where the rule has no stages.</summary>
    public static string InForce(VotingBody table, IEnumerable<RuleStage> stages)
    {
        var all = table.Rule.Stages().ToArray();
        var differsByCategory = all.Any(stage => stage.Category is not null);
        return all.Length == 1 ? "" : string.Join("; ", stages.GroupBy(
            stage => (stage.AfterDay, stage.UntilDay) switch
            {
                (0, double.PositiveInfinity) => "",
                (0, var until) => Invariant($" until day {until}"),
                (var after, double.PositiveInfinity) => Invariant($" after day {after}"),
                var (after, until) => Invariant($" after day {after} until day {until}"),
            },
            (time, group) => $"{(differsByCategory ? string.Join(", ", group.Select(stage => stage.Category ?? "other "
                + "matters")) : "ballots")}{time}"));
    }

    /// <summary>The JSON document, as in the codebook.</summary>
    public static string Json(VotingBody table, PowerProfile power) =>
        JsonSerializer.Serialize(PowerDocument.Of(table.Name, power), DocumentContext.Default.PowerDocument);

    /// <returns>How many of the indices fit.</returns>
    private static int WriteTable(IAnsiConsole console, PowerProfile power)
    {
        // The mightiest first, equals in the order of seats.
        var members = power.Members.OrderByDescending(member => member.Banzhaf).ThenByDescending(member => member.Ternary?.Whole).ToArray();
        string[] codes = [.. members.Select(member => member.Code)];
        string[] remarks = [.. members.Select(member => power.Vetoers.Contains(member) ? "veto" : power.Dummies.Contains(member) ? "dummy" : "")];
        var columns = new List<(string Heading, string[] Cells)> { ("member", codes) };
        if (remarks.Any(remark => remark.Length > 0))
        {
            columns.Add(("", remarks));
        }

        var (left, first) = (console.Profile.Width - columns.Sum(Width) - 1, columns.Count);
        foreach (var (heading, of, _) in Indices)
        {
            var column = (heading, members.Select(member => Text(of(member))).ToArray());
            left -= Width(column);
            if (left < 0)
            {
                break;
            }

            columns.Add(column);
        }

        var table = new Table().Border(TableBorder.Simple);
        foreach (var (index, column) in columns.Index())
        {
            table.AddColumn(new TableColumn(Markup.Escape(column.Heading)) { NoWrap = true, Alignment = index < first ? Justify.Left
                : Justify.Right });
        }

        foreach (var row in Enumerable.Range(0, members.Length))
        {
            table.AddRow([.. columns.Select(column => Markup.Escape(column.Cells[row]))]);
        }

        console.Write(table);
        return columns.Count - first;
    }

    private static void WriteCollectivity(IAnsiConsole console, PowerProfile power, int members)
    {
        console.Write(Invariant($"Power to act {Text(power.PowerToAct)}: winning coalitions {power.WinningCoalitions:N0} of "));
        console.WriteLine(Invariant($"{Math.Pow(2, members):N0}; blocking coalitions {power.BlockingCoalitions:N0}."));
        console.WriteLine(Invariant($"Minimal winning coalitions, with nobody to spare: {power.MinimalWinningCoalitions:N0}."));
        console.WriteLine(double.IsNaN(power.TernaryPowerToAct)
            ? "With abstention: not computed, members that the rule tells apart have too many rounds of three ballots."
            : $"Power to act with abstention, the three ballots equally likely: {Text(power.TernaryPowerToAct)}.");
        console.WriteLine($"Veto: {List(power.Vetoers)}. Without any power: {List(power.Dummies)}.");

        string List(IEnumerable<MemberPower> some) => some.Count() switch
        {
            0 => "nobody",
            var count when count == members && members > 1 => "everybody",
            _ => string.Join(", ", some.Select(member => member.Code)),
        };
    }

    // With a blank on either side and the border.
    private static int Width((string Heading, string[] Cells) column) => 3 + column.Cells.Append(column.Heading).Max(cell => cell.Length);

    private static string Text(double value) => SignificantDigits.Text(value, "F4");

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
