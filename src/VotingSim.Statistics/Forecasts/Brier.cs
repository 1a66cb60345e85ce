using System.Collections.Immutable;
using VotingSim.Statistics.Survival;

namespace VotingSim.Statistics.Forecasts;

/// <summary>How far probabilities of "decided by day d" are from what happened: the mean squared difference to 1 or 0. 0 is best, and 0.25 is what
/// "one half" for every case has.</summary>
/// <remarks>
/// A case whose observation ended before the day tells nothing; its weight goes to the others, each of which counts 1 / P(observed until the day or
/// its decision, whichever is first), by Kaplan and Meier's curve of the ends of observation (Graf, Schmoor, Sauerbrei &amp; Schumacher 1999, Stat.
/// Med. 18(17-18), 2529-2545, doi:10.1002/(SICI)1097-0258(19990915/30)18:17/18&lt;2529::AID-SIM274&gt;3.0.CO;2-5). A decision precedes an end of
/// observation at the same time, and a case observed until just that day was undecided then. Assumes that observation ends for reasons that have
/// nothing to do with the case.
/// </remarks>
public sealed record Brier
{
    /// <summary>The day.</summary>
    public required double Day { get; init; }

    /// <summary>Number of cases of which it is known whether they were decided by the day.</summary>
    public required int Known { get; init; }

    /// <summary>Each case's part, weight times squared difference: 0 where it is unknown, NaN where the probability is. Its mean is the
    /// score.</summary>
    public required ImmutableArray<double> Parts { get; init; }

    /// <summary>The score. NaN without cases, or where a part is.</summary>
    public double Score => Parts.IsEmpty ? double.NaN : Parts.Average();

    /// <summary>Scores probabilities.</summary>
    /// <param name="probabilities">Probability that each case is decided by the day. Range: 0 to 1.</param>
    /// <param name="observed">What happened.</param>
    /// <param name="day">The day, in the unit of the times.</param>
    public static Brier Of(IReadOnlyList<double> probabilities, IReadOnlyList<ObservedDuration> observed, double day)
    {
        if (probabilities.Count != observed.Count)
        {
            throw new ArgumentException($"{probabilities.Count} probabilities have {observed.Count} observations.", nameof(observed));
        }

        var ends = new DurationCounts();
        foreach (var each in observed)
        {
            // What ends an observation is here the event; a decision just before hides it.
            ends.Add(each.Decided ? Math.BitDecrement(each.Time) : each.Time, !each.Decided);
        }

        var steps = KaplanMeier.Of(ends).Steps;
        var parts = observed.Select((each, index) => Known(each) ? Part(each, probabilities[index]) : 0);
        return new() { Day = day, Known = observed.Count(Known), Parts = [.. parts] };

        bool Known(ObservedDuration each) => each.Decided || each.Time >= day;

        double Part(ObservedDuration each, double probability)
        {
            var (until, happened) = (Math.Min(each.Time, day), each.Time <= day && each.Decided ? 1 : 0);
            var stillObserved = steps.LastOrDefault(step => step.Time < until, new() { Survival = 1 }).Survival;
            return (happened - probability) * (happened - probability) / stillObserved;
        }
    }
}
