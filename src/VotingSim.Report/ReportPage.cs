using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using VotingSim.Analysis;

namespace VotingSim.Report;

/// <summary>The page: from the question to the answer, then the figures, then how it was done.</summary>
internal sealed class ReportPage
{
    /// <summary>With more crises than this, the page leaves the less telling figures of each to their files.</summary>
    public const int MostCrisesInFull = 3;

    private static readonly string[] Telling = ["overview", "survival", "frontier", "sweep"];
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, NewLine = "\n" };

    private readonly Html _html = new();
    private readonly ReportContent _content;
    private readonly ImmutableArray<ReportSection> _sections;
    private readonly Func<Figure, (string Wide, string Narrow)> _draw;
    private int _figures;

    private ReportPage(ReportContent content, Func<Figure, (string Wide, string Narrow)> draw) => (_content, _sections, _draw) = (content, content.Sections(), draw);

    /// <summary>Whether a report of so many crises shows a figure in the page; otherwise it is named there, and lies in its files.</summary>
    public static bool Shows(Figure figure, int crises) =>
        crises <= MostCrisesInFull || Telling.Any(name => figure.Name.StartsWith(name, StringComparison.Ordinal));

    /// <summary>Writes the page.</summary>
    /// <param name="content">What it is made of.</param>
    /// <param name="overview">Figures over all crises.</param>
    /// <param name="figures">Figures of each section.</param>
    /// <param name="draw">The two SVG documents of a figure.</param>
    public static string Write(ReportContent content, ImmutableArray<Figure> overview, ImmutableArray<ImmutableArray<Figure>> figures, Func<Figure, (string Wide, string Narrow)> draw)
    {
        var page = new ReportPage(content, draw);
        page.Write(overview, figures);
        return "<!DOCTYPE html>\n" + page._html;
    }

    private bool IsAlone => _sections.Length == 1;

    private string Heading => IsAlone ? _sections[0].Title : Capital(_content.Plan.Name.Replace('-', ' '));

    private void Write(ImmutableArray<Figure> overview, ImmutableArray<ImmutableArray<Figure>> figures)
    {
        _html.Open("html", "lang=\"en\" xmlns=\"http://www.w3.org/1999/xhtml\"").Open("head");
        _html.Raw("<meta charset=\"utf-8\" />\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\" />\n");
        _html.Add("title", $"{Heading}: time to decision and cohesion").Open("style").Raw(Css()).Close().Close().Open("body");
        Header();
        _html.Open("main");
        TheAnswer();
        Contents();
        if (overview.Length > 0)
        {
            Chapter("overview", "All crises");
            Add(overview);
        }

        for (var index = 0; index < _sections.Length; index++)
        {
            Section(_sections[index], figures[index]);
        }

        Method();
        Configuration();
        Cite();
        Files();
        _html.Close().Close().Close();
    }

    private void Header()
    {
        var (plan, first) = (_content.Plan, _sections[0]);
        var rules = first.Arms.Select(arm => first.Quoted(arm.Arm)).ToArray();
        var members = first.Baseline.Arm.Terms.Roster.Size;
        _html.Open("header").Add("p", $"VotingSim report · {plan.Name}", "class=\"kicker\"").Add("h1", Heading);
        foreach (var question in IsAlone && _content.QuestionOf(first.Crisis) is { } own ? new[] { own } : [])
        {
            _html.Add("p", question, "class=\"lead\"");
        }

        _html.Add("p", rules.Length == 1
            ? $"The question: how long do {members} members take to decide under {rules[0]}, and how united are they then?"
            : $"The question: how long do {members} members take to decide under {ReportNumbers.List(rules)}, and what does the sooner decision cost in agreement and in members outvoted? {rules[0]} is the baseline, which the others are compared with.");
        var arms = plan.Arms.Length;
        _html.Add("p", $"{Count(rules.Length, "rule")}{(IsAlone ? "" : $", {Count(_sections.Length, "crisis", "crises")}")}{(plan.Parameters.Length > 0 ? $", {Count(arms / rules.Length / _sections.Length, "design point")}" : "")}, {ReportNumbers.Count(plan.Replications)} simulated deliberation{(plan.Replications == 1 ? "" : "s")} of each arm, {ReportNumbers.Count(plan.Replications * arms)} in all. All intervals, in brackets, are 95 %.", "class=\"facts\"");
        _html.Close();
    }

    private void TheAnswer()
    {
        Chapter("answer", "The answer");
        if (IsAlone)
        {
            Sentences(_sections[0], "p", "class=\"lead\"");
        }
        else
        {
            _html.Open("ul");
            foreach (var section in _sections)
            {
                _html.Open("li").Add("strong", $"{section.Title}. ").Raw(Html.Escape(ReportAnswer.Of(section).Lead)).Close();
            }

            _html.Close();
        }

        if (_sections.Any(section => section.Point.Length > 0))
        {
            _html.Add("p", $"The experiment sweeps {ReportNumbers.List(_content.Plan.Parameters)}. Shown at length is the design point in the middle of the ranges: {_sections[0].Point}.", "class=\"note\"");
        }
    }

    private void Contents()
    {
        (string Id, string Title)[] chapters =
        [
            .. IsAlone ? [] : new[] { ("overview", "All crises") }, .. IsAlone ? [] : _sections.Select(section => (section.Crisis.Name, section.Title)),
            ("method", "Method"), ("configuration", "Configuration"), ("cite", "How to cite"), ("files", "Where the numbers are"),
        ];
        if (IsAlone)
        {
            return;
        }

        _html.Open("nav", "aria-label=\"Contents\"").Open("ol");
        foreach (var (id, title) in chapters)
        {
            _html.Open("li").Add("a", title, $"href=\"#{id}\"").Close();
        }

        _html.Close().Close();
    }

    private void Section(ReportSection section, ImmutableArray<Figure> figures)
    {
        if (!IsAlone)
        {
            Chapter(section.Crisis.Name, section.Title);
            if (_content.QuestionOf(section.Crisis) is { } question)
            {
                _html.Open("p").Add("em", question).Close();
            }

            Sentences(section, "p", "");
        }

        Part("Estimates");
        Estimates(section);
        var shown = figures.Where(figure => Shows(figure, _sections.Length)).ToArray();
        Figure(shown, "survival", "Time to decision", () => _html.Add("p", ReportAnswer.Censoring(section)), () => Curves(section));
        if (section.Comparisons.Length > 0)
        {
            Part("Against the baseline");
            _html.Add("p", $"Every rule met the same luck as {section.NameOf(section.Baseline.Arm)}, replication by replication: each pair is the same world under two rules. {HazardFigure.Reading}");
            Add(shown.Where(figure => figure.Name.StartsWith("hazard", StringComparison.Ordinal)));
            Comparisons(section);
            TimeVarying(section);
        }

        Figure(shown, "frontier", "Speed and cohesion", () =>
        {
            foreach (var frontier in FrontierFigure.Shown.Select(section.Frontier).OfType<Frontier>().Take(1))
            {
                _html.Add("p", ReportAnswer.Dominance(section, frontier));
            }
        });
        Part("Who is outvoted");
        Add(shown.Where(figure => figure.Name.StartsWith("outvoted", StringComparison.Ordinal)));
        Members(section);
        Figure(shown, "outcomes", "Outcome against status quo");
        Figure(shown, "opinions", "Opinions at the opening and at the end");
        Figure(shown, "agreement", "Who votes with whom", () => _html.Add("p", Chance(section)));
        Figure(shown, "sweep", "What the swept parameters change");
        if (figures.Except(shown).ToArray() is { Length: > 0 } left)
        {
            _html.Open("p", "class=\"note files\"").Raw("More figures of this crisis: ");
            _html.Raw(string.Join(", ", left.Select(figure => $"<a href=\"figures/{figure.Name}.svg\">{Html.Escape(figure.Title.Split(':')[0])}</a>"))).Raw(".").Close();
        }
    }

    private void Figure(Figure[] figures, string name, string heading, Action? before = null, Action? after = null)
    {
        if (figures.Where(figure => figure.Name.StartsWith(name, StringComparison.Ordinal)).ToArray() is { Length: > 0 } own)
        {
            Part(heading);
            before?.Invoke();
            Add(own);
            after?.Invoke();
        }
    }

    private void Sentences(ReportSection section, string tag, string attributes)
    {
        var (lead, points) = ReportAnswer.Of(section);
        _html.Add(tag, lead, attributes).Open("ul");
        foreach (var point in _sections.Length > MostCrisesInFull ? points.TakeLast(1) : points)
        {
            _html.Open("li");
            if (point.Rule.Length > 0)
            {
                _html.Add("strong", point.Rule).Raw(" ");
            }

            _html.Raw(Html.Escape(point.Text)).Close();
        }

        _html.Close();
    }

    private void Estimates(ReportSection section)
    {
        _html.Table(
            $"Estimates under each rule{(section.Point.Length > 0 ? $", at {section.Point}" : "")}",
            ["Rule", "Decided, %", "Median day", "Mean days", "Agreement", "Opinions close", "Outvoted", "Mean utility"],
            section.Arms.Select(arm => (IReadOnlyList<string>)
            [
                section.NameOf(arm.Arm), Cell(arm.DecidedShare, "0.0", 100),
                double.IsFinite(arm.MedianDays.Value) ? Cell(arm.MedianDays, "N0") : "not reached", Cell(arm.RestrictedMeanDays, "N1"), Cell(arm.Measure("agreement_index"), "0.000"),
                Cell(arm.Measure("positional_cohesion"), "0.000"), Cell(arm.Measure("outvoted"), "0.00"), Cell(arm.Measure("mean_utility"), "0.000"),
            ]));
        _html.Add("p", "Agreement is that of the last ballots, and opinions are compared at the end; 1 is all alike. Outvoted are members bound by a text that they objected to. Utility 1 is one's own ideal. Mean days count an undecided deliberation up to the end of observation.", "class=\"note\"");
        var issues = section.Crisis.Issues;
        _html.Table(
            "Mean outcome on each issue (the status quo where undecided)",
            ["Rule", .. issues.Select(issue => $"{IssueScale.NameOf(issue)}, status quo {issue.StatusQuo.ToString("0.#", CultureInfo.InvariantCulture)}")],
            section.Arms.Select(arm => (IReadOnlyList<string>)[section.NameOf(arm.Arm), .. issues.Select(issue => Cell(arm.Measure($"outcome_{issue.Name}"), "0.0"))]));
    }

    private void Curves(ReportSection section)
    {
        var days = SurvivalFigure.Days(section);
        _html.Table(
            "Share still undecided after the day, %, and number at risk on it",
            ["Rule", .. days.Select(day => $"Day {ReportNumbers.Text(day, "N0")}")],
            section.Arms.Select(arm => (IReadOnlyList<string>)
                [section.NameOf(arm.Arm), .. days.Select(day => $"{At(arm.Survival, day)}\n{ReportNumbers.Count(SurvivalFigure.AtRisk(arm, day))} at risk")]));

        static string At(SurvivalCurve curve, double day)
        {
            var step = curve.Days.Count(own => own <= day) - 1;
            return ReportNumbers.Full(new(curve.Survival[step], curve.Low[step], curve.High[step]), "0.0", 100);
        }
    }

    private void Comparisons(ReportSection section)
    {
        var baseline = section.NameOf(section.Baseline.Arm);
        _html.Table(
            $"Speed of every rule against {baseline}",
            ["Rule", "Hazard ratio (above 1 decides faster)", "p, Holm-corrected", "Log-rank p", "Difference of mean days"],
            section.Comparisons.Select(comparison => (IReadOnlyList<string>)
            [
                section.NameOf(comparison.Arm), Split(ReportNumbers.Ratio(comparison.HazardRatio)), ReportNumbers.Probability(comparison.HolmP), ReportNumbers.Probability(comparison.LogRank.P), Cell(comparison.RestrictedMeanDifference, "N1"),
            ]));
        _html.Table(
            $"The same worlds under the rule and under {baseline}",
            ["Rule", "Earlier, %", "Same day, %", "Later, %", "Agreement, difference", "Opinions close, difference", "Outvoted, difference"],
            section.Comparisons.Select(comparison => (IReadOnlyList<string>)
            [
                section.NameOf(comparison.Arm), Cell(comparison.Earlier, "0.0", 100), Cell(comparison.Same, "0.0", 100), Cell(comparison.Later, "0.0", 100),
                Cell(comparison.Difference("agreement_index").Mean, "0.000"), Cell(comparison.Difference("positional_cohesion").Mean, "0.000"), Cell(comparison.Difference("outvoted").Mean, "0.00"),
            ]));
    }

    private void TimeVarying(ReportSection section)
    {
        if (_content.Summary.Cox.FirstOrDefault(model => model.Crisis == section.Crisis.Name) is not { TimeVarying.Length: > 0 } model)
        {
            return;
        }

        _html.Table(
            $"Does the ratio change with time? Cox's model with each rule times ln(days){(_content.Plan.Parameters.Length > 0 ? ", over all design points" : "")}",
            ["Term", "Coefficient (logarithm of the hazard ratio)", "z", "p"],
            model.TimeVarying.Select(term => (IReadOnlyList<string>)[Term(term.Name), Cell(Logarithm(term.HazardRatio, term.Value), "0.000"), ReportNumbers.Text(term.Z, "0.0"), ReportNumbers.Probability(term.P)]));
        _html.Add("p", "The ratio of a rule on day t is its own times t to the power of the coefficient of its ln(days): below 0, the advantage of the rule wears off (Golub 2007). Hazard ratio above 1 decides faster: a logarithm above 0.", "class=\"note\"");

        string Term(string name) => _content.Plan.Arms.Select(arm => arm.Rule).Distinct(StringComparer.Ordinal).OrderByDescending(rule => rule.Length).FirstOrDefault(rule => name.StartsWith(rule, StringComparison.Ordinal)) is { } rule
            ? _content.NameOf(rule) + name[rule.Length..].Replace(" x ", " × ", StringComparison.Ordinal) : name;

        static Statistics.Estimate Logarithm(Statistics.Estimate ratio, double value) => new(value, Math.Log(ratio.Low), Math.Log(ratio.High));
    }

    private void Members(ReportSection section)
    {
        _html.Table(
            "How often each member is outvoted, % of all deliberations",
            ["Member", .. section.Arms.Select(arm => section.NameOf(arm.Arm))],
            section.Baseline.Members.Select((member, seat) => (IReadOnlyList<string>)[member.Code, .. section.Arms.Select(arm => Cell(arm.Members[seat].Outvoted, "0.0", 100))]));
        _html.Table(
            "How often each member's last ballot decided, % of all deliberations, and its a-priori power (absolute Banzhaf index), %",
            ["Member", .. section.Arms.Select(arm => section.NameOf(arm.Arm))],
            section.Baseline.Members.Select((member, seat) => (IReadOnlyList<string>)
                [member.Code, .. section.Arms.Select(arm => $"{ReportNumbers.Value(arm.Members[seat].Decisive, "0.0", 100)}\n{ReportNumbers.Interval(arm.Members[seat].Decisive, "0.0", 100)}{(double.IsNaN(arm.Members[seat].Banzhaf) ? "" : $", power {ReportNumbers.Text(arm.Members[seat].Banzhaf * 100, "0.0")}")}")]));
    }

    private static string Chance(ReportSection section) =>
        $"Agreement beyond chance over all members (Fleiss's kappa; 1 is full, 0 what chance alone would give): {string.Join("; ", section.Arms.Select(arm => $"{section.NameOf(arm.Arm)} {ReportNumbers.Full(arm.Agreement.FleissKappa, "0.000")}"))}. It is undefined where all ballots were the same.";

    private void Add(IEnumerable<Figure> figures)
    {
        foreach (var figure in figures)
        {
            var (wide, narrow) = _draw(figure);
            _html.Open("figure", $"id=\"figure-{figure.Name}\"").Raw(wide.Replace("<svg ", "<svg class=\"wide\" ", StringComparison.Ordinal)).Raw("\n").Raw(narrow.Replace("<svg ", "<svg class=\"narrow\" ", StringComparison.Ordinal));
            _html.Open("figcaption").Add("b", $"Figure {++_figures}. {figure.Title}.").Raw($" {Html.Escape(figure.Caption)} ");
            _html.Open("span", "class=\"files\"").Raw($"<a href=\"figures/{figure.Name}.svg\">SVG</a>, <a href=\"figures/{figure.Name}.png\">PNG</a>, <a href=\"figures/{figure.Name}.csv\">numbers</a>").Close().Close().Close();
        }
    }

    private void Method()
    {
        Chapter("method", "Method");
        var settings = _sections[0].Baseline.Arm.Terms.Settings;
        foreach (var paragraph in ReportMethod.Paragraphs(_content.Plan, settings, _sections.Any(section => section.Comparisons.Length > 0)))
        {
            _html.Add("p", paragraph);
        }

        _html.Add("h3", "References").Open("ul", "class=\"note\"");
        foreach (var (text, doi) in ReportMethod.References)
        {
            _html.Open("li").Raw(Html.Escape(text)).Raw(doi.Length == 0 ? "" : $" <a href=\"https://doi.org/{doi}\">doi:{doi}</a>").Close();
        }

        _html.Close();
    }

    private void Configuration()
    {
        Chapter("configuration", "Configuration");
        _html.Add("p", $"The resolved configuration, with every default written out, is what was run. Its SHA-256 is {_content.Plan.Fingerprint}; the seed is {_content.Plan.Seed}. The same configuration and seed give the same rows on every machine.");
        _html.Open("details").Add("summary", "Show the configuration").Open("pre").Add("code", _content.Plan.Configuration.ToJsonString(Readable)).Close().Close();
    }

    private void Cite()
    {
        Chapter("cite", "How to cite");
        var cite = Citation.Read();
        var version = _content.Version.Split('+')[0];
        _html.Open("div", "class=\"cite\"").Add("p", $"{cite.Authors}. {cite.Title} (version {(version.Length > 0 ? version : cite.Version)}) [Computer software]. Licence: {cite.Licence}.");
        _html.Add("p", $"This run: experiment {_content.Plan.Name}, seed {_content.Plan.Seed}, configuration SHA-256 {_content.Plan.Fingerprint}.");
        _html.Open("pre").Add("code", $"@software{{votingsim,\n  author  = {{{{{cite.Authors}}}}},\n  title   = {{{cite.Title}}},\n  version = {{{(version.Length > 0 ? version : cite.Version)}}},\n  note    = {{Experiment {_content.Plan.Name}, seed {_content.Plan.Seed}}}\n}}").Close().Close();
    }

    private void Files()
    {
        Chapter("files", "Where the numbers are");
        _html.Open("ul");
        foreach (var (file, text) in new[]
        {
            ("runs", $"a row per deliberation, {ReportNumbers.Count(_content.Plan.Replications * _content.Plan.Arms.Length)} in all, as Parquet files in order of arm and replication"),
            ("summary.json", "every estimate, curve and comparison"), ("summary.csv", "the estimates per arm, flat"), ("figures", "every figure as SVG and PNG, and its numbers as CSV"),
            ("manifest.json", "what was run, with what version, where and when; the resolved configuration"),
        })
        {
            _html.Open("li").Open("a", $"href=\"{file}\"").Add("code", file).Close().Raw($": {Html.Escape(text)}").Close();
        }

        _html.Close().Add("p", "The codebook of the program explains every column and field.");
    }

    private void Chapter(string id, string title) => _html.Add("h2", title, $"id=\"{id}\"");

    private void Part(string title) => _html.Add(IsAlone ? "h2" : "h3", title);

    private static string Css()
    {
        using var reader = new StreamReader(typeof(ReportPage).Assembly.GetManifestResourceStream("report.css")!);
        return "\n" + reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    private static string Cell(Statistics.Estimate estimate, string format, double scale = 1) => $"{ReportNumbers.Value(estimate, format, scale)}\n{ReportNumbers.Interval(estimate, format, scale)}".TrimEnd('\n');

    private static string Split(string estimate) => estimate.Replace(" [", "\n[", StringComparison.Ordinal);

    private static string Count(int number, string one, string? many = null) => number == 1 ? $"1 {one}" : $"{number} {many ?? one + "s"}";

    private static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
