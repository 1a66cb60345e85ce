using VotingSim.Analysis.Worlds;

namespace VotingSim.Report;

/// <summary>What an answer hangs on and where it turns around, in sentences.</summary>
internal static class DriverWords
{
    private const int MostNamed = 3;

    // A share of the variance that is worth naming.
    private const double LeastShare = 0.02;

    /// <summary>The strongest drivers.</summary>
    public static string Drivers(ContrastView view)
    {
        if (view.Summary.Drivers is not { Drivers: { Length: > 0 } drivers })
        {
            return "No parameter of this experiment is uncertain or swept: its worlds differ by luck alone.";
        }

        var clear = drivers.Where(driver => driver.FirstOrder.Low > 0 && driver.FirstOrder.Value >= LeastShare).Take(MostNamed).ToArray();
        if (clear.Length == 0)
        {
            return "No parameter by itself explains a measurable part of the difference: it is luck, and the interplay of parameters.";
        }

        return $"{Capital(ReportNumbers.List([.. clear.Select(Named)]))}. {Capital(Rest(view.Summary.Drivers))}";

        string Named(WorldDriver driver, int place)
        {
            var share = $"{ReportNumbers.Text(driver.FirstOrder.Value * 100, "0")} %";
            return $"{ParameterName.Of(view.Plan, driver.Parameter)} ({(place == 0 ? $"alone explains {share} of what "
                + "differs" : share)}{Direction(driver)})";
        }

        string Direction(WorldDriver driver) =>
            driver.RankCorrelation.High < 0 ? $"; the larger, the earlier {view.QuotedRule}"
            : driver.RankCorrelation.Low > 0 ? $"; the larger, the later {view.QuotedRule}"
            : "";
    }

    /// <summary>Where the conclusion does not hold.</summary>
    public static string Turning(ContrastView view)
    {
        if (view.Summary.Drivers?.Discovery is not { } found)
        {
            return "";
        }

        return found.CaseShare == 0 ? $"Nowhere among the worlds looked at: in all of them {Holds(found.Conclusion)}."
            : found.Limits.Length == 0 ? "No range of parameters sets the other worlds apart: what turns the answer around is luck, or too many "
                + "parameters at once."
            : Box(view, found);
    }

    /// <summary>The box in a sentence.</summary>
    public static string Box(ContrastView view, Discovery found)
    {
        var where = ReportNumbers.List([.. found.Limits.Select(limit => $"{ParameterName.Of(view.Plan, limit.Parameter)} {BoxFigure.Range(limit)}")]);
        var density = $"{view.QuotedRule} is {Against(found.Conclusion)} in {ReportNumbers.Text(found.Density * 100, "0")} % of the worlds there, "
            + $"and in {ReportNumbers.Text(found.CaseShare * 100, "0")} % of all";
        return found.TurnsAround ? $"With {where}: {density}." : $"Nowhere in most worlds. It holds least often with {where}: {density}.";
    }

    /// <summary>What a world is in which the conclusion does not hold.</summary>
    public static string Against(Conclusion conclusion) => conclusion switch
    {
        Conclusion.Earlier => "not earlier",
        Conclusion.Later => "not later",
        _ => "earlier or later",
    };

    /// <summary>The conclusion as a word of a file.</summary>
    public static string Word(Conclusion conclusion) => conclusion switch
    {
        Conclusion.Earlier => "earlier",
        Conclusion.Later => "later",
        _ => "same",
    };

    private static string Holds(Conclusion conclusion) => conclusion switch
    {
        Conclusion.Earlier => "it is earlier",
        Conclusion.Later => "it is later",
        _ => "there is no difference",
    };

    private static string Rest(WorldDrivers drivers) => drivers.Variance is { } split && double.IsFinite(split.Share.Value)
        ? $"all parameters together account for {ReportNumbers.Full(split.Share, "0", 100)} % of what differs, luck for the rest."
        : "the rest is other parameters, their interplay, and luck.";

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
