using System.Collections.Immutable;
using VotingSim.Analysis;
using VotingSim.Configuration;
using VotingSim.Crises;
using VotingSim.Experiments.Plan;

namespace VotingSim.Report;

/// <summary>What the report says at length: one crisis, at one design point, under every rule.</summary>
internal sealed record ReportSection
{
    /// <summary>What the whole report is about.</summary>
    public required ReportContent Content { get; init; }

    /// <summary>The arms, the first being the baseline.</summary>
    public required ImmutableArray<ArmSummary> Arms { get; init; }

    /// <summary>The crisis.</summary>
    public Crisis Crisis => Arms[0].Arm.Terms.Crisis;

    /// <summary>What the files and the address of the section are called by.</summary>
    public string Id => NameId.Of(Crisis.Name);

    /// <summary>Title of the crisis.</summary>
    public string Title => Content.TitleOf(Crisis);

    /// <summary>The baseline.</summary>
    public ArmSummary Baseline => Arms[0];

    /// <summary>Last day of observation.</summary>
    public double Horizon => Arms[0].Arm.Terms.Settings.HorizonDays;

    /// <summary>The swept parameters of the section in words; empty without a sweep.</summary>
    public string Point => string.Join(", ", Content.Plan.Parameters.Zip(Arms[0].Arm.Parameters, (name, value) => $"{name} = {Rounded(value)}"));

    /// <summary>The comparisons with the baseline, in the order of arms.</summary>
    public ImmutableArray<ArmComparison> Comparisons =>
        [.. Arms.Skip(1).Select(arm => Content.Summary.ComparisonOf(arm.Arm)).OfType<ArmComparison>()];

    /// <summary>The headline's rule against the baseline in this crisis, where there are several; otherwise that is the headline.</summary>
    public ContrastView? Contrast => Content.Headline is { } headline && headline.Summary.Contrast.Crisis is null
        && Content.Summary.ContrastOf(Crisis.Name, headline.Summary.Contrast.Rule) is { } contrast ? new(Content.Plan, contrast, $"-{Id}")
            : null;

    /// <summary>What the arm is called in the report.</summary>
    public string NameOf(Arm arm) => Content.NameOf(arm.Rule);

    /// <summary>The same within a sentence, where a comma in it must not be read as the sentence's.</summary>
    public string Quoted(Arm arm) => RuleTitles.Quoted(NameOf(arm));

    /// <summary>What the longest name of a rule needs beyond a single bold line. Unit: pixels.</summary>
    public float MoreForNames(float room) => TextLines.Beyond(Arms.Select(arm => NameOf(arm.Arm)), room, bold: true);

    /// <summary>How the arm looks in figures.</summary>
    public SeriesStyle LookOf(Arm arm) => Content.LookOf(arm.Rule);

    /// <summary>The frontier by a measure of cohesion.</summary>
    public Frontier? Frontier(string measure) =>
        Content.Summary.Frontiers.FirstOrDefault(frontier => frontier.Measure.Name == measure && frontier.Points.Length > 0
            && frontier.Points[0].Arm.Index == Arms[0].Arm.Index);

    /// <summary>Outcomes of an arm on an issue, where they were read.</summary>
    public OutcomeCounts? OutcomesOf(Arm arm, int issue) =>
        Content.Outcomes.FirstOrDefault(counts => counts.Arm.Index == arm.Index && counts.Issue == issue);

    /// <summary>Opinions in an arm, where they were deliberated again.</summary>
    public OpinionPaths? OpinionsOf(Arm arm) => Content.Opinions.FirstOrDefault(paths => paths.Arm.Index == arm.Index);

    /// <summary>The arm other than the baseline that decides soonest, or the baseline where it is alone.</summary>
    public ArmSummary Fastest => Arms.Length == 1 ? Arms[0] : Arms.Skip(1).MinBy(arm => arm.RestrictedMeanDays.Value)!;

    private static string Rounded(ParameterValue value) => value.Number is { } number ? SignificantDigits.Text(number)
        : value.Text;
}
