using System.Text.Json;
using VotingSim.Analysis.Documents;
using VotingSim.Experiments.Plan;

namespace VotingSim.Report;

/// <summary>How it was done, what was run, how to cite it, and where the numbers are.</summary>
internal static class MethodPart
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, NewLine = "\n" };

    /// <summary>The files that every run has.</summary>
    public static IEnumerable<(string File, string Text)> Common { get; } =
    [
        ("figures", "every figure as SVG and PNG, and its numbers as CSV"),
        ("manifest.json", "what was run, with what version, where and when; the resolved configuration"),
    ];

    /// <summary>Writes the last chapters.</summary>
    public static void Write(PageWriter page, string advice)
    {
        var plan = page.Content.Plan;
        Method(page);
        Configuration(page.Html, plan);
        Cite(page.Html, plan, page.Content.Version);
        Files(
            page.Html,
            [
                ("runs", $"a row per deliberation, {ReportNumbers.Count(plan.Replications * plan.Arms.Length)} in all, as "
                    + "Parquet files in order of arm and replication"),
                ("summary.json", "the answer over worlds, and every estimate, curve and comparison"),
                (plan.Arms.Length > SummaryFiles.MostArmsInFull ? "summary.parquet" : "summary.csv", "the estimates per arm, flat"),
                .. Common,
            ],
            advice);
    }

    private static void Method(PageWriter page)
    {
        page.Chapter("method", "Method");
        foreach (var paragraph in ReportMethod.Paragraphs(page.Content, page.Sections))
        {
            page.Html.Add("p", paragraph);
        }

        References(page.Html, ReportMethod.References);
    }

    /// <summary>Writes the sources.</summary>
    public static void References(Html html, IEnumerable<(string Text, string Doi)> references)
    {
        html.Add("h3", "References").Open("ul", "class=\"note\"");
        foreach (var (text, doi) in references)
        {
            html.Open("li").Raw(Html.Escape(text)).Raw(doi.Length == 0 ? "" : $" <a href=\"https://doi.org/{doi}\">doi:{doi}</a>").Close();
        }

        html.Close();
    }

    /// <summary>Writes what was run.</summary>
    public static void Configuration(Html html, ExperimentPlan plan)
    {
        html.Add("h2", "Configuration", "id=\"configuration\"");
        html.Add("p", $"The resolved configuration, with every default written out, is what was run. Its SHA-256 is {plan.Fingerprint}; the "
            + $"seed is {plan.Seed}. "
            + "The same configuration and seed give the same rows on every machine.");
        html.Open("details").Add("summary", "Show the configuration").Open("pre").Add("code",
            plan.Configuration.ToJsonString(Readable)).Close().Close();
    }

    /// <summary>Writes how to cite the program and the run.</summary>
    public static void Cite(Html html, ExperimentPlan plan, string versions)
    {
        html.Add("h2", "How to cite", "id=\"cite\"");
        var cite = Citation.Read();
        var own = versions.Split('+')[0];
        var version = own.Length > 0 ? own : cite.Version;
        html.Open("div", "class=\"cite\"").Add("p", cite.Sentence(version));
        html.Add("p", $"This run: experiment {plan.Name}, seed {plan.Seed}, configuration SHA-256 {plan.Fingerprint}.");
        html.Open("pre").Add("code", cite.BibTeX(version, $"Experiment {plan.Name}, seed {plan.Seed}")).Close().Close();
    }

    /// <summary>Writes where the numbers are.</summary>
    public static void Files(Html html, IEnumerable<(string File, string Text)> files, string advice)
    {
        html.Add("h2", "Where the numbers are", "id=\"files\"").Open("ul");
        foreach (var (file, text) in files)
        {
            html.Open("li").Open("a", $"href=\"{file}\"").Add("code", file).Close().Raw($": {Html.Escape(text)}").Close();
        }

        html.Close().Add("p", "The codebook of the program explains every column and field.");
        if (advice.Length > 0)
        {
            html.Add("p", advice, "class=\"note\"");
        }
    }
}
