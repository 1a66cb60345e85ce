using VotingSim.Analysis.Campaigns;
using VotingSim.Analysis.Worlds;

namespace VotingSim.Report;

/// <summary>What a report on campaigns says in sentences.</summary>
internal static class CampaignWords
{
    private const int MostNamed = 3;

    // A share of the variance that is worth naming.
    private const double LeastShare = 0.02;

    /// <summary>The first sentence.</summary>
    public static string Lead(CampaignContent content)
    {
        var at = content.Point.Length > 0 ? $"At {content.Point}: " : "";
        if (content.Comparisons is [var comparison, ..])
        {
            return at + CampaignSentence.Lead(comparison, rule => Analysis.RuleTitles.Of(content.Plan, rule));
        }

        var arm = content.Arms[0];
        return $"{at}Over {content.Span}, under {content.Quoted(arm)}, {InAll("decided_per_year")} of {Number("arisen", "0.0")} matters that arise "
            + $"are decided on average, "
            + $"{InAll("carried_out_per_year")} decisions are carried out, and the least contented member ends with goodwill "
            + $"{Number("goodwill_min", "0.000")}.";

        string InAll(string measure) => ReportNumbers.Text(arm.Measures[measure].Mean.Value * content.Years, "0.0");

        string Number(string measure, string format) => ReportNumbers.Value(arm.Measures[measure].Mean, format);
    }

    /// <summary>What the answer hangs on, of memory and compliance.</summary>
    public static string Drivers(CampaignContent content, CampaignComparison comparison)
    {
        if (comparison.Surface is not { } surface)
        {
            return "No number of memory or compliance is uncertain here: what is said holds for those that are configured.";
        }

        var clear = surface.Parameters.Where(parameter =>
            parameter.FirstOrder.Low > 0 && parameter.FirstOrder.Value >= LeastShare).Take(MostNamed).ToArray();
        if (clear.Length == 0)
        {
            return "No number of memory or compliance by itself explains a measurable part of the difference in decisions carried out: it is the "
                + "other "
                + "parameters, luck, and their interplay.";
        }

        var names = ReportNumbers.List([.. clear.Select(parameter => $"{NameOf(content, parameter.Name)} "
            + $"({Share(parameter)}{Direction(parameter)})")]);
        return $"Of memory and compliance, on {names}: the share of the difference in decisions carried out that each alone explains.";

        static string Share(SurfaceParameter parameter) => $"{ReportNumbers.Text(parameter.FirstOrder.Value * 100, "0")} %";

        string Direction(SurfaceParameter parameter) => parameter.RankCorrelation.High < 0 ? $"; the larger, the fewer "
            + $"{content.Quoted(comparison.Arm)} carries out"
            : parameter.RankCorrelation.Low > 0 ? $"; the larger, the more {content.Quoted(comparison.Arm)} carries out" : "";
    }

    /// <summary>What a restriction of the box asks.</summary>
    public static IReadOnlyList<string> Row(CampaignContent content, DiscoveredLimit limit) =>
    [
        NameOf(content, limit.Parameter), BoxFigure.Range(limit), $"{ReportNumbers.Short(limit.RangeLow)} to {ReportNumbers.Short(limit.RangeHigh)}",
        ReportNumbers.Probability(limit.QuasiP),
    ];

    /// <summary>The box in figures.</summary>
    public static string Box(Discovery found) => $"In {Percent(found.CaseShare)} % of the worlds looked at that is not so. The box holds "
        + $"{Percent(found.Mass)} % of "
        + $"them and {Percent(found.Coverage)} % of those in which it is not so; of its worlds it is not so in {Percent(found.Density)} %. Found "
        + $"by PRIM "
        + "(Friedman & Fisher 1999); the quasi-p value is the chance of as many, were the restriction random.";

    /// <summary>A parameter in words: "memory outvoted" of <c>campaign.memory.outvoted</c>.</summary>
    public static string NameOf(CampaignContent content, string parameter)
    {
        var name = ParameterName.Of(content.Plan, parameter);
        return name.StartsWith("campaign ", StringComparison.Ordinal) ? name["campaign ".Length..] : name;
    }

    /// <summary>How it was done, in short.</summary>
    public static IEnumerable<string> Method(CampaignContent content)
    {
        yield return $"A campaign is {content.Span} of matters at one table and under one rule. Crises arise time and again, at configured rates "
            + $"or on set days, and each is "
            + "a deliberation of the VotingSim model, in which opinions move as members listen to one another (Friedkin & Johnsen 1990). Members "
            + "remember: "
            + "being outvoted, being left out and deadlock cost goodwill, shared decisions restore it, and all of it fades. Goodwill changes what "
            + "a member "
            + "swallows and how far it listens. A decision is carried out by those who can live with it, and its effect is how far that moves the "
            + "status quo.";
        yield return $"Each of {ReportNumbers.Count(content.Plan.Replications)} replications is a world: when matters arise, the luck in each, and "
            + $"the "
            + "parameters that are uncertain. All arms meet the same worlds (common random numbers; Law 2015), so that two rules differ within a "
            + "world by the "
            + "rule and by what it has led to. What is said of shares, bands and middle halves is the distribution over worlds; more replications "
            + "do not narrow it. "
            + "Intervals in brackets are simulation error, 95 %, Student's: how far another seed would move a mean.";
        yield return "A matter belongs to the year in which it ended, and what ends after the last day to none. Centrality is the share of all "
            + "effect that came "
            + "through the whole bloc. What the difference in decisions carried out hangs on is computed from the same rows: rank correlations "
            + "(Spearman 1904) and "
            + "first-order indices from given data (Plischke, Borgonovo & Smith 2013). Where most worlds are contradicted is looked for by the "
            + "patient rule induction "
            + "method (Friedman & Fisher 1999; Bryant & Lempert 2010).";
    }

    private static string Percent(double share) => WorldWords.Percent(share);
}
