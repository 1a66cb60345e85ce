namespace VotingSim.Statistics.Survival;

/// <summary>The hazard ratio of two arms in each half of their decisions: what one ratio for all of the time is an average of.</summary>
internal static class HalvedHazard
{
    /// <summary>The ratios up to, and after, the day by which half of the decisions of both arms together are made. 0, infinite or NaN where one
    /// arm, or neither, decides in that half.</summary>
    /// <param name="ends">How many deliberations of an arm (0 the baseline, 1 the other) ended when, decided or not.</param>
    /// <remarks>Cox's model of the times censored at that day, and of those undecided then from that day on.</remarks>
    public static (double Earlier, double Later) Of((double Arm, double Days, bool Decided, long Count)[] ends)
    {
        var (half, before) = (ends.Sum(end => end.Decided ? end.Count : 0) / 2.0, 0L);
        var middle = ends.Where(end => end.Decided).OrderBy(end => end.Days).SkipWhile(end => (before += end.Count) < half)
            .Select(end => end.Days).FirstOrDefault(double.NaN);
        if (double.IsNaN(middle))
        {
            return (double.NaN, double.NaN);
        }

        var (first, second) = (new CoxData(["b"]), new CoxData(["b"]));
        foreach (var (arm, days, decided, count) in ends)
        {
            first.Add([arm], Math.Min(days, middle), decided && days <= middle, count);
            if (days > middle)
            {
                second.Add([arm], days, decided, count, entry: middle);
            }
        }

        return (Ratio(first), Ratio(second));

        static double Ratio(CoxData data) => data.Decided == 0 ? double.NaN : CoxModel.Fit(data).Coefficients[0].HazardRatio.Value;
    }
}
