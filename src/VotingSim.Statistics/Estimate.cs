using System.Globalization;

namespace VotingSim.Statistics;

/// <summary>An estimate with its 95 % interval.</summary>
/// <param name="Value">The estimate. NaN where it is undefined.</param>
/// <param name="Low">Lower limit. NaN where it is undefined.</param>
/// <param name="High">Upper limit. NaN where it is undefined, +infinity where it lies beyond the end of observation.</param>
public readonly record struct Estimate(double Value, double Low, double High)
{
    /// <summary>An estimate of which nothing is known.</summary>
    public static Estimate Undefined => new(double.NaN, double.NaN, double.NaN);

    /// <summary>Half the width of the interval. NaN or infinite where a limit is.</summary>
    public double HalfWidth => (High - Low) / 2;

    /// <summary>The estimate of the quantity with the opposite sign.</summary>
    public Estimate Negated => new(-Value, -High, -Low);

    /// <summary>The estimate with its limits cut where the quantity cannot be; limits that are undefined stay so.</summary>
    /// <param name="lowest">What the quantity is at least.</param>
    /// <param name="highest">What it is at most.</param>
    public Estimate Within(double lowest, double highest) => new(Value, Math.Max(lowest, Low), Math.Min(highest, High));

    /// <summary>The estimate and its interval, for whoever debugs.</summary>
    /// <remarks>A record's own text would go into <see cref="Negated"/>, and into that one's, without end.</remarks>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Value} [{Low}, {High}]");
}
