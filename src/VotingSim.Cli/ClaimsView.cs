using Spectre.Console;
using VotingSim.Evidence.Claims;
using VotingSim.Report.Evidence;

namespace VotingSim.Cli;

/// <summary>Claims and what the model says of them, for people.</summary>
internal static class ClaimsView
{
    private const string Reading = """
        First column: whether the model agrees with the record. Not shown: its interval reaches to either side. Disputed: the record is, whatever the
        model says. Record silent: the claim is a theory's.
        Intervals of the model are 95 %, by bootstrap over {0} worlds: what finitely many worlds leave open, not what is unknown of the model. Hangs
        most on: the mechanism without which the estimate changes most in the same worlds; the others are in --format json.
        """;

    /// <summary>Writes them, what speaks against the model first.</summary>
    public static void Write(IAnsiConsole console, IReadOnlyList<ClaimFinding> findings)
    {
        console.WriteLine(ClaimWords.Summary(findings));
        var table = new Table().Border(TableBorder.Simple);
        foreach (var heading in (string[])["model and record", "claim", "source", "the model says", "observed", "hangs most on"])
        {
            table.AddColumn(new TableColumn(heading));
        }

        foreach (var finding in ClaimOrder.Of(findings))
        {
            var claim = finding.Claim;
            var observed = ClaimWords.Observed(claim);
            table.AddRow(
                new Text(ClaimWords.Verdict(finding)),
                new Text(claim.Title),
                new Text(claim.Source),
                new Text($"{ClaimWords.Number(claim.Quantity, finding.Estimate)}: {ClaimWords.Quantity(claim.Quantity)}; "
                    + $"claimed {ClaimWords.Expected(claim)}"),
                new Text(claim.Observed is { } record ? $"{observed}: {record.Source}" : "nothing"),
                new Text(ClaimWords.HangsOn(finding)));
        }

        console.Write(table);
        console.WriteLine(string.Format(System.Globalization.CultureInfo.InvariantCulture, Reading.ReplaceLineEndings("\n"), findings[0].Worlds));
    }
}
