using VotingSim.Analysis.Campaigns;

namespace VotingSim.Report;

/// <summary>The tables of a report on campaigns.</summary>
internal static class CampaignTables
{
    private const int MostRows = 120;

    private const string Reading = "means over worlds, in brackets their simulation error (95 %), below the middle half of the worlds";

    private static readonly (string Heading, string Measure, string Format)[] Decided =
    [
        ("Decided a year", "decided_per_year", "0.00"), ("By consent", "consent_per_year", "0.00"), ("By vote", "vote_per_year", "0.00"),
        ("By the willing", "minilateral_per_year", "0.00"), ("Open at the end", "open_at_end", "0.0"), ("Members outvoted a year",
            "outvoted_per_year", "0.00"),
    ];

    private static readonly (string Heading, string Measure, string Format)[] CarriedOut =
    [
        ("Carried out, share", "carried_out", "0.00"), ("Carried out a year", "carried_out_per_year", "0.00"), ("Effect a year",
            "effect_per_year", "0.0"),
        ("Centrality", "centrality", "0.00"),
    ];

    private static readonly (string Heading, string Measure, string Format)[] Bloc =
    [
        ("Resilience, share", "resilience_share", "0.00"), ("Resilience, days", "resilience_days", "0"), ("Goodwill, mean", "goodwill_mean", "0.000"),
        ("Goodwill, least contented", "goodwill_min", "0.000"),
    ];

    private static readonly (string Heading, string Measure, string Format) Reformed = ("Under a reform, share of matters", "reformed_share", "0.00");

    private static readonly (string Heading, string Measure, string Format)[] Differences =
    [
        ("Decided a year", "decided_per_year", "0.00"), ("Carried out a year", "carried_out_per_year", "0.00"), ("Effect a year",
            "effect_per_year", "0.0"),
        ("Goodwill, mean", "goodwill_mean", "0.000"), ("Goodwill, least contented", "goodwill_min", "0.000"),
    ];

    /// <summary>What is decided, and how, and what comes of it.</summary>
    public static void Arms(Html html, CampaignContent content)
    {
        Write(html, content, $"What is decided under each rule: {Reading}", Decided);
        Write(html, content, $"What comes of it: {Reading}", CarriedOut);
        var reforms = content.Summary.Arms.Any(arm => arm.Arm.Campaign!.Reform is not null);
        Write(html, content, $"How the bloc fares: {Reading}; resilience is of acute matters, with the days to a decision of the whole bloc that at "
            + "least half of the members carry out, goodwill that of the last day", reforms ? [.. Bloc, Reformed] : Bloc);
    }

    /// <summary>What differs from the baseline, world by world.</summary>
    public static void Comparisons(Html html, CampaignContent content)
    {
        if (content.Comparisons.Length == 0)
        {
            return;
        }

        html.Table(
            $"In the same worlds as under {content.Quoted(content.Arms[0])}: share of worlds with less, the same and more, %, and the middle half "
                + $"of the differences",
            ["Rule", .. Differences.Select(column => column.Heading)],
            content.Comparisons.Select(comparison => (string[])
            [
                content.NameOf(comparison.Arm), .. Differences.Select(column => Of(comparison, column.Measure, column.Format)),
            ]));
    }

    /// <summary>Every design point of a sweep.</summary>
    public static void Sweep(Html html, CampaignContent content)
    {
        if (content.Plan.Parameters.IsEmpty)
        {
            return;
        }

        html.Add("h3", "Every design point");
        var arms = content.Summary.Arms;
        (string Heading, string Measure, string Format)[] columns = [Decided[0], CarriedOut[1], CarriedOut[2], Bloc[3]];
        html.Table(
            "Every arm of the sweep: means over worlds, in brackets their simulation error (95 %)",
            ["Rule", .. content.Plan.Parameters, .. columns.Select(column => column.Heading)],
            arms.Take(MostRows).Select(arm => (string[])
            [
                content.NameOf(arm), .. arm.Arm.Parameters.Select(parameter => parameter.Text),
                .. columns.Select(column => PageWriter.Cell(arm.Measures[column.Measure].Mean, column.Format)),
            ]));
        if (arms.Length > MostRows)
        {
            html.Add("p", $"The other {arms.Length - MostRows} are in summary.json.", "class=\"note\"");
        }
    }

    private static void Write(Html html, CampaignContent content, string caption, (string Heading, string Measure, string Format)[] columns) =>
        html.Table(
        caption,
        ["Rule", .. columns.Select(column => column.Heading)],
        content.Arms.Select(arm => (string[])
        [
            content.NameOf(arm), .. columns.Select(column => Of(arm.Measures[column.Measure], column.Format)),
        ]));

    private static string Of(CampaignEstimate measure, string format) => double.IsNaN(measure.Mean.Value) ? ReportNumbers.Undefined
        : $"{PageWriter.Cell(measure.Mean, format)}\n{WorldWords.Range(measure.Spread.P25, measure.Spread.P75, format)}";

    private static string Of(CampaignComparison comparison, string measure, string format)
    {
        var worlds = comparison.Differences[measure];
        return worlds.Worlds == 0 ? ReportNumbers.Undefined
            : $"{WorldWords.Percent(worlds.Lower.Value)} · {WorldWords.Percent(worlds.Same.Value)} · {WorldWords.Percent(worlds.Higher.Value)}\n"
                + WorldWords.Range(worlds.P25, worlds.P75, format);
    }
}
