using System.Diagnostics;

namespace VotingSim.Benchmarks;

/// <summary>Two ways to the same end, measured in turn (A B A B ...), and the ratio of their costs pair by pair.</summary>
internal sealed record Pairing(string First, string Second, Cost[] FirstCosts, Cost[] SecondCosts)
{
    private const int Pairs = 9;

    /// <summary>Measures both, after a warm-up of each.</summary>
    /// <param name="first">Name of the first way.</param>
    /// <param name="doFirst">Does it once, and returns how many member-rounds that were.</param>
    /// <param name="second">Name of the second way.</param>
    /// <param name="doSecond">Does it once, and returns how many member-rounds that were.</param>
    public static async Task<Pairing> MeasureAsync(string first, Func<Task<long>> doFirst, string second, Func<Task<long>> doSecond)
    {
        for (var warmUp = 0; warmUp < 3; warmUp++)
        {
            await doFirst();
            await doSecond();
        }

        var (firstCosts, secondCosts) = (new Cost[Pairs], new Cost[Pairs]);
        for (var pair = 0; pair < Pairs; pair++)
        {
            firstCosts[pair] = await Cost.OfAsync(doFirst);
            secondCosts[pair] = await Cost.OfAsync(doSecond);
        }

        return new(first, second, firstCosts, secondCosts);
    }

    public void Write(TextWriter output)
    {
        var ratios = FirstCosts.Zip(SecondCosts, (a, b) => a.Nanoseconds / b.Nanoseconds).Order().ToArray();
        Line(First, FirstCosts);
        Line(Second, SecondCosts);
        output.WriteLine($"    ratio {ratios[Pairs / 2],8:F2}   [{ratios[0]:F2}, {ratios[^1]:F2}]");

        void Line(string name, Cost[] costs) =>
            output.WriteLine($"  {name,-44}{Median(costs, cost => cost.Nanoseconds),10:F1} ns {Median(costs, cost => cost.Bytes),10:F2} bytes");
    }

    private static double Median(Cost[] costs, Func<Cost, double> value) => costs.Select(value).Order().ElementAt(Pairs / 2);
}

/// <summary>What a member-round costs when all processors are at it: nanoseconds of one of them, and memory allocated.</summary>
internal readonly record struct Cost(double Nanoseconds, double Bytes)
{
    private static readonly TimeSpan ShortestMeasured = TimeSpan.FromMilliseconds(200);

    public static async Task<Cost> OfAsync(Func<Task<long>> work)
    {
        var (bytes, clock, memberRounds) = (GC.GetTotalAllocatedBytes(precise: true), Stopwatch.StartNew(), 0L);
        while (clock.Elapsed < ShortestMeasured)
        {
            memberRounds += await work();
        }

        return new(
            clock.Elapsed.TotalNanoseconds * Environment.ProcessorCount / memberRounds,
            (double)(GC.GetTotalAllocatedBytes(precise: true) - bytes) / memberRounds);
    }
}
