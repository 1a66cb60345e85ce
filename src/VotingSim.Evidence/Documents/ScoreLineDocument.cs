using VotingSim.Analysis.Documents;
using VotingSim.Evidence.Scoring;

namespace VotingSim.Evidence.Documents;

/// <summary>A score of a model, beside the strongest baseline.</summary>
/// <param name="Measure">The score.</param>
/// <param name="Part">What of a case it is about.</param>
/// <param name="HigherIsBetter">Whether more of it is better.</param>
/// <param name="Model">The model or baseline.</param>
/// <param name="Kind">model or baseline.</param>
/// <param name="Cases">Number of cases, or of their issues.</param>
/// <param name="Score">The score with its interval.</param>
/// <param name="Strongest">The strongest baseline of the score.</param>
/// <param name="Difference">The score less that baseline's, case by case.</param>
/// <param name="Wins">In how many cases it is better.</param>
/// <param name="Losses">In how many it is worse.</param>
/// <param name="Ties">In how many both are the same.</param>
/// <param name="Verdict">better, no different or worse; null for the strongest baseline.</param>
/// <param name="ClustersNeeded">Number of independent clusters that would show a difference of the size found.</param>
public sealed record ScoreLineDocument(
    string Measure, string Part, bool HigherIsBetter, string Model, string Kind, int Cases, ValueInterval Score, string? Strongest,
    ValueInterval Difference, int? Wins, int? Losses, int? Ties, string? Verdict, double ClustersNeeded)
{
    /// <summary>What is said of a line.</summary>
    public static ScoreLineDocument Of(ScoreLine line)
    {
        ArgumentNullException.ThrowIfNull(line);
        return new(
            line.Measure.Name, ScoreWords.Of(line.Measure.Part), line.Measure.IsHigherBetter, line.Model.Name, ScoreWords.KindOf(line.Model),
            line.Cases, ValueInterval.Of(line.Value), line.Strongest?.Name, ValueInterval.Of(line.Difference), line.Wins, line.Losses, line.Ties,
            ScoreWords.Of(line.Verdict), line.ClustersNeeded);
    }
}
