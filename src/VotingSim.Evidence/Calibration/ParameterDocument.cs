using VotingSim.Statistics.Forecasts;

namespace VotingSim.Evidence.Calibration;

/// <summary>What the record says of a parameter.</summary>
/// <param name="Parameter">Its name.</param>
/// <param name="Scales">Whether values are factors of what is configured.</param>
/// <param name="Prior">What was thought before.</param>
/// <param name="Posterior">What is thought after.</param>
/// <param name="Half">The interval that holds it with 50 %.</param>
/// <param name="RelativeWidth">Width of the 90 % interval over that of the prior's, both on the scale of the prior's own shares, on which the prior is
/// uniform: 1 where the record says nothing.</param>
/// <param name="Word">Whether the record tells anything, in words.</param>
public sealed record ParameterDocument(
    string Parameter, bool Scales, IntervalDocument Prior, IntervalDocument Posterior, double[] Half, double RelativeWidth, string Word)
{
    /// <summary>A wider posterior, relative to the prior, tells nothing.</summary>
    public const double Bound = 0.8;

    /// <summary>The word for a parameter of which the record tells nothing.</summary>
    public const string Untold = "the record does not tell";

    private const double Quantile95 = 1.6448536269514722;
    private const int PriorPlaces = 1000;

    /// <summary>Whether the record tells anything of it.</summary>
    internal bool IsTold => RelativeWidth <= Bound;

    /// <summary>A parameter of a posterior.</summary>
    internal static ParameterDocument Of(StructurePosterior posterior, int index)
    {
        var parameter = posterior.Model.Free[index];
        double[] places = [.. posterior.Draws.Places.Select(place => place[index])];
        double[] weights = [.. posterior.Posterior.Weights];
        var values = WeightedSample.Of(Array.ConvertAll(places, parameter.At), weights);
        var shares = WeightedSample.Of(Array.ConvertAll(places, FreeParameter.ShareBelow), weights);
        var before = WeightedSample.Of([.. Enumerable.Range(0, PriorPlaces).Select(place => (place + 0.5) / PriorPlaces)]);
        var width = Statistics.Forecasts.RelativeWidth.Of(shares, before).Interval;
        var (low, high) = values.Interval(0.5);
        return new(
            parameter.Name,
            parameter.Scales,
            new(parameter.At(0), parameter.At(-Quantile95), parameter.At(Quantile95)),
            IntervalDocument.Of(values),
            [low, high],
            width,
            width <= Bound ? "the record tells" : Untold);
    }
}
