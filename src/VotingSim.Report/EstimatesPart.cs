using VotingSim.Analysis;
using VotingSim.Experiments.Plan;
using VotingSim.Statistics;

namespace VotingSim.Report;

/// <summary>Tables of what is estimated under each rule.</summary>
internal static class EstimatesPart
{
    /// <summary>Decisions, time, cohesion and outcomes.</summary>
    public static void Write(PageWriter page, ReportSection section)
    {
        var point = section.Point.Length > 0 ? $", at {section.Point}" : "";
        page.Html.Table(
            $"How it ends and how long it takes under each rule{point}",
            ["Rule", "By consent, %", "By vote, %", "Undecided, %", "Median day", "Middle half of the worlds, days", "Nine in ten, days",
                "Mean days"],
            section.Arms.Select(arm => (IReadOnlyList<string>)
            [
                section.NameOf(arm.Arm), PageWriter.Cell(arm.Endings.ConsentShare, "0.0", 100), PageWriter.Cell(arm.Endings.VoteShare, "0.0", 100),
                PageWriter.Cell(Proportion.Wilson(arm.Endings.Failed + arm.Endings.Open, arm.Endings.Total), "0.0", 100),
                double.IsFinite(arm.MedianDays.Value) ? PageWriter.Cell(arm.MedianDays, "N0") : "not reached",
                WorldWords.Range(arm.Spread("days").P25, arm.Spread("days").P75, "N0"),
                    WorldWords.Range(arm.Spread("days").P05, arm.Spread("days").P95, "N0"),
                PageWriter.Cell(arm.RestrictedMeanDays, "N1"),
            ]));
        page.Note("Days are from the event. In brackets the simulation error: 95 % intervals of an estimate, which narrow with more replications. "
            + "An undecided deliberation counts as the last day of observation.");
        page.Html.Table(
            $"Cohesion and its price under each rule{point}",
            ["Rule", "Agreement", "Opinions close", "Outvoted", "Members content", "Mean utility", "Least satisfied"],
            section.Arms.Select(arm => (IReadOnlyList<string>)
            [
                section.NameOf(arm.Arm), PageWriter.Cell(arm.Measure("agreement_index"), "0.000"),
                    PageWriter.Cell(arm.Measure("positional_cohesion"), "0.000"),
                PageWriter.Cell(arm.Measure("outvoted"), "0.00"), PageWriter.Cell(arm.Measure("content"), "0.000"),
                    PageWriter.Cell(arm.Measure("mean_utility"), "0.000"),
                PageWriter.Cell(arm.Measure("min_utility"), "0.000"),
            ]));
        page.Note("Means over worlds, in brackets their simulation error. Agreement is that of the last ballots, and opinions are compared at the "
            + "end; 1 is all alike. "
            + "Outvoted are members bound by a text that they objected to. Utility 1 is one's own ideal.");
        var issues = section.Crisis.Issues;
        page.Html.Table(
            "Mean outcome on each issue (the status quo where undecided), with simulation error",
            ["Rule", .. issues.Select(issue =>
                $"{IssueScale.NameOf(issue)}, status quo {ReportNumbers.Text(issue.StatusQuo, "0.#")}")],
            section.Arms.Select(arm => (IReadOnlyList<string>)
                [section.NameOf(arm.Arm), .. issues.Select(issue => PageWriter.Cell(arm.Measure(RunSchema.OutcomeOf(issue.Name)), "0.0"))]));
    }

    /// <summary>The curves at some days.</summary>
    public static void Curves(PageWriter page, ReportSection section)
    {
        var days = SurvivalFigure.Days(section);
        page.Html.Table(
            "Share still undecided after the day, %, with simulation error, and number at risk on it",
            ["Rule", .. days.Select(day => $"Day {ReportNumbers.Text(day, "N0")}")],
            section.Arms.Select(arm => (IReadOnlyList<string>)
            [
                section.NameOf(arm.Arm), .. days.Select(day =>
                    $"{At(arm.Survival, day)}\n{ReportNumbers.Count(SurvivalFigure.AtRisk(arm, day))} at risk"),
            ]));

        static string At(SurvivalCurve curve, double day)
        {
            var step = curve.Days.Count(own => own <= day) - 1;
            return ReportNumbers.Full(new(curve.Survival[step], curve.Low[step], curve.High[step]), "0.0", 100);
        }
    }

    /// <summary>What befalls each member.</summary>
    public static void Members(PageWriter page, ReportSection section)
    {
        page.Html.Table(
            "How often each member is outvoted, % of all deliberations, with simulation error",
            ["Member", .. section.Arms.Select(arm => section.NameOf(arm.Arm))],
            section.Baseline.Members.Select((member, seat) => (IReadOnlyList<string>)
                [member.Code, .. section.Arms.Select(arm => PageWriter.Cell(arm.Members[seat].Outvoted, "0.0", 100))]));
        ForWhom(page, section);
        page.Html.Table(
            "How often each member's last ballot decided, % of all deliberations, with simulation error, and its a-priori power (absolute Banzhaf "
                + "index), %",
            ["Member", .. section.Arms.Select(arm => section.NameOf(arm.Arm))],
            section.Baseline.Members.Select((member, seat) =>
                (IReadOnlyList<string>)[member.Code, .. section.Arms.Select(arm => Decisive(arm.Members[seat]))]));
    }

    private static void ForWhom(PageWriter page, ReportSection section)
    {
        page.Html.Table(
            "For whom: mean utility of the outcome to each member (1 is its own ideal), with simulation error"
                + (section.Comparisons.IsEmpty ? ""
                    : $", and in how many worlds it is better and worse off than under {section.NameOf(section.Baseline.Arm)}"),
            ["Member", .. section.Arms.Select(arm => section.NameOf(arm.Arm))],
            section.Baseline.Members.Select((member, seat) => (IReadOnlyList<string>)
            [
                member.Code,
                .. section.Arms.Select(arm => PageWriter.Cell(arm.Members[seat].Utility, "0.000") + BetterOrWorse(section, arm, member.Code)),
            ]));
        page.Note("By the position and the salience that the configuration gives a member, not by the opinion that it has come to: who was "
            + "talked out of its position has not got what it wanted. Undecided matters count as the status quo.");
    }

    private static string BetterOrWorse(ReportSection section, ArmSummary arm, string code) =>
        section.Content.Summary.ComparisonOf(arm.Arm)?.Members.FirstOrDefault(own => own.Code == code) is { } member
            ? $"\nbetter {WorldWords.Percent(member.Better.Value)} %\nworse {WorldWords.Percent(member.Worse.Value)} %" : "";

    /// <summary>Agreement beyond chance, in a sentence.</summary>
    public static string Chance(ReportSection section)
    {
        var kappas = section.Arms.Select(arm => $"{section.NameOf(arm.Arm)} {ReportNumbers.Full(arm.Agreement.FleissKappa, "0.000")}");
        return $"Agreement beyond chance over all members (Fleiss's kappa; 1 is full, 0 what chance alone would give), with simulation error: "
            + $"{string.Join("; ", kappas)}. "
            + "It is undefined where all ballots were the same.";
    }

    private static string Decisive(MemberSummary member)
    {
        var power = double.IsNaN(member.Banzhaf) ? "" : $"\npower {ReportNumbers.Text(member.Banzhaf * 100, "0.0")}";
        return $"{ReportNumbers.Value(member.Decisive, "0.0", 100)}\n{ReportNumbers.Interval(member.Decisive, "0.0", 100)}{power}";
    }
}
