using System.Text.Json;
using VotingSim.Analysis.Documents;

namespace VotingSim.Report;

/// <summary>How it was done, what was run, how to cite it, and where the numbers are.</summary>
internal static class MethodPart
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, NewLine = "\n" };

    /// <summary>Writes the last chapters.</summary>
    public static void Write(PageWriter page, string advice)
    {
        Method(page);
        Configuration(page);
        Cite(page);
        Files(page, advice);
    }

    private static void Method(PageWriter page)
    {
        page.Chapter("method", "Method");
        foreach (var paragraph in ReportMethod.Paragraphs(page.Content, page.Sections))
        {
            page.Html.Add("p", paragraph);
        }

        page.Html.Add("h3", "References").Open("ul", "class=\"note\"");
        foreach (var (text, doi) in ReportMethod.References)
        {
            page.Html.Open("li").Raw(Html.Escape(text)).Raw(doi.Length == 0 ? "" : $" <a href=\"https://doi.org/{doi}\">doi:{doi}</a>").Close();
        }

        page.Html.Close();
    }

    private static void Configuration(PageWriter page)
    {
        var plan = page.Content.Plan;
        page.Chapter("configuration", "Configuration");
        page.Html.Add("p", $"The resolved configuration, with every default written out, is what was run. Its SHA-256 is {plan.Fingerprint}; the "
            + $"seed is {plan.Seed}. "
            + "The same configuration and seed give the same rows on every machine.");
        page.Html.Open("details").Add("summary", "Show the configuration").Open("pre").Add("code",
            plan.Configuration.ToJsonString(Readable)).Close().Close();
    }

    private static void Cite(PageWriter page)
    {
        page.Chapter("cite", "How to cite");
        var (plan, cite) = (page.Content.Plan, Citation.Read());
        var own = page.Content.Version.Split('+')[0];
        var version = own.Length > 0 ? own : cite.Version;
        page.Html.Open("div", "class=\"cite\"").Add("p", cite.Sentence(version));
        page.Html.Add("p", $"This run: experiment {plan.Name}, seed {plan.Seed}, configuration SHA-256 {plan.Fingerprint}.");
        page.Html.Open("pre").Add("code", cite.BibTeX(version, $"Experiment {plan.Name}, seed {plan.Seed}")).Close().Close();
    }

    private static void Files(PageWriter page, string advice)
    {
        page.Chapter("files", "Where the numbers are");
        page.Html.Open("ul");
        foreach (var (file, text) in new[]
        {
            ("runs", $"a row per deliberation, {ReportNumbers.Count(page.Content.Plan.Replications * page.Content.Plan.Arms.Length)} in all, as "
                + "Parquet files in order of arm and replication"),
            ("summary.json", "the answer over worlds, and every estimate, curve and comparison"),
            (page.Content.Plan.Arms.Length > SummaryFiles.MostArmsInFull ? "summary.parquet" : "summary.csv",
                "the estimates per arm, flat"),
            ("figures", "every figure as SVG and PNG, and its numbers as CSV"),
            ("manifest.json", "what was run, with what version, where and when; the resolved configuration"),
        })
        {
            page.Html.Open("li").Open("a", $"href=\"{file}\"").Add("code", file).Close().Raw($": {Html.Escape(text)}").Close();
        }

        page.Html.Close().Add("p", "The codebook of the program explains every column and field.");
        if (advice.Length > 0)
        {
            page.Note(advice);
        }
    }
}
