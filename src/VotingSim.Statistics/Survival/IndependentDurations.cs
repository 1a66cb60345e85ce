using VotingSim.Statistics.Comparison;

namespace VotingSim.Statistics.Survival;

/// <summary>Times to decision of two arms that met different luck, from their counts.</summary>
public static class IndependentDurations
{
    /// <summary>Compares arm b with arm a.</summary>
    /// <param name="a">Days of decisions and horizons of the baseline.</param>
    /// <param name="b">Those of the other arm.</param>
    /// <param name="horizon">Until when both are observed: nothing is censored before it. Unit: days.</param>
    /// <remarks>
    /// Who is earlier is asked of every deliberation of one arm against every one of the other: the probability of Mann &amp; Whitney (1947), Ann.
    /// Math. Stat. 18(1), 50-60, doi:10.1214/aoms/1177730491. Its variance is that of the placements, s²(b's)/n + s²(a's)/m (Sen 1960, Calcutta Stat.
    /// Assoc. Bull. 10, 1-18; DeLong, DeLong &amp; Clarke-Pearson 1988, Biometrics 44(3), 837-845, doi:10.2307/2531595), and its interval normal on
    /// the scale of the logit; where it is 0 or 1, Wilson's of as many pairs as the smaller arm has deliberations.
    /// </remarks>
    public static IndependentComparison Compare(DurationCounts a, DurationCounts b, double horizon)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        (double Arm, double Days, bool Decided, long Count)[] ends = [.. Ends(0, a), .. Ends(1, b)];
        var data = new CoxData(["b"]);
        foreach (var (arm, days, decided, count) in ends)
        {
            data.Add([arm], days, decided, count);
        }

        var model = CoxModel.Fit(data);
        var (early, late) = HalvedHazard.Of(ends);
        var (before, after) = (Days(a, horizon), Days(b, horizon));
        return new()
        {
            Horizon = horizon,
            HazardRatio = model.Coefficients[0].HazardRatio,
            HazardRatioP = model.Coefficients[0].P,
            Proportionality = model.Proportionality().Global,
            EarlyHazardRatio = early,
            LateHazardRatio = late,
            LogRank = LogRank.Of([a, b]).Test,
            RestrictedMeanDifference = WelchTest.Of(Moments(before, horizon), Moments(after, horizon)).Difference.Within(-horizon, horizon),
            Earlier = Share(before, after, (one, other) => other < one),
            Same = Share(before, after, (one, other) => other == one),
            Later = Share(before, after, (one, other) => other > one),
        };
    }

    private static IEnumerable<(double Arm, double Days, bool Decided, long Count)> Ends(double arm, DurationCounts durations) =>
        durations.ByTime.SelectMany(count => new[] { (arm, count.Time, true, count.Decided), (arm, count.Time, false, count.Censored) })
            .Where(end => end.Item4 > 0);

    // The days of decisions until the horizon, in order, and infinity for what is undecided then.
    private static (double Days, long Count)[] Days(DurationCounts durations, double horizon)
    {
        var decided = durations.ByTime.Where(count => count.Decided > 0 && count.Time <= horizon)
            .Select(count => (count.Time, count.Decided)).ToArray();
        var open = durations.Total - decided.Sum(count => count.Decided);
        return open > 0 ? [.. decided, (double.PositiveInfinity, open)] : decided;
    }

    private static Moments Moments((double Days, long Count)[] days, double horizon)
    {
        var moments = new Moments();
        foreach (var (day, count) in days)
        {
            moments.Add(Math.Min(day, horizon), count);
        }

        return moments;
    }

    private static Estimate Share((double Days, long Count)[] a, (double Days, long Count)[] b, Func<double, double, bool> holds)
    {
        var (ofA, ofB) = (Placements(a, b, holds), Placements(b, a, (other, one) => holds(one, other)));
        var (share, smaller) = (ofB.Mean, Math.Min(ofA.Count, ofB.Count));
        if (!(share > 0 && share < 1))
        {
            return double.IsNaN(share) ? Estimate.Undefined : Proportion.Wilson(share > 0 ? smaller : 0, smaller);
        }

        var error = Math.Sqrt((ofA.Variance / ofA.Count) + (ofB.Variance / ofB.Count));
        var (logit, half) = (Math.Log(share / (1 - share)), Distributions.NormalQuantile975 * error / (share * (1 - share)));
        return new(share, 1 / (1 + Math.Exp(half - logit)), 1 / (1 + Math.Exp(-half - logit)));
    }

    // For every deliberation of one arm the share of the other arm's with which it stands so.
    private static Moments Placements((double Days, long Count)[] own, (double Days, long Count)[] others, Func<double, double, bool> holds)
    {
        var (moments, total) = (new Moments(), (double)others.Sum(other => other.Count));
        var below = new long[others.Length + 1];
        for (var index = 0; index < others.Length; index++)
        {
            below[index + 1] = below[index] + others[index].Count;
        }

        var place = 0;
        foreach (var (day, count) in own)
        {
            while (place < others.Length && others[place].Days < day)
            {
                place++;
            }

            var equal = place < others.Length && others[place].Days == day ? others[place].Count : 0;
            var standing = (holds(1, 0) ? below[place] : 0) + (holds(1, 1) ? equal : 0) + (holds(1, 2) ? below[^1] - below[place] - equal : 0);
            moments.Add(standing / total, count);
        }

        return moments;
    }
}
