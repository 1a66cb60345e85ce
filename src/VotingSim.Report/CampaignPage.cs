using System.Collections.Immutable;
using VotingSim.Analysis.Campaigns;

namespace VotingSim.Report;

/// <summary>The page on campaigns: from the answer over worlds, through what is decided and what comes of it, to how it was done.</summary>
/// <param name="content">What it is made of.</param>
/// <param name="figures">Its figures.</param>
/// <param name="drawn">The two SVG documents of each.</param>
internal sealed class CampaignPage(CampaignContent content, ImmutableArray<Figure> figures, ImmutableArray<(string Wide, string Narrow)> drawn)
{
    private static readonly string[] Sources = ["Bryant", "Friedkin", "Friedman", "Law", "Plischke", "Spearman"];

    private readonly Html _html = new();
    private int _figures;

    /// <summary>Writes it.</summary>
    /// <param name="advice">What is said of letters that no font has; empty where there are none.</param>
    public string Write(string advice)
    {
        var heading = char.ToUpperInvariant(content.Plan.Name[0]) + content.Plan.Name[1..].Replace('-', ' ');
        _html.Open("html", "lang=\"en\" xmlns=\"http://www.w3.org/1999/xhtml\"").Open("head");
        _html.Raw("<meta charset=\"utf-8\" />\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\" />\n");
        _html.Add("title", $"{heading}: a bloc over {content.Span}").Open("style").Raw(ReportPage.Css()).Close().Close().Open("body");
        _html.Open("header").Add("p", $"VotingSim report · {content.Plan.Name}", "class=\"kicker\"").Add("h1", heading);
        _html.Add("p", "Does speed now cost cohesion later?", "class=\"question\"").Close().Open("main");
        Answer();
        Contents();
        Chapter("arms", "Decided and carried out");
        CampaignTables.Arms(_html, content);
        CampaignTables.Comparisons(_html, content);
        Show("decided-carried-out");
        CampaignTables.Sweep(_html, content);
        Chapter("ways", "Where matters go");
        Show("matters");
        Chapter("years", "Year by year");
        Show("goodwill-years", "matters-years");
        Chapter("members", "Member by member");
        Show("goodwill-members");
        Turning();
        Method(advice);
        _html.Close().Close().Close();
        return "<!DOCTYPE html>\n" + _html;
    }

    private void Chapter(string id, string title) => _html.Add("h2", title, $"id=\"{id}\"");

    private void Show(params string[] names)
    {
        foreach (var (index, figure) in figures.Index().Where(figure => names.Contains(figure.Item.Name, StringComparer.Ordinal)))
        {
            _html.Figure(figure, ++_figures, drawn[index].Wide, drawn[index].Narrow);
        }
    }

    private void Answer()
    {
        _html.Add("h2", "The answer", "id=\"answer\" class=\"first\"").Add("p", Kept(CampaignWords.Lead(content)), "class=\"lead\"");
        Show("answer");
        List<(string Label, string Text)> points = [];
        if (content.Comparisons is [var comparison, ..])
        {
            points.Add(("What it hangs on.", CampaignWords.Drivers(content, comparison)));
            if (CampaignSentence.Turning(comparison) is { Length: > 0 } turning)
            {
                points.Add(("Where it turns around.", turning));
            }
        }

        points.Add(("What the record does not fix.", "Whether members remember like this, how much, for how long, and whether decisions are "
            + "carried out is not coded: all "
            + "numbers of memory and compliance are judgement. Whoever thinks that being outvoted costs nothing sets campaign.memory.outvoted to 0 "
            + "and looks again."));
        points.Add(("Simulation error.", $"From {ReportNumbers.Count(content.Plan.Replications)} worlds; it stands in brackets in the tables, at "
            + $"95 %, and narrows with more of them."));
        _html.Open("ul", "class=\"answers\"");
        foreach (var (label, text) in points)
        {
            _html.Open("li").Add("strong", label).Raw(" ").Raw(Html.Escape(Kept(text))).Close();
        }

        _html.Close();
        var (arms, first) = (content.Arms, content.Arms[0]);
        _html.Add("p", $"{arms.Length} {(arms.Length == 1 ? "rule" : "rules")}, {first.Arm.Terms.Roster.Size} members, {content.Span}, "
            + $"{ReportNumbers.Value(first.Measures["arisen"].Mean, "0.0")} "
            + $"matters a campaign on average, the same for every "
            + $"rule.{(arms.Length > 1 ? $" The answer compares the first two rules as the experiment lists them, {content.Quoted(first)} being "
                + "the baseline; the others stand below." : "")}", "class=\"facts\"");
        if (content.Point.Length > 0)
        {
            _html.Add("p", $"Shown at length is the design point nearest to the middle of the swept levels: {content.Point}. All others are in the "
                + $"table of design points.", "class=\"note\"");
        }
    }

    private void Contents()
    {
        (string Id, string Title)[] chapters =
        [
            ("arms", "Decided and carried out"), ("ways", "Where matters go"), ("years", "Year by year"), ("members", "Member by member"),
            .. HasTurning ? new[] { ("turning", "Where it turns around") } : [], ("method", "Method"), ("configuration", "Configuration"),
            ("cite", "How to cite"), ("files", "Where the numbers are"),
        ];
        _html.Open("nav", "aria-label=\"Contents\"").Open("ol");
        foreach (var (id, title) in chapters)
        {
            _html.Open("li").Add("a", title, $"href=\"#{id}\"").Close();
        }

        _html.Close().Close();
    }

    private bool HasTurning => content.Comparisons is [{ Turning: not null }, ..] || figures.Any(figure => figure.Name == "turning");

    private void Turning()
    {
        if (!HasTurning)
        {
            return;
        }

        Chapter("turning", "Where it turns around");
        if (content.Comparisons[0].Turning is { } found)
        {
            _html.Add("p", Kept(CampaignSentence.Turning(content.Comparisons[0])));
            if (!found.Limits.IsEmpty)
            {
                _html.Table("What the box asks of each number", ["Parameter", "In the box", "Over all worlds", "Quasi-p"],
                    found.Limits.Select(limit => CampaignWords.Row(content, limit)));
                _html.Add("p", Kept(CampaignWords.Box(found)), "class=\"note\"");
            }
        }

        Show("turning");
    }

    private void Method(string advice)
    {
        Chapter("method", "Method");
        foreach (var paragraph in CampaignWords.Method(content))
        {
            _html.Add("p", paragraph);
        }

        MethodPart.References(_html, ReportMethod.References.Where(source => Sources.Any(name => source.Text.StartsWith(name,
            StringComparison.Ordinal))));
        MethodPart.Configuration(_html, content.Plan);
        MethodPart.Cite(_html, content.Plan, content.Version);
        MethodPart.Files(
            _html,
            [
                ("runs", "a row per matter, as Parquet files in order of arm, replication and matter"),
                ("years", "a row per replication and year, with the goodwill of every member"),
                ("summary.json", "the answer over worlds, and every estimate and comparison"), .. MethodPart.Common,
            ],
            advice);
    }

    // A number and its sign are not parted.
    private static string Kept(string text) => text.Replace(" %", "\u00a0%", StringComparison.Ordinal);
}
