using VotingSim.Analysis;

namespace VotingSim.Evidence.Calibration;

/// <summary>The answer of a calibration in words.</summary>
internal static class CalibrationSentence
{
    /// <summary>By how much consensus is slower, through each structure and through all.</summary>
    public static string Of(string against, IReadOnlyList<StructureDocument> structures, EffectDocument stacked)
    {
        var first = structures[0];
        var others = structures.Skip(1).Select(one => $", {Text(one.Effect.TimeRatio)} if {one.Title}");
        var all = structures.Count == 1 ? ""
            : $"; stacked by how well each foretells a case that it has not seen {Text(stacked.TimeRatio)}: the same record, read through "
                + "different structures";
        return $"Consensus takes {Text(first.Effect.TimeRatio)} times as long as {against} if {first.Title}{string.Concat(others)}{all}.";
    }

    /// <summary>Median and 90 % interval.</summary>
    public static string Text(IntervalDocument interval) =>
        $"{SignificantDigits.Text(interval.Median, "F2")} [{SignificantDigits.Text(interval.Low, "F2")}, {SignificantDigits.Text(interval.High, "F2")}]";
}
