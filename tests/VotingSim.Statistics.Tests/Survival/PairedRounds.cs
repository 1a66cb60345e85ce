using VotingSim.Statistics.Survival;

namespace VotingSim.Statistics.Tests.Survival;

/// <summary>Paired durations of arms whose sessions are evenly spaced, by the number of their rounds; the horizon is the last.</summary>
internal sealed class PairedRounds(int roundsA, double daysA, int roundsB, double daysB)
{
    public PairedDurations Durations { get; } = new(roundsA * daysA, roundsB * daysB);

    public long Worlds => Durations.Worlds;

    public void Add(int roundA, bool decidedA, int roundB, bool decidedB, long count = 1) =>
        Durations.Add(roundA * daysA, decidedA, roundB * daysB, decidedB, count);

    public PairedComparison Compare() => Durations.Compare();

    public ChiSquareTest Proportionality() => Durations.Proportionality();
}
