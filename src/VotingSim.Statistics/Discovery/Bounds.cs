using System.Collections.Immutable;

namespace VotingSim.Statistics.Discovery;

/// <summary>Lowest and highest value of every parameter inside a box, both inside; infinite where a side is open.</summary>
internal sealed record Bounds(ImmutableArray<double> Low, ImmutableArray<double> High)
{
    /// <summary>The whole space.</summary>
    public static Bounds Open(int parameters) => new(
        [.. Enumerable.Repeat(double.NegativeInfinity, parameters)], [.. Enumerable.Repeat(double.PositiveInfinity, parameters)]);

    /// <summary>Whether a side of the parameter is closed.</summary>
    public bool Restricts(int parameter) => double.IsFinite(Low[parameter]) || double.IsFinite(High[parameter]);

    /// <summary>Whether the parameter's value is inside.</summary>
    public bool Holds(int parameter, double value) => value >= Low[parameter] && value <= High[parameter];

    /// <summary>The bounds with another value at one side.</summary>
    public Bounds With(int parameter, bool isLow, double value) =>
        isLow ? this with { Low = Low.SetItem(parameter, value) } : this with { High = High.SetItem(parameter, value) };
}
