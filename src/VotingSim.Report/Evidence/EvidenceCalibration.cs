using System.Text;
using VotingSim.Evidence.Calibration;

namespace VotingSim.Report.Evidence;

/// <summary>What the cases tell of the parameters, on the page on evidence.</summary>
internal static class EvidenceCalibration
{
    public static void Write(StringBuilder page, CalibrationDocument calibration)
    {
        page.Append(calibration.Answer).Append("\n\n");
        MarkdownTable.Write(
            page,
            [
                "structure: the world is one in which ...", " weight", " log density, left one out", $" time, consensus : {calibration.Against}",
                " distance of their texts", " k-hat", " effective draws",
            ],
            calibration.Structures.Select(one => (IReadOnlyList<string>)
            [
                $"`{one.Structure}`: {one.Title}", EvidenceNumbers.Text(one.StackingWeight), EvidenceNumbers.Text(one.LeaveOneOutLogDensity, "0.0"),
                EvidenceNumbers.Text(one.Effect.TimeRatio), EvidenceNumbers.Text(one.Effect.OutcomeDistance, "0.0"),
                $"{EvidenceNumbers.Text(one.KHat)}{(one.Reliable ? "" : " (not reliable)")}", EvidenceNumbers.Text(one.EffectiveSize, "0"),
            ]).Append(
            [
                "stacked", "1", EvidenceNumbers.Text(calibration.StackedLogDensity, "0.0"), EvidenceNumbers.Text(calibration.Stacked.TimeRatio),
                EvidenceNumbers.Text(calibration.Stacked.OutcomeDistance, "0.0"), "-", "-",
            ]));
        page.Append("Intervals are 90 %, of the posterior. The weights stack the structures so that the mixture ")
            .Append("would have foretold each case best from the others ")
            .Append("(Yao et al. 2018). Times are ratios of geometric means over cases, in the same worlds.\n\n")
            .Append("What these cases tell of each parameter. The width is that of the 90 % interval over the ")
            .Append("prior's, on the scale on which the prior is uniform; ")
            .Append($"above {EvidenceNumbers.Text(calibration.UntoldAbove)} the record does not tell:\n\n");
        MarkdownTable.Write(
            page,
            ["structure", "parameter", " prior", " posterior", " width", ""],
            calibration.Structures.SelectMany(one => one.Parameters.Select(parameter => (IReadOnlyList<string>)
            [
                $"`{one.Structure}`", $"`{parameter.Parameter}`{(parameter.Scales ? ", times" : "")}", EvidenceNumbers.Text(parameter.Prior, "0.##"),
                EvidenceNumbers.Text(parameter.Posterior, "0.##"), EvidenceNumbers.Text(parameter.RelativeWidth), parameter.Word,
            ])));
    }
}
