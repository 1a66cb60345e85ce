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

    /// <summary>The arms that a report shows at length: of every crisis all rules, at the design point in the middle of the swept levels, or the
    /// first of those nearest to it.</summary>
    public static ImmutableArray<Arm> Shown(ExperimentPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var levels = LevelsOf(plan);
        return [.. plan.Arms.GroupBy(arm => arm.Crisis).SelectMany(crisis =>
            crisis.GroupBy(arm => arm.Baseline).MinBy(group => Distance(levels, group.First()))!)];
    }

    /// <summary>Whether every swept number of an arm is the one in the middle of its levels.</summary>
    internal static bool IsInTheMiddle(ExperimentPlan plan, Arm arm) => Distance(LevelsOf(plan), arm) == 0;

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

    private static double[][] LevelsOf(ExperimentPlan plan) =>
    [
        .. plan.Parameters.Select((_, index) =>
            plan.Arms.Select(arm => arm.Parameters[index].Number).OfType<double>().Distinct().Order().ToArray()),
    ];

    // By the place of a level among all levels of its parameter, so that levels in powers of ten have a middle too. Words have none.
    private static double Distance(double[][] levels, Arm arm) => arm.Parameters.Select((value, index) =>
    {
        var last = levels[index].Length - 1;
        var off = value.Number is { } number && last > 0 ? Math.Abs((2 * Array.BinarySearch(levels[index], number)) - last) / (double)last : 0;
        return off * off;
    }).Sum();
}
