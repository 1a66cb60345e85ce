using System.Collections.Immutable;
using VotingSim.Deliberation;
using VotingSim.Evidence.Cases;
using VotingSim.Statistics.Survival;

namespace VotingSim.Evidence.Claims;

/// <summary>What came of a side of a claim in many worlds, all its crises together: a place for each crisis and world.</summary>
internal sealed class SideWorlds
{
    private readonly double[] _times; // distinct, rising
    private readonly int[] _time; // of each place

    /// <summary>Puts the crises of a side together.</summary>
    /// <param name="terms">The terms of each crisis.</param>
    /// <param name="crises">What came of it.</param>
    public SideWorlds(IReadOnlyList<DeliberationTerms> terms, IReadOnlyList<CaseWorlds> crises)
    {
        Worlds = crises[0].Count;
        Decided = [.. crises.SelectMany(crisis => crisis.Decided)];
        Unopposed = [.. crises.SelectMany(crisis => crisis.Endings.Select(ending => ending == Ending.Consent))];
        Days = [.. crises.SelectMany((crisis, index) => crisis.Days.Select(days => Math.Min(days, terms[index].Settings.HorizonDays)))];
        Distance = [.. crises.SelectMany((crisis, index) => Enumerable.Range(0, crisis.Count).Select(world => crisis.Decided[world]
            ? crisis.Outcome.Select((issue, at) => Math.Abs(issue[world] - terms[index].Crisis.Issues[at].StatusQuo)).Average()
            : double.NaN))];
        _times = [.. Days.Distinct().Order()];
        _time = [.. Days.Select(days => Array.BinarySearch(_times, days))];
    }

    /// <summary>Number of worlds.</summary>
    public int Worlds { get; }

    /// <summary>Whether a text was adopted.</summary>
    public bool[] Decided { get; }

    /// <summary>Whether one was adopted to which nobody objected.</summary>
    public bool[] Unopposed { get; }

    /// <summary>Day of the decision; the horizon where there was none.</summary>
    public double[] Days { get; }

    /// <summary>Mean distance of the adopted text from the status quo over the issues; NaN where there is none.</summary>
    public double[] Distance { get; }

    /// <summary>How many decide, and how many are observed no longer, on each day, in order.</summary>
    /// <param name="counts">How often each world counts.</param>
    public ImmutableArray<(double Day, long Decided, long Censored)> ByDay(int[] counts)
    {
        var (decided, censored) = (new long[_times.Length], new long[_times.Length]);
        for (var place = 0; place < _time.Length; place++)
        {
            (Decided[place] ? decided : censored)[_time[place]] += counts[place % Worlds];
        }

        return [.. _times.Select((day, index) => (day, decided[index], censored[index]))];
    }

    /// <summary>The median day, by Kaplan and Meier; NaN where fewer than half decide under observation.</summary>
    public double Median(int[] counts)
    {
        var durations = new DurationCounts();
        foreach (var (day, decided, censored) in ByDay(counts))
        {
            durations.Add(day, decided: true, decided);
            durations.Add(day, decided: false, censored);
        }

        return KaplanMeier.Of(durations).Median.Value;
    }
}
