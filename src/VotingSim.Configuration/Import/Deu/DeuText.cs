using System.Text;

namespace VotingSim.Configuration.Import.Deu;

/// <summary>The files of a folder beside its cases and rules.</summary>
internal static class DeuText
{
    /// <summary>The data set, as it asks to be cited.</summary>
    public const string Citation = "Arregui, J. and Perarnaud, C. (2021), A new dataset on legislative decision-making in the European Union: "
        + "the DEU III dataset, doi 10.34810/data53";

    /// <summary>The members of the Council when there were so many.</summary>
    public static string Members(int count)
    {
        var text = new StringBuilder($"# The {count} members of the European Union in the order of their English names.\n");
        text.Append("# population    persons, as the Council counted them for its votes in ").Append(IsLater(count) ? "2014" : "2005");
        text.Append(", rounded to 0.1 million.\n# influence     not coded: 1 for all. Votes belong to the rules.\nmembers:\n");
        foreach (var state in DeuStates.Among(count))
        {
            var people = 1_000_000 * (IsLater(count) ? state.LaterPopulation : state.Population);
            text.Append(FormattableString.Invariant($"  - {{ code: {state.Code}, name: {state.Name}, population: {people:0} }}\n"));
        }

        return text.ToString();
    }

    /// <summary>The table of dates that were not simply read.</summary>
    public static string Dates(IEnumerable<DeuDateFinding> findings)
    {
        var text = new StringBuilder("proposal,column,written,read,state,reason,issues\n");
        foreach (var finding in findings)
        {
            var cells = new[] { finding.Proposal, finding.Column, finding.Date.Written, finding.Read, finding.State, finding.Date.Reason };
            text.AppendJoin(',', cells.Select(Cell)).Append(FormattableString.Invariant($",{finding.Issues}\n"));
        }

        return text.ToString();
    }

    /// <summary>What the folder is.</summary>
    /// <param name="table">Name of the table that it was made of.</param>
    /// <param name="report">What was taken and what was not.</param>
    /// <param name="voices">Weight of Commission and Parliament in the draft.</param>
    public static string ReadMe(string table, IEnumerable<string> report, double voices) => FormattableString.Invariant($"""
        # Decisions of the European Union as cases

        Made of `{table}` by `votingsim import deu`. The data are those of {Citation}.
        Cite them, and keep to their licence: this folder is a copy of them.

        {string.Join('\n', report.Select(line => $"- {line}"))}

        ## What is in the cases

        - An issue is a case, named by its number; issues of one proposal are one cluster. Category: codecision (COD) or consultation (CNS). A
          member without a position or without a salience on an issue is absent from it: the table does not say what it wanted. Endings are
          `adopted`: who stood against what was adopted is not in the table.
        - Members are those of the day of adoption; where that is not known, of a year after introduction, and never fewer than have a position.
        - The rule in force is that of the same day: votes before and under the Treaty of Nice, 55 % of the members with 65 % of the population
          from November 2014. Quotas are shares of the members that are there. Under unanimity an abstention does not block.
        - Commission and Parliament speak without a ballot, with a weight of {voices} in the draft, where a member has 1. In the consultation
          nobody listens to them (affinity 0): the table does not say who would.
        - The reference point is the status quo. Where the table gives none, none is given.
        - Influence, exposure and urgency are not coded: the defaults stand in for them. The coding error is that of documented statements, 10
          points (grade B).

        ## Dates

        Days in the table are dd-mm-yy or dd-mm-yyyy. A spreadsheet turned some round: `2015-03-01` is 15 March 2001. Such days are turned back
        (`repaired`). A day that cannot be, that contradicts the number of its proposal or another day, or whose day is 00, is `doubtful` and not
        used; so are both days where the adoption is before the introduction or more than ten years after it. Every day that was not simply read
        is in `dates.csv`.

        """);

    private static bool IsLater(int count) => count == 28;

    private static string Cell(string text) =>
        text.AsSpan().ContainsAny(",\"\n") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
}
