using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace VotingSim.Statistics.Survival;

/// <summary>Times to decision as counts per distinct time: all that the estimates need, whatever the number of deliberations.</summary>
/// <remarks>
/// A deliberation that was undecided when its observation ended is right-censored there: its time is at least that long. One that came under
/// observation late (delayed entry, left truncation) is at risk only after its entry. Memory grows with the number of distinct times, not of
/// deliberations.
/// </remarks>
public sealed class DurationCounts
{
    private readonly Dictionary<double, (long Decided, long Censored)> _ends = [];
    private readonly Dictionary<double, long> _entries = [];
    private ImmutableArray<DurationCount> _byTime;

    /// <summary>Number of deliberations that decided.</summary>
    public long Decided { get; private set; }

    /// <summary>Number of deliberations that were undecided when their observation ended.</summary>
    public long Censored { get; private set; }

    /// <summary>Number of deliberations.</summary>
    public long Total => Decided + Censored;

    /// <summary>Number of distinct times, of entries as well as of ends.</summary>
    public int DistinctTimes => _ends.Count + _entries.Count;

    /// <summary>The counts, in order of time.</summary>
    public ImmutableArray<DurationCount> ByTime => _byTime.IsDefault ? _byTime = Sorted() : _byTime;

    /// <summary>Counts deliberations.</summary>
    /// <param name="time">When they decided, or when their observation ended. Unit: days, or any other. Range: finite.</param>
    /// <param name="decided">Whether they decided.</param>
    /// <param name="count">How many. Range: &gt;= 0.</param>
    /// <param name="entry">When their observation began; they are at risk after it. Range: &lt; <paramref name="time"/>. Default: from the
    /// start.</param>
    public void Add(double time, bool decided, long count = 1, double entry = double.NegativeInfinity)
    {
        CheckTimes(time, entry);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        if (count == 0)
        {
            return;
        }

        _byTime = default;
        ref var end = ref CollectionsMarshal.GetValueRefOrAddDefault(_ends, time, out _);
        if (decided)
        {
            end.Decided += count;
            Decided += count;
        }
        else
        {
            end.Censored += count;
            Censored += count;
        }

        if (entry > double.NegativeInfinity)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(_entries, entry, out _) += count;
        }
    }

    /// <summary>The share that decided under observation, with Wilson's interval. Where some are censored before the end, a lower bound of the
    /// share that decides.</summary>
    public Estimate DecidedShare() => Proportion.Wilson(Decided, Total);

    internal static void CheckTimes(double time, double entry)
    {
        if (!double.IsFinite(time))
        {
            throw new ArgumentOutOfRangeException(nameof(time), time, "A time is a finite number.");
        }

        if (!(entry < time))
        {
            throw new ArgumentOutOfRangeException(nameof(entry), entry, "Observation begins before it ends.");
        }
    }

    /// <summary>Who is at risk when, asked in order of time.</summary>
    internal RiskSet Risk() => new([.. _ends.OrderBy(pair => pair.Key)], [.. _entries.OrderBy(pair => pair.Key)], Total);

    private ImmutableArray<DurationCount> Sorted()
    {
        var risk = Risk();
        return [.. _ends.OrderBy(pair => pair.Key)
            .Select(pair => new DurationCount(pair.Key, pair.Value.Decided, pair.Value.Censored, risk.At(pair.Key).AtRisk))];
    }

    /// <summary>A walk through time.</summary>
    internal sealed class RiskSet(KeyValuePair<double, (long Decided, long Censored)>[] ends, KeyValuePair<double, long>[] entries, long total)
    {
        private long _atRisk = total - entries.Sum(entry => entry.Value);
        private int _end;
        private int _entry;

        /// <summary>How many decide at a time, and how many are at risk. Times may not fall from call to call.</summary>
        public (long Decided, long AtRisk) At(double time)
        {
            for (; _entry < entries.Length && entries[_entry].Key < time; _entry++)
            {
                _atRisk += entries[_entry].Value;
            }

            for (; _end < ends.Length && ends[_end].Key < time; _end++)
            {
                _atRisk -= ends[_end].Value.Decided + ends[_end].Value.Censored;
            }

            return (_end < ends.Length && ends[_end].Key == time ? ends[_end].Value.Decided : 0, _atRisk);
        }
    }
}

/// <summary>What happened at a time.</summary>
/// <param name="Time">The time.</param>
/// <param name="Decided">Number of deliberations that decided then.</param>
/// <param name="Censored">Number whose observation ended then without a decision.</param>
/// <param name="AtRisk">Number undecided and under observation just before, those two included.</param>
public readonly record struct DurationCount(double Time, long Decided, long Censored, long AtRisk);
