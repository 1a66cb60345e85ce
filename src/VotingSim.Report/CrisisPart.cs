using System.Collections.Immutable;
using VotingSim.Analysis;

namespace VotingSim.Report;

/// <summary>One crisis, at one design point, under every rule: figures and tables in the order of the questions that they answer.</summary>
internal static class CrisisPart
{
    /// <summary>Writes the chapter.</summary>
    public static void Write(PageWriter page, ReportSection section, ImmutableArray<Figure> figures)
    {
        if (!page.IsAlone)
        {
            page.Chapter(section.Id, section.Title);
            if (RuleTitles.QuestionOf(page.Content.Plan, section.Crisis.Name) is { } question)
            {
                page.Html.Open("p").Add("em", question).Close();
            }
        }

        var shown = figures.Where(figure => ReportPage.Shows(figure, page.Sections.Length)).ToArray();
        Under(page, shown, "answer", "The answer in this crisis");
        page.Add(Named(shown, "worlds").Concat(Named(shown, "drivers")).Concat(Named(shown, "box")));
        if (section.Comparisons.Length > 0)
        {
            page.Part("Every rule against the baseline");
            page.Html.Add("p", $"Every rule met the same worlds as {section.NameOf(section.Baseline.Arm)}, replication by replication.");
            page.Add(Named(shown, "rules"));
            ComparisonPart.OverWorlds(page, section);
        }

        page.Part("Estimates");
        EstimatesPart.Write(page, section);
        if (Named(shown, "survival").ToArray() is { Length: > 0 } curves)
        {
            page.Part("Time to decision");
            page.Html.Add("p", ReportAnswer.Censoring(section));
            page.Add(curves);
            EstimatesPart.Curves(page, section);
        }

        if (section.Comparisons.Length > 0)
        {
            page.Part("Hazard of deciding");
            page.Add(Named(shown, "hazard"));
            ComparisonPart.Speed(page, section);
        }

        if (Named(shown, "frontier").ToArray() is { Length: > 0 } frontier)
        {
            page.Part("Speed and what it is set against");
            foreach (var of in Frontier.Measures.Take(1).Select(measure => section.Frontier(measure.Name)).OfType<Frontier>())
            {
                page.Html.Add("p", ReportAnswer.Dominance(section, of));
            }

            page.Add(frontier);
        }

        page.Part("Who is outvoted");
        page.Add(Named(shown, "outvoted"));
        EstimatesPart.Members(page, section);
        Under(page, shown, "outcomes", "Outcome against status quo");
        Under(page, shown, "opinions", "Opinions at the opening and at the end");
        Under(page, shown, "agreement", "Who votes with whom", EstimatesPart.Chance(section));
        Under(page, shown, "sweep", "What the swept parameters change");
        foreach (var figure in shown.Where(figure => !page.Has(figure))) // without a place of its own: under its title
        {
            page.Part(figure.Title.Split(':')[0]);
            page.Add([figure]);
        }

        Left(page, figures.Except(shown).ToArray());
    }

    private static IEnumerable<Figure> Named(Figure[] figures, string name) =>
        figures.Where(figure => figure.Name.StartsWith(name, StringComparison.Ordinal));

    private static void Under(PageWriter page, Figure[] figures, string name, string heading, string text = "")
    {
        if (Named(figures, name).ToArray() is { Length: > 0 } own)
        {
            page.Part(heading);
            if (text.Length > 0)
            {
                page.Html.Add("p", text);
            }

            page.Add(own);
        }
    }

    private static void Left(PageWriter page, Figure[] left)
    {
        if (left.Length > 0)
        {
            page.Html.Open("p", "class=\"note files\"").Raw("More figures of this crisis: ");
            page.Html.Raw(string.Join(", ",
                left.Select(figure => $"<a href=\"figures/{figure.Name}.svg\">{Html.Escape(figure.Title.Split(':')[0])}</a>")));
            page.Html.Raw(".").Close();
        }
    }
}
