using VotingSim.Configuration;
using VotingSim.Evidence.Claims;
using VotingSim.Experiments.Plan;
using VotingSim.Statistics;

namespace VotingSim.Report.Evidence;

/// <summary>How claims and what was found are said, in tables and figures alike.</summary>
public static class ClaimWords
{
    /// <summary>Whether the model agrees with the record, and where that cannot be said, what the model says.</summary>
    public static string Verdict(ClaimFinding finding) => (finding ?? throw new ArgumentNullException(nameof(finding))).Verdict switch
    {
        ClaimVerdict.Agrees => "agrees",
        ClaimVerdict.Disagrees => "disagrees",
        ClaimVerdict.NotShown => finding.Reading == ClaimReading.Undefined ? "no estimate" : "not shown",
        ClaimVerdict.Disputed => $"disputed; model {Reading(finding.Reading)}",
        _ => $"record silent; model {Reading(finding.Reading)}",
    };

    /// <summary>What is estimated.</summary>
    public static string Quantity(ClaimQuantity quantity) => quantity switch
    {
        ClaimQuantity.HazardRatio => "ratio of the rates of deciding",
        ClaimQuantity.HazardTrend => "change of the rate ratio's logarithm as age grows e-fold",
        ClaimQuantity.MedianRatio => "ratio of the median days",
        ClaimQuantity.MedianElasticity => "power by which the median days grow",
        ClaimQuantity.DecidedDifference => "difference of the shares decided, points of 100",
        ClaimQuantity.UnopposedShare => "share of decisions unopposed, %",
        _ => "difference of the distances to the status quo, points of 100",
    };

    /// <summary>What the claim says of it.</summary>
    public static string Expected(Claim claim)
    {
        ArgumentNullException.ThrowIfNull(claim);
        return double.IsNegativeInfinity(claim.AtLeast) ? $"below {Limit(claim.AtMost)}"
            : double.IsPositiveInfinity(claim.AtMost) ? $"above {Limit(claim.AtLeast)}"
            : $"{Limit(claim.AtLeast)} to {Limit(claim.AtMost)}";

        string Limit(double value) => ReportNumbers.Text(value * Scale(claim.Quantity), "0.##");
    }

    /// <summary>The estimate with its interval.</summary>
    public static string Number(ClaimQuantity quantity, Estimate estimate)
    {
        var value = Number(quantity, estimate.Value);
        return double.IsNaN(estimate.Low) || double.IsNaN(estimate.High) ? value
            : $"{value} [{Number(quantity, estimate.Low)}, {Number(quantity, estimate.High)}]";
    }

    /// <summary>A number of a quantity.</summary>
    public static string Number(ClaimQuantity quantity, double value) => ClaimFinding.IsRatio(quantity) ? ReportNumbers.Ratio(value)
        : ReportNumbers.Text(value * Scale(quantity), Scale(quantity) == 100 ? "0.0" : "0.00");

    /// <summary>What is observed, with its interval; empty where the record is silent, "direction only" where there is no number.</summary>
    public static string Observed(Claim claim)
    {
        ArgumentNullException.ThrowIfNull(claim);
        return claim.Observed is not { } observed ? ""
            : double.IsNaN(observed.Value) ? "direction only"
            : Number(claim.Quantity, new Estimate(observed.Value, observed.Low, observed.High));
    }

    /// <summary>Which mechanism it hangs most on, and what it is without it.</summary>
    public static string HangsOn(ClaimFinding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return finding.HangsOn is { } one
            ? $"{one.Switch.Name}; without it {Number(finding.Claim.Quantity, one.Without)}"
            : finding.Switches.IsEmpty ? "everything is off" : "none alone, as far as is shown";
    }

    /// <summary>How the findings stand, the worst first.</summary>
    public static string Summary(IReadOnlyList<ClaimFinding> findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        var by = findings.ToLookup(finding => finding.Verdict);
        var speaks = findings.Count - by[ClaimVerdict.Silent].Count() - by[ClaimVerdict.Disputed].Count();
        var text = speaks == 0 ? "The record decides on none of these claims."
            : $"On {Of(speaks, findings.Count)} the record is clear: the model disagrees with it on {by[ClaimVerdict.Disagrees].Count()}, "
                + $"does not show {by[ClaimVerdict.NotShown].Count()} and agrees on {by[ClaimVerdict.Agrees].Count()}.";
        return $"{text} On {by[ClaimVerdict.Disputed].Count()} the record is disputed, on {by[ClaimVerdict.Silent].Count()} it is silent.";

        static string Of(int some, int all) => all == 1 ? "this claim" : some == all ? $"all {all} claims" : $"{some} of {all} claims";
    }

    /// <summary>What a quantity is multiplied by where it is written.</summary>
    internal static double Scale(ClaimQuantity quantity) => quantity is ClaimQuantity.UnopposedShare or ClaimQuantity.DecidedDifference ? 100 : 1;

    private static string Reading(ClaimReading reading) => reading switch
    {
        ClaimReading.AsClaimed => "as claimed",
        ClaimReading.Otherwise => "otherwise",
        ClaimReading.NotShown => "does not show it",
        _ => "has no estimate",
    };
}
