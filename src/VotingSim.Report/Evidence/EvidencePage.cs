using System.Text;
using VotingSim.Evidence.Claims;
using VotingSim.Evidence.Scoring;

namespace VotingSim.Report.Evidence;

/// <summary>The page on evidence: how the model did on what really happened, what that tells, and what it does not. No number in it is typed by
/// hand.</summary>
public static class EvidencePage
{
    /// <summary>What begins the line above a part that is made of the user's own files, and left out without them.</summary>
    public const string OwnFilesBegin = "<!-- from files that do not ship: begin -->";

    /// <summary>What stands below it.</summary>
    public const string OwnFilesEnd = "<!-- from files that do not ship: end -->";

    /// <summary>The page, as Markdown.</summary>
    public static string Of(EvidenceParts parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        var page = new StringBuilder();
        WriteHead(page, parts);
        page.Append("## Decisions of ASEAN\n\n");
        EvidenceScores.Write(page, parts.Shipped, withCases: true);
        WriteLimits(page, parts.Shipped);
        page.Append("## How wide the distributions are\n\n")
            .Append("A model that is right about the world has the text in its 50 % interval half of the time and ")
            .Append("in its 90 % interval nine times of ten. ")
            .Append("On the decisions of ASEAN:\n\n");
        EvidenceScores.WriteWidths(page, parts.Shipped);
        page.Append("## What the record tells of the parameters\n\n");
        EvidenceCalibration.Write(page, parts.Calibration);
        WriteClaims(page, parts);
        EvidenceLongRun.Write(page, parts.Shipped.Cases, parts.Campaigns);
        WriteOwnFiles(page, parts);
        page.Append("""
            ## What is wanted next

            A second coder, who does not know the outcomes, for the cases that there are; matters that were raised and died; dates of ratification
            of ASEAN's instruments by the clause that puts them into force. [coding.md](coding.md) says how a case is coded, how far two coders
            agree, and how a case of yours is added: `votingsim score my-cases/` does the rest.

            """);
        return page.ToString().ReplaceLineEndings("\n");
    }

    private static void WriteHead(StringBuilder page, EvidenceParts parts)
    {
        page.Append("# The model against the record\n\n")
            .Append($"Made by `{parts.Command}`; every number here is from that command ")
            .Append($"({ReportNumbers.Count(parts.Worlds)} worlds, seed {parts.Seed}). ")
            .Append("Nothing is tuned to a record; what a baseline fits, it fits without the case that it is scored ")
            .Append("on. How scores, posteriors and verdicts are defined is in ")
            .Append("[statistics.md](statistics.md). Intervals are 95 % over clusters of cases unless another thing is said.\n\n")
            .Append("**In short.**\n\n");
        foreach (var headline in ScoreFindings.Headlines(parts.Shipped))
        {
            page.Append("- ").Append(headline).Append('\n');
        }

        page.Append("- ").Append(parts.Calibration.Answer).Append('\n');
        page.Append("- ").Append(ClaimWords.Summary(parts.Claims)).Append('\n');
        if (parts.Union is { } union)
        {
            page.Append(OwnFilesBegin).Append("\n- European Union: ").AppendJoin(' ', ScoreFindings.Headlines(union)).Append('\n')
                .Append(OwnFilesEnd).Append('\n');
        }

        page.Append('\n');
    }

    // The smallest difference of CRPS that so many cases would show.
    private static void WriteLimits(StringBuilder page, ScoreSheet sheet)
    {
        page.Append($"### What {sheet.Cases.All.Length} cases can carry, and what not\n\n");
        foreach (var model in sheet.Scored)
        {
            foreach (var measure in new[] { Measure.OutcomeCrps, Measure.TimeCrps })
            {
                if (sheet.LineOf(measure, model.Model) is { ClustersNeeded: var needed, Strongest: { } strongest } && double.IsFinite(needed))
                {
                    page.Append($"- {measure.Title}: to tell {model.Model.Title} from \"{strongest.Title}\", if the difference is as large as ")
                        .Append($"here, takes {EvidenceNumbers.Text(needed, "0")} independent cases; ")
                        .Append($"there are {sheet.Cases.ClusterCount}.\n");
                }
            }
        }

        var all = sheet.Cases.All;
        page.Append($"- {all.Count(one => one.RuleName == "consensus")} of these {all.Length} matters stood under consensus, so that this ")
            .Append("record cannot compare rules at all: what is said of a majority rule ")
            .Append("comes from the model's mechanisms and not from any decision of the bloc.\n")
            .Append($"- {all.Count(one => !one.Record.IsDecided)} of them were not decided: matters that were raised and died are hardly in it.\n\n");
    }

    private static void WriteClaims(StringBuilder page, EvidenceParts parts)
    {
        page.Append("## What is claimed of rules, and what the model says\n\n").Append(ClaimWords.Summary(parts.Claims))
            .Append(" Estimates are over worlds, with the bootstrap interval of finitely many worlds; parameters are drawn ")
            .Append("from the ranges of judgement, for the record also leaves open worlds in which no rule matters at all.\n\n");
        MarkdownTable.Write(
            page,
            ["", "claim", "quantity", " claimed", " model", " observed", "hangs most on", "source"],
            ClaimOrder.Of(parts.Claims).Select(finding => (IReadOnlyList<string>)
            [
                ClaimWords.Verdict(finding), finding.Claim.Title, ClaimWords.Quantity(finding.Claim.Quantity), ClaimWords.Expected(finding.Claim),
                ClaimWords.Number(finding.Claim.Quantity, finding.Estimate), ClaimWords.Observed(finding.Claim), ClaimWords.HangsOn(finding),
                finding.Claim.Source,
            ]));
    }

    private static void WriteOwnFiles(StringBuilder page, EvidenceParts parts)
    {
        if (parts.Union is null && parts.Directives is null)
        {
            return;
        }

        page.Append(OwnFilesBegin).Append("\n\n");
        if (parts.Union is { } union)
        {
            page.Append("## Decisions of the European Union\n\nFrom a copy of the data set DEU III (Arregui & Perarnaud ")
                .Append("2021, doi:10.34810/data53), which does not ship: ")
                .Append("`votingsim import deu` makes the cases, and `--eu` takes them.\n\n");
            EvidenceScores.Write(page, union, withCases: false);
            page.Append("Outcomes there lie on members' positions and at the ends of the scale, and a draft that is a ")
                .Append("mean of many voices does not go there. Noise of positions alone ")
                .Append("makes the distribution wider, and not wide enough:\n\n");
            EvidenceScores.WriteWidths(page, union);
        }

        if (parts.Directives is { } directives)
        {
            EvidenceDirectives.Write(page, directives);
        }

        page.Append(OwnFilesEnd).Append('\n');
    }
}
