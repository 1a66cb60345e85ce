using VotingSim.Analysis;
using VotingSim.Analysis.Worlds;
using VotingSim.Experiments.Plan;

namespace VotingSim.Report;

/// <summary>A contrast with the names that it is shown under.</summary>
/// <param name="Plan">The experiment.</param>
/// <param name="Summary">What the run says of it.</param>
/// <param name="Suffix">Ends the names of its figures; empty for the headline.</param>
internal sealed record ContrastView(ExperimentPlan Plan, ContrastSummary Summary, string Suffix)
{
    /// <summary>Title of the rule.</summary>
    public string Rule => RuleTitles.Of(Plan, Summary.Contrast.Rule);

    /// <summary>Title of the baseline.</summary>
    public string Baseline => RuleTitles.Of(Plan, Summary.Contrast.Baseline);

    /// <summary>Title of the rule within a sentence.</summary>
    public string QuotedRule => RuleTitles.Quoted(Rule);

    /// <summary>Title of the baseline within a sentence.</summary>
    public string QuotedBaseline => RuleTitles.Quoted(Baseline);

    /// <summary>What it is over: the crisis, or all of them.</summary>
    public string Over => Summary.Contrast.Crisis is { } crisis ? RuleTitles.OfCrisis(Plan, crisis) : "all crises";

    /// <summary>Rule against baseline, and what over.</summary>
    public string Title => $"{Rule} against {Baseline}: {Over}";

    /// <summary>The differences over worlds.</summary>
    public WorldComparison Worlds => Summary.Worlds;

    /// <summary>How the deliberations of baseline and rule ended, over all arms of the contrast.</summary>
    public (EndingCounts Baseline, EndingCounts Rule) Endings(Summary summary) => (
        Summary.Contrast.Pairs.Aggregate(default(EndingCounts), (sum, pair) => sum + summary.Of(pair.Baseline).Endings),
        Summary.Contrast.Pairs.Aggregate(default(EndingCounts), (sum, pair) => sum + summary.Of(pair.Arm).Endings));
}
