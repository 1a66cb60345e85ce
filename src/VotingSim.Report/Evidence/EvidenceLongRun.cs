using System.Collections.Immutable;
using System.Text;
using VotingSim.Analysis;
using VotingSim.Analysis.Campaigns;
using VotingSim.Configuration;
using VotingSim.Configuration.Cases;
using VotingSim.Evidence.Scoring;

namespace VotingSim.Report.Evidence;

/// <summary>What the record can say of the long run, and what not, on the page on evidence.</summary>
internal static class EvidenceLongRun
{
    private static readonly (string Heading, string Measure, string Format)[] Estimates =
    [
        (" decided a year", "decided_per_year", "0.00"), (" by vote", "vote_per_year", "0.00"), (" carried out, share", "carried_out", "0.00"),
        (" effect a year", "effect_per_year", "0.0"), (" goodwill, least contented", "goodwill_min", "0.000"),
    ];

    // ASEAN's own counts of what is carried out. A measure counts there when all members have carried it out, so that
    // these are no shares of members as the model's are.
    private static readonly (string Of, double Share, string Source)[] Reported =
    [
        ("what was due in 2008 to 2011 of the blueprint of the Economic Community", 0.675,
            "ASEAN Secretariat (2012), ASEAN Economic Community Scorecard; Basu Das, East Asia Forum, 1 June 2012"),
        ("its 506 measures of the highest priority by April 2015", 0.905,
            "statement of the chair of the 26th summit; Business Times, 4 May 2015, which doubts the count"),
    ];

    public static void Write(StringBuilder page, ScoredCases cases, IReadOnlyList<LongRun> campaigns)
    {
        var all = cases.All;
        var contested = all.Where(one => one.Record.Ending == RecordedEnding.Vote).ToArray();
        var opposed = all.Where(one => one.Record is { IsDecided: true, Against: { IsDefault: false, IsEmpty: false } }).ToArray();
        page.Append("## The long run: what the record can say, and what not\n\n")
            .Append("Campaigns let members remember and carry out. Of what that rests on, this record tells:\n\n")
            .Append($"- *Years between a contested vote and the next consensus.* {Counted(contested)} of the {all.Length} matters ended in a vote")
            .Append(contested.Length == 0
                ? ", so that there is no such time to count. "
                : $": {string.Join("; ", contested.Select(vote => Peace(vote, all)))}. ")
            .Append($"{Counted(opposed)} of those decided had members on record against what was adopted")
            .Append(opposed.Length == 0 ? "" : $" ({Titles(opposed)})")
            .Append(". What being outvoted costs, and for how long, is judgement throughout.\n")
            .Append("- *Share of decisions carried out.* Not coded in any case. ASEAN counts for itself: ")
            .AppendJoin("; ", Reported.Select(one => $"{EvidenceNumbers.Text(100 * one.Share, "0.0")} % of {one.Of} ({one.Source})"))
            .Append(". A measure counts there when all members have carried it out; "
                + "the model's number below is the share of members.\n")
            .Append("- *Rates.* Matters arise as often as they were coded: how many there are is put in and not found.\n\n");
        foreach (var run in campaigns)
        {
            page.Append(run.Setting is { } setting ? $"**{run.Question}** `--set {setting}`" : $"**{run.Question}** `votingsim run {run.Plan.Name}`")
                .Append("\n\n");
            MarkdownTable.Write(
                page,
                ["institution", .. Estimates.Select(estimate => estimate.Heading)],
                run.Summary.Arms.Select(arm => (IReadOnlyList<string>)
                [
                    RuleTitles.Of(run.Plan, arm.Arm.Rule),
                    .. Estimates.Select(estimate => EvidenceNumbers.Text(arm.Measures[estimate.Measure].Mean, estimate.Format)),
                ]));
            if (run.Summary.Headline is { } headline)
            {
                page.Append(CampaignSentence.Of(headline, rule => RuleTitles.Of(run.Plan, rule))).Append("\n\n");
            }
        }

        page.Append("Intervals are the simulation error of the mean over worlds, 95 %; worlds differ in all that is not known, memory and ")
            .Append("compliance among it, from nothing to twice what was judged. The model carries out what is worth it to each member: ")
            .Append("that a majority rule carries out more is a finding of that mechanism, and no decision of the bloc has tested it.\n\n");
    }

    // How long after a vote the next consensus was.
    private static string Peace(Case vote, ImmutableArray<Case> all) => all
        .Where(one => one.Record.Ending == RecordedEnding.Consent && one.Record.Ended > vote.Record.Ended).MinBy(one => one.Record.Ended) is { } next
        ? $"{vote.Title}, and the next decision by consent that is coded, {next.Title}, came "
            + $"{ReportNumbers.Count(next.Record.Ended!.Value.DayNumber - vote.Record.Ended!.Value.DayNumber)} days later"
        : $"{vote.Title}, and no later decision by consent is coded";

    private static string Counted(Case[] cases) => cases.Length switch { 0 => "None", 1 => "One", var many => ReportNumbers.Count(many) };

    private static string Titles(Case[] cases) => string.Join(", ", cases.Select(one => one.Title));
}
