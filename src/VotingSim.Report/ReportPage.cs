using System.Collections.Immutable;

namespace VotingSim.Report;

/// <summary>The page: from the answer over worlds, through the figures of every crisis, to how it was done.</summary>
internal static class ReportPage
{
    /// <summary>With more crises than this, the page leaves the less telling figures of each to their files.</summary>
    public const int MostCrisesInFull = 3;

    private static readonly string[] Telling = ["overview", "rules", "survival", "frontier", "sweep"];

    /// <summary>Whether a report of so many crises shows a figure in the page; otherwise it is named there, and lies in its files.</summary>
    public static bool Shows(Figure figure, int crises) => crises <= MostCrisesInFull || !figure.IsOfCrisis
        || Telling.Any(name => figure.Name.StartsWith(name, StringComparison.Ordinal));

    /// <summary>Writes the page.</summary>
    /// <param name="content">What it is made of.</param>
    /// <param name="overview">Figures over the whole run.</param>
    /// <param name="figures">Figures of each section.</param>
    /// <param name="draw">The two SVG documents of a figure.</param>
    /// <param name="advice">What is said of letters that no font has; empty where there are none.</param>
    public static string Write(
        ReportContent content, ImmutableArray<Figure> overview, ImmutableArray<ImmutableArray<Figure>> figures, Func<Figure,
            (string Wide, string Narrow)> draw, string advice)
    {
        var page = new PageWriter(content, draw);
        var heading = page.IsAlone ? page.Sections[0].Title : Capital(content.Plan.Name.Replace('-', ' '));
        page.Html.Open("html", "lang=\"en\" xmlns=\"http://www.w3.org/1999/xhtml\"").Open("head");
        page.Html.Raw("<meta charset=\"utf-8\" />\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\" />\n");
        page.Html.Add("title", $"{heading}: time to decision and cohesion").Open("style").Raw(Css()).Close().Close().Open("body");
        AnswerPart.Header(page, heading);
        page.Html.Open("main");
        AnswerPart.Write(page, overview);
        Contents(page);
        AnswerPart.Worlds(page, overview);
        for (var index = 0; index < page.Sections.Length; index++)
        {
            CrisisPart.Write(page, page.Sections[index], figures[index]);
        }

        MethodPart.Write(page, advice);
        page.Html.Close().Close().Close();
        return "<!DOCTYPE html>\n" + page.Html;
    }

    private static void Contents(PageWriter page)
    {
        if (page.IsAlone)
        {
            return;
        }

        (string Id, string Title)[] chapters =
        [
            .. page.Content.Headline is null ? [] : new[] { ("worlds", "The answer in detail") }, ("overview", "All crises"),
            .. page.Sections.Select(section => (section.Id, section.Title)),
            ("method", "Method"), ("configuration", "Configuration"), ("cite", "How to cite"), ("files", "Where the numbers are"),
        ];
        page.Html.Open("nav", "aria-label=\"Contents\"").Open("ol");
        foreach (var (id, title) in chapters)
        {
            page.Html.Open("li").Add("a", title, $"href=\"#{id}\"").Close();
        }

        page.Html.Close().Close();
    }

    /// <summary>The style of every page.</summary>
    internal static string Css()
    {
        using var reader = new StreamReader(typeof(ReportPage).Assembly.GetManifestResourceStream("report.css")!);
        return "\n" + reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    private static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
