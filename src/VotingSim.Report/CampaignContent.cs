using System.Collections.Immutable;
using VotingSim.Analysis;
using VotingSim.Analysis.Campaigns;
using VotingSim.Experiments.Plan;
using VotingSim.Experiments.Store;

namespace VotingSim.Report;

/// <summary>All that a report on campaigns is made of.</summary>
public sealed record CampaignContent
{
    /// <summary>The experiment.</summary>
    public required ExperimentPlan Plan { get; init; }

    /// <summary>What its campaigns say.</summary>
    public required CampaignSummary Summary { get; init; }

    /// <summary>Version of the program that ran the experiment; several where it was resumed by another.</summary>
    public required string Version { get; init; }

    /// <summary>Reads what the summary does not hold from the folder of the run.</summary>
    public static async Task<CampaignContent> ReadAsync(ExperimentPlan plan, CampaignSummary summary, ResultsFolder folder) =>
        new() { Plan = plan, Summary = summary, Version = (await Manifest.ReadAsync(folder)).Versions };

    /// <summary>The arms that are shown at length, the baseline first: of a sweep those in the middle of the swept levels.</summary>
    internal ImmutableArray<CampaignArm> Arms
    {
        get
        {
            var shown = ReportContent.Shown(Plan);
            return [.. Summary.Arms.Where(arm => shown.Any(one => one.Index == arm.Arm.Index))];
        }
    }

    /// <summary>Their comparisons with the baseline.</summary>
    internal ImmutableArray<CampaignComparison> Comparisons
    {
        get
        {
            var arms = Arms;
            return [.. Summary.Comparisons.Where(comparison => arms.Any(arm => arm.Arm.Index == comparison.Arm.Arm.Index))];
        }
    }

    /// <summary>How many years a campaign has.</summary>
    internal int Years => Plan.Arms[0].Campaign!.Years;

    /// <summary>The years in words.</summary>
    internal string Span => Years == 1 ? "1 year" : $"{Years} years";

    /// <summary>The swept parameters of the arms that are shown, in words; empty without a sweep.</summary>
    internal string Point => string.Join(", ", Plan.Parameters.Zip(Arms[0].Arm.Parameters, (name, value) => $"{name} = {value.Text}"));

    internal string NameOf(CampaignArm arm) => RuleTitles.Of(Plan, arm.Arm.Rule);

    internal string Quoted(CampaignArm arm) => RuleTitles.Quoted(NameOf(arm));

    internal static SeriesStyle LookOf(int place) => Palette.Of(place);
}
