using System.Text;
using VotingSim.Analysis.Data;
using VotingSim.Statistics.Survival;

namespace VotingSim.Report.Evidence;

/// <summary>Times of European directives, on the page on evidence.</summary>
public static class EvidenceDirectives
{
    /// <summary>Reads the table of directives of Golub &amp; Steunenberg (2007): spells, several a proposal, by rule and treaty.</summary>
    /// <param name="file">The table, with their columns.</param>
    /// <exception cref="Configuration.ConfigurationException">There is no such file, or it has not these columns.</exception>
    public static SurvivalAnalysis Read(string file) => SurvivalAnalysis.Of(
        SurvivalData.Read(file, new()
        {
            Time = "end", Entry = "begin", Event = "event", Id = "caseno", Covariates = ["qmv", "qmvpostsea", "qmvpostteu"],
        }),
        horizon: null,
        Ties.Efron);

    internal static void Write(StringBuilder page, SurvivalAnalysis directives)
    {
        var curve = directives.Groups[0].Curve;
        page.Append("## European directives, 1968 to 1998\n\nFrom a copy of the data of Golub & Steunenberg (2007, ")
            .Append("doi:10.1177/1465116507082814), which does not ship (`--directives`): ")
            .Append($"{curve.Total} spells, {curve.Decided} directives adopted. Of all, a quarter is adopted within ")
            .Append($"{EvidenceNumbers.Text(curve.Quantile(0.75), "0")} days, ")
            .Append($"half within {EvidenceNumbers.Text(curve.Median, "0")}, three quarters within ")
            .Append($"{EvidenceNumbers.Text(curve.Quantile(0.25), "0")}. ")
            .Append("Hazard of adoption relative to unanimity (Cox, rule at the time, Efron); which matters fall ")
            .Append("under which rule is no accident, so that this is the size of an ")
            .Append("association and not of an effect:\n\n");
        MarkdownTable.Write(
            page,
            ["qualified majority", " hazard ratio"],
            (directives.Cox?.Coefficients ?? []).Select(coefficient => (IReadOnlyList<string>)
            [
                coefficient.Name switch
                {
                    "qmv" => "before the Single European Act",
                    "qmvpostsea" => "between it and the Treaty on European Union",
                    "qmvpostteu" => "after that treaty",
                    var other => other,
                },
                EvidenceNumbers.Text(coefficient.HazardRatio),
            ]));
    }
}
