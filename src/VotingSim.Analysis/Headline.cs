using System.Collections.Immutable;
using VotingSim.Analysis.Worlds;
using VotingSim.Experiments.Plan;
using VotingSim.Statistics;

namespace VotingSim.Analysis;

/// <summary>The one answer that terminal, report and files lead with.</summary>
/// <remarks>
/// The rule by which it is chosen looks at no result: the second rule of the experiment against the first, over all crises and design
/// points of the run. Whoever writes the experiment chooses the question by the order of the rules. The most extreme of many contrasts
/// would be extreme by luck as well.
/// </remarks>
/// <param name="Contrast">What is compared.</param>
/// <param name="Worlds">The differences over worlds.</param>
/// <param name="ConsentShare">Share of the rule's decisions that nobody objected to.</param>
/// <param name="Drivers">What it hangs on; null where no parameter varies.</param>
/// <param name="Text">The answer in words; see <see cref="AnswerSentence"/>.</param>
public sealed record Headline(Contrast Contrast, WorldComparison Worlds, Estimate ConsentShare, WorldDrivers? Drivers, string Text)
{
    /// <summary>Name of the rule.</summary>
    public string Rule => Contrast.Rule;

    /// <summary>Name of the rule that it is compared with.</summary>
    public string Baseline => Contrast.Baseline;

    /// <summary>The headline of a run's contrasts; null where there are none.</summary>
    /// <param name="plan">The experiment.</param>
    /// <param name="contrasts">All of them, in the order of <see cref="Contrast.Of"/>: the first is over everything, and of the first rule
    /// that is not the baseline.</param>
    internal static Headline? Of(ExperimentPlan plan, ImmutableArray<ContrastSummary> contrasts) => contrasts.FirstOrDefault() is not { } first ? null
        : new(first.Contrast, first.Worlds, first.ConsentShare, first.Drivers, AnswerSentence.Of(first, rule => RuleTitles.Of(plan, rule)));
}
