using VotingSim.Experiments.Plan;

namespace VotingSim.Analysis.Worlds;

/// <summary>Which measures are compared world by world, and by what steps their distributions are counted.</summary>
public static class WorldMeasure
{
    private static readonly string[] Names =
        ["mean_shift", "agreement_index", "positional_cohesion", "outvoted", "coverage", "content", "mean_utility", "min_utility"];

    /// <summary>Whether a column is one of them: agreement, cohesion, outvoting, contentment, utility, coverage, or a distance from the
    /// status quo.</summary>
    public static bool Is(string column)
    {
        ArgumentNullException.ThrowIfNull(column);
        return Names.Contains(column, StringComparer.Ordinal) || IsShift(column);
    }

    /// <summary>The step by which values of a column are counted: whole members, hundredths of the issue scale, and 0.0001 of everything
    /// else.</summary>
    public static double Resolution(string column)
    {
        ArgumentNullException.ThrowIfNull(column);
        return column == "outvoted" ? 1 : IsShift(column) ? 0.01 : 0.0001;
    }

    /// <summary>The step by which days are counted: whole days where all sessions are on whole days, else thousandths.</summary>
    public static double DayResolution(IEnumerable<Arm> arms) => arms.All(arm =>
        arm.Terms.Settings is var settings
            && IsWhole(settings.Calendar.FirstRoundDay)
            && IsWhole(settings.Calendar.RoundDays)
            && IsWhole(settings.HorizonDays))
            ? 1
            : 0.001;

    private static bool IsShift(string column) => column == "mean_shift" || column.StartsWith("shift_", StringComparison.Ordinal);

    private static bool IsWhole(double days) => days == Math.Floor(days);
}
