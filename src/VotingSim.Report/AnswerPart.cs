using System.Collections.Immutable;
using VotingSim.Analysis;

namespace VotingSim.Report;

/// <summary>The first screen, and what stands behind it: the answer, how sure it is over worlds, and what it hangs on.</summary>
internal static class AnswerPart
{
    private static readonly string[] First = ["answer"];
    private static readonly string[] Behind = ["worlds", "drivers", "box"];

    /// <summary>What the page is about.</summary>
    public static void Header(PageWriter page, string heading)
    {
        var (plan, first) = (page.Content.Plan, page.Sections[0]);
        page.Html.Open("header").Add("p", $"VotingSim report · {plan.Name}", "class=\"kicker\"").Add("h1", heading);
        if (page.IsAlone && RuleTitles.QuestionOf(plan, first.Crisis.Name) is { } question)
        {
            page.Html.Add("p", question, "class=\"question\"");
        }

        page.Html.Close();
    }

    /// <summary>The first screen.</summary>
    public static void Write(PageWriter page, ImmutableArray<Figure> figures)
    {
        page.Html.Add("h2", "The answer", "id=\"answer\" class=\"first\"");
        if (page.Content.Headline is { } view)
        {
            page.Html.Add("p", AnswerSentence.Lead(view.Summary, page.Content.NameOf), "class=\"lead\"");
            page.Add(figures.Where(figure => First.Contains(figure.Name, StringComparer.Ordinal)));
            Facts(page, view);
        }
        else
        {
            var (lead, points) = ReportAnswer.Alone(page.Sections[0]);
            page.Html.Add("p", lead, "class=\"lead\"");
            Points(page, points);
        }

        Asked(page);
    }

    /// <summary>What stands behind the first screen, over the whole run.</summary>
    public static void Worlds(PageWriter page, ImmutableArray<Figure> figures)
    {
        var behind = figures.Where(figure => Behind.Contains(figure.Name, StringComparer.Ordinal)).ToArray();
        if (behind.Length > 0)
        {
            page.Chapter("worlds", page.IsAlone ? "The answer over worlds" : "The answer in detail");
            page.Add(behind);
        }

        if (!page.IsAlone)
        {
            page.Chapter("overview", "All crises");
            Crises(page);
            page.Add(figures.Except(behind).Where(figure => !First.Contains(figure.Name, StringComparer.Ordinal)));
        }
    }

    // Short enough for one screen; figures and tables follow.
    private static void Facts(PageWriter page, ContrastView view)
    {
        var (section, endings) = (page.Sections[0], view.Endings(page.Content.Summary));
        List<(string, string)> points = [("What it hangs on.", DriverWords.Drivers(view))];
        if (DriverWords.Turning(view) is { Length: > 0 } turning)
        {
            points.Add(("Where it turns around.", turning));
        }

        points.Add(("By consent or by vote.",
            $"{ReportAnswer.Endings(view.QuotedBaseline, endings.Baseline)}; {ReportAnswer.Endings(view.QuotedRule, endings.Rule)}."));
        points.Add(("What is not known of time.", ReportAnswer.Censored(view)));
        points.Add(("Simulation error.", ReportAnswer.SimulationError(page.Content.Summary)));
        Points(page, points);
    }

    private static void Points(PageWriter page, IEnumerable<(string Rule, string Text)> points)
    {
        page.Html.Open("ul", "class=\"answers\"");
        foreach (var (rule, text) in points)
        {
            page.Html.Open("li");
            if (rule.Length > 0)
            {
                page.Html.Add("strong", rule).Raw(" ");
            }

            // A number and its sign are not parted.
            page.Html.Raw(Html.Escape(text.Replace(" %", "\u00a0%", StringComparison.Ordinal))).Close();
        }

        page.Html.Close();
    }

    private static void Asked(PageWriter page)
    {
        var (plan, first) = (page.Content.Plan, page.Sections[0]);
        var rules = first.Arms.Select(arm => first.Quoted(arm.Arm)).ToArray();
        var (members, arms) = (first.Baseline.Arm.Terms.Roster.Size, plan.Arms.Length);
        var points = arms / rules.Length / page.Sections.Length;
        var size = $"{Count(rules.Length, "rule")}{(page.IsAlone ? "" : $", {Count(page.Sections.Length, "crisis", "crises")}")}"
            + $"{(plan.Parameters.Length > 0 ? $", {Count(points, "design point")} of {ReportNumbers.List(plan.Parameters)}" : "")}, "
            + $"{ReportNumbers.Count(plan.Replications)} simulated deliberation{(plan.Replications == 1 ? "" : "s")} of each arm, "
            + $"{ReportNumbers.Count(plan.Replications * arms)} in all.";
        page.Html.Add("p", rules.Length == 1
            ? $"The question: how long do {members} members take to decide under {rules[0]}, and how united are they then? {size}"
            : $"The question: how long do {members} members take to decide under {ReportNumbers.List(rules)}, and what does the sooner decision "
                + "cost in agreement and "
                + $"in members outvoted? The answer compares the first two rules as the experiment lists them, {rules[0]} being the baseline; the "
                    + $"others stand below. {size}", "class=\"facts\"");
        if (first.Point.Length > 0)
        {
            var where = ReportContent.IsInTheMiddle(plan, first.Baseline.Arm) ? "in the middle of" : "nearest to the middle of";
            page.Note($"Shown at length below is the design point {where} the swept levels: {first.Point}. The answer is over all of them.");
        }
    }

    // The same contrast in every crisis.
    private static void Crises(PageWriter page)
    {
        if (page.Content.Headline is not { } view)
        {
            return;
        }

        page.Html.Open("ul");
        foreach (var section in page.Sections)
        {
            if (page.Content.Summary.ContrastOf(section.Crisis.Name, view.Summary.Contrast.Rule) is { } contrast)
            {
                page.Html.Open("li").Add("strong",
                    $"{section.Title}.").Raw(" ").Raw(Html.Escape(AnswerSentence.Lead(contrast, page.Content.NameOf))).Close();
            }
        }

        page.Html.Close();
    }

    private static string Count(int number, string one, string? many = null) => number == 1 ? $"1 {one}" : $"{number} {many ?? one + "s"}";
}
