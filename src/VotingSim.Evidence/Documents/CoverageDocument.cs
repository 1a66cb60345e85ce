using VotingSim.Analysis.Documents;
using VotingSim.Statistics.Forecasts;

namespace VotingSim.Evidence.Documents;

/// <summary>How often central intervals of a model contain the text.</summary>
/// <param name="Level">Share that they are to contain.</param>
/// <param name="Cases">Number of texts.</param>
/// <param name="Share">Share that they do contain, with Wilson's interval.</param>
/// <param name="Width">Their mean width. Unit: issue scale.</param>
public sealed record CoverageDocument(double Level, int Cases, ValueInterval Share, double Width)
{
    /// <summary>What is said of a coverage.</summary>
    public static CoverageDocument Of(Coverage coverage) =>
        new(coverage.Level, coverage.Cases, ValueInterval.Of(coverage.Share), coverage.Width);
}
