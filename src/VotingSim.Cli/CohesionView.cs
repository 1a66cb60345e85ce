using System.Collections.Immutable;
using System.Globalization;
using Spectre.Console;
using VotingSim.Analysis;
using VotingSim.Statistics;
using VotingSim.Statistics.Agreement;

namespace VotingSim.Cli;

/// <summary>The agreement of members over roll calls, for reading.</summary>
internal static class CohesionView
{
    private const int PairsAtEitherEnd = 5;
    private const int MatrixCell = 6;

    public static void Write(
        IAnsiConsole console,
        string file,
        ImmutableArray<string> members,
        AgreementSummary summary,
        string? by,
        ImmutableArray<(string Part, AgreementSummary Summary)> parts)
    {
        console.WriteLine();
        var (name, votes, complete) = (Path.GetFileName(file), summary.Votes, summary.CompleteVotes);
        console.MarkupLineInterpolated(
            $"[bold]{name}[/]: {members.Length} members, {votes:N0} votes, {complete:N0} of them without an absence; 95 % intervals");
        var measures = Table("measure", "value", "interval");
        Row(measures, "mean agreement index", summary.MeanAgreementIndex);
        Row(measures, "mean Rice index", summary.MeanRiceIndex);
        Row(measures, "share of unanimous votes", summary.UnanimousShare);
        Row(measures, "Krippendorff's alpha", summary.KrippendorffAlpha);
        Row(measures, "Fleiss' kappa (complete votes)", summary.FleissKappa);
        console.Write(measures);
        console.WriteLine(
            "Intervals: Student's t of means on the logit scale, which stays within 0 and 1, Wilson's of shares, "
            + "large-sample of Cohen's kappa, bootstrap over votes of alpha and Fleiss' kappa.");
        console.WriteLine(
            "The agreement index is 1 where all ballots of a vote are alike and 0 where the three kinds are equal; "
            + "the Rice index leaves abstentions out.");
        console.WriteLine(
            "Alpha and kappa are agreement beyond chance: 1 is complete, "
            + "0 what members would reach by chance with the same shares of ballots.");
        if (by is not null)
        {
            WriteParts(console, by, parts);
        }

        WritePairs(console, members, summary);
        WriteMatrix(console, members, summary);
    }

    private static void WriteParts(IAnsiConsole console, string by, ImmutableArray<(string Part, AgreementSummary Summary)> parts)
    {
        console.WriteLine();
        var table = Table(by, "votes", "agreement index", "Rice index", "unanimous", "alpha");
        foreach (var (part, summary) in parts)
        {
            string[] cells =
            [
                part, summary.Votes.ToString("N0", CultureInfo.InvariantCulture),
                .. new[] { summary.MeanAgreementIndex, summary.MeanRiceIndex, summary.UnanimousShare, summary.KrippendorffAlpha }
                    .Select(estimate => $"{Text(estimate.Value)} {Interval(estimate)}"),
            ];
            table.AddRow([.. cells.Select(Markup.Escape)]);
        }

        console.Write(table);
    }

    private static void WritePairs(IAnsiConsole console, ImmutableArray<string> members, AgreementSummary summary)
    {
        PairAgreement[] pairs =
        [
            .. summary.Pairs
                .Where(pair => pair.Votes > 0)
                .OrderByDescending(pair => pair.Agreement.Value)
                .ThenByDescending(pair => pair.CohenKappa.Value),
        ];
        var areAllShown = pairs.Length <= 2 * PairsAtEitherEnd;
        console.WriteLine();
        console.WriteLine(areAllShown
            ? "Pairs, from the most to the least agreeing"
            : $"The {PairsAtEitherEnd} most and the {PairsAtEitherEnd} least agreeing of {pairs.Length:N0} pairs");
        var table = Table("pair", "common votes", "same ballot", "Cohen's kappa");
        for (var place = 0; place < pairs.Length; place++)
        {
            if (!areAllShown && place == PairsAtEitherEnd)
            {
                place = pairs.Length - PairsAtEitherEnd;
                table.AddRow("...");
            }

            var pair = pairs[place];
            table.AddRow(
                Markup.Escape($"{members[pair.First]} - {members[pair.Second]}"),
                pair.Votes.ToString("N0", CultureInfo.InvariantCulture),
                Markup.Escape($"{Text(pair.Agreement.Value)} {Interval(pair.Agreement)}"),
                Markup.Escape($"{Text(pair.CohenKappa.Value)} {Interval(pair.CohenKappa)}"));
        }

        console.Write(table);
        if (pairs.Any(pair => double.IsNaN(pair.CohenKappa.Value)))
        {
            console.WriteLine("Kappa is a dash where both members always cast one and the same ballot: there is no chance to correct for.");
        }
    }

    private static void WriteMatrix(IAnsiConsole console, ImmutableArray<string> members, AgreementSummary summary)
    {
        var widest = members.Max(member => member.Length);
        if (Math.Max(MatrixCell, widest + 2) * members.Length + widest + 2 > console.Profile.Width)
        {
            console.WriteLine("The matrix of all pairs is wider than this terminal; --format json has every pair.");
            return;
        }

        console.WriteLine();
        console.WriteLine("Above the diagonal the share of common votes with the same ballot, below it Cohen's kappa");
        var table = Table(["", .. members]);
        var pairs = summary.Pairs.ToDictionary(pair => (pair.First, pair.Second));
        for (var row = 0; row < members.Length; row++)
        {
            table.AddRow(
            [
                Markup.Escape(members[row]),
                .. Enumerable.Range(0, members.Length).Select(column => column == row ? "" : column > row
                    ? Text(pairs[(row, column)].Agreement.Value, "F2")
                    : Text(pairs[(column, row)].CohenKappa.Value, "F2")),
            ]);
        }

        console.Write(table);
    }

    private static Table Table(params string[] headings)
    {
        var table = new Table().Border(TableBorder.Simple);
        foreach (var (heading, index) in headings.Select((heading, index) => (heading, index)))
        {
            table.AddColumn(new TableColumn(Markup.Escape(heading)) { NoWrap = true, Alignment = index == 0 ? Justify.Left : Justify.Right });
        }

        return table;
    }

    private static void Row(Table table, string name, Estimate estimate) =>
        table.AddRow(name, Text(estimate.Value), Markup.Escape(Interval(estimate)));

    private static string Interval(Estimate estimate) => double.IsFinite(estimate.Low) ? $"[{Text(estimate.Low)}, {Text(estimate.High)}]" : "-";

    private static string Text(double value, string format = "F3") => SignificantDigits.Text(value, format);
}
