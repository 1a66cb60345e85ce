using System.Collections.Immutable;
using VotingSim.Analysis;
using VotingSim.Analysis.Worlds;
using VotingSim.Crises;
using VotingSim.Experiments.Plan;
using VotingSim.Experiments.Store;

namespace VotingSim.Report;

/// <summary>All that a report is made of.</summary>
public sealed record ReportContent
{
    /// <summary>The experiment.</summary>
    public required ExperimentPlan Plan { get; init; }

    /// <summary>Its estimates.</summary>
    public required Summary Summary { get; init; }

    /// <summary>Where the adopted texts lay, of the arms that are shown at length.</summary>
    public required ImmutableArray<OutcomeCounts> Outcomes { get; init; }

    /// <summary>In how many worlds rules differ by how much: of the headline, and of the same rule in every crisis.</summary>
    public required ImmutableArray<(Contrast Contrast, ImmutableArray<DifferenceCounts> Counts)> Differences { get; init; }

    /// <summary>Opinions round by round; none where they were not deliberated again.</summary>
    public required ImmutableArray<OpinionPaths> Opinions { get; init; }

    /// <summary>Version of the program that ran the experiment; several where it was resumed by another.</summary>
    public required string Version { get; init; }

    /// <summary>Reads what the summary does not hold from the folder of the run, and deliberates some replications again for their
    /// opinions.</summary>
    /// <param name="plan">The experiment.</param>
    /// <param name="summary">Its estimates.</param>
    /// <param name="folder">The folder of the run.</param>
    /// <param name="grains">Where replications are deliberated again.</param>
    public static async Task<ReportContent> ReadAsync(ExperimentPlan plan, Summary summary, ResultsFolder folder, IGrainFactory grains)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var differences = new List<(Contrast Contrast, ImmutableArray<DifferenceCounts> Counts)>();
        foreach (var contrast in Drawn(summary))
        {
            differences.Add((contrast, await DifferenceCounts.ReadAsync(plan, contrast, folder)));
        }

        var content = new ReportContent
        {
            Plan = plan,
            Summary = summary,
            Outcomes = await OutcomeCounts.ReadAsync(plan, folder, Shown(plan)),
            Differences = [.. differences],
            Opinions = [],
            Version = (await Manifest.ReadAsync(folder)).Versions,
        };
        var sections = content.Sections();
        if (sections.Length > ReportPage.MostCrisesInFull)
        {
            return content;
        }

        var replications = (int)Math.Min(OpinionPaths.DefaultReplications, plan.Replications);
        return content with { Opinions = [.. await Task.WhenAll(sections.SelectMany(OpinionsFigure.Arms).Select(arm =>
            OpinionPaths.ReplayAsync(arm.Arm, grains, replications)))] };
    }

    /// <summary>The arms that a report shows at length: of every crisis all rules, at the design point in the middle of the swept ranges.</summary>
    public static ImmutableArray<Arm> Shown(ExperimentPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        (double Low, double High)[] ranges =
        [
            .. plan.Parameters.Select((_, index) => plan.Arms.Select(arm => arm.Parameters[index].Number).OfType<double>().ToArray())
                .Select(numbers => numbers.Length == 0 ? default : (numbers.Min(), numbers.Max())),
        ];
        return [.. plan.Arms.GroupBy(arm => arm.Crisis).SelectMany(crisis =>
            crisis.GroupBy(arm => arm.Baseline).MinBy(group => Distance(ranges, group.First()))!)];
    }

    internal ImmutableArray<ReportSection> Sections() =>
        [.. Shown(Plan).GroupBy(arm => arm.Baseline).Select(arms => new ReportSection { Content = this, Arms = [.. arms.Select(Summary.Of)] })];

    /// <summary>The headline as it is shown; null for a single rule.</summary>
    internal ContrastView? Headline => Summary.Headline is null ? null : new(Plan, Summary.Contrasts[0], "");

    internal string NameOf(string rule) => RuleTitles.Of(Plan, rule);

    internal string TitleOf(Crisis crisis) => RuleTitles.OfCrisis(Plan, crisis.Name);

    internal ImmutableArray<DifferenceCounts> DifferencesOf(Contrast contrast) =>
        Differences.FirstOrDefault(differences => differences.Contrast.Crisis == contrast.Crisis
            && differences.Contrast.Rule == contrast.Rule).Counts is { IsDefault: false } counts
            ? counts : [];

    internal SeriesStyle LookOf(string rule) =>
        Palette.Of(Plan.Arms.Select(arm => arm.Rule).Distinct(StringComparer.Ordinal).TakeWhile(name => name != rule).Count());

    private static IEnumerable<Contrast> Drawn(Summary summary) => summary.Headline is not { } headline ? []
        : summary.Contrasts.Select(contrast => contrast.Contrast).Where(contrast => contrast.Rule == headline.Rule);

    // Every number is measured in the range that the sweep gives it, so that parameters count alike.
    private static double Distance((double Low, double High)[] ranges, Arm arm) => arm.Parameters.Select((value, index) =>
    {
        if (value.Number is not { } number)
        {
            return 0;
        }

        var (low, high) = ranges[index];
        var off = high > low ? ((number - low) / (high - low)) - 0.5 : 0;
        return off * off;
    }).Sum();
}
