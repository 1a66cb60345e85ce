using System.Globalization;
using VotingSim.Worlds;

namespace VotingSim.Configuration.Parameters;

/// <summary>Reads distributions.</summary>
internal static class DistributionReader
{
    /// <summary>The distribution that a map says; null where something is wrong with it, which has then been reported.</summary>
    /// <param name="place">The map.</param>
    /// <param name="map">What it says.</param>
    /// <param name="legal">What the contract says of the values; null where that is not known.</param>
    public static (Prior? Prior, bool Scales) Read(ConfigurationNode place, DistributionMap map, Constraints? legal)
    {
        if (map.Scale is { } factor)
        {
            return (Read(place["scale"], factor, 0, double.PositiveInfinity, "a factor of 0 or more"), true);
        }

        var (lowest, highest) = (legal?.Lowest ?? double.NegativeInfinity, legal?.Highest ?? double.PositiveInfinity);
        return (Read(place, map, lowest, highest, $"values from {Text(lowest)} to {Text(highest)}"), false);
    }

    private static Prior? Read(ConfigurationNode place, DistributionForms map, double lowest, double highest, string expected)
    {
        var (prior, key, values) = map switch
        {
            { Uniform: [var low, var high] } => ((Prior)new Prior.Uniform(low, high), "uniform", (double[])[low, high]),
            { LogUniform: [var low, var high] } => (new Prior.LogUniform(low, high), "log-uniform", [low, high]),
            { Triangular: [var low, var mode, var high] } => (new Prior.Triangular(low, mode, high), "triangular", [low, mode, high]),
            { Normal: [var mean, var deviation] } => (new Prior.Normal(mean, deviation), "normal", [mean]),
            { LogNormal: [var median, var deviation] } => (new Prior.LogNormal(median, deviation), "log-normal", [median]),
            _ => throw new InvalidOperationException("The contract has other distributions."),
        };
        var outside = Array.FindIndex(values, value => value < lowest || value > highest);
        var wrong = prior switch
        {
            Prior.Uniform(var low, var high) when low >= high => "the range is empty; expected [low, high]",
            Prior.LogUniform(var low, var high) when low >= high => "the range is empty; expected [low, high]",
            Prior.LogUniform(<= 0, _) => $"the range begins at {Text(values[0])}; expected it above 0",
            Prior.Triangular(var low, var mode, var high) when low >= high || mode < low || mode > high =>
                "these are not in order; expected [low, mode, high]",
            Prior.Normal(_, <= 0) or Prior.LogNormal(_, <= 0) => "there is no spread; expected a standard deviation above 0",
            Prior.LogNormal(<= 0, _) => $"the median is {Text(values[0])}; expected it above 0",
            _ when outside >= 0 => $"this reaches to {Text(values[outside])}; expected {expected}",
            _ => null,
        };
        if (wrong is not null)
        {
            place[key].Report(wrong);
            return null;
        }

        return prior;
    }

    private static string Text(double value) => value.ToString("0.###", CultureInfo.InvariantCulture);
}
