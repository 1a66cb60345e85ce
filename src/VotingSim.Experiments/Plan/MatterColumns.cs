using System.Numerics;
using VotingSim.Campaigns;
using VotingSim.Deliberation;

namespace VotingSim.Experiments.Plan;

/// <summary>What the rows of campaigns have besides the columns of single crises.</summary>
internal static class MatterColumns
{
    /// <summary>Values of a column, from a sitting of a cohort of campaigns.</summary>
    public delegate Array Values(Arm arm, CampaignResult campaign, MatterResult matter);

    /// <summary>The columns that place a matter in its campaign.</summary>
    public static IEnumerable<(RunColumn Column, Values Values)> Places { get; } =
    [
        (new RunColumn.OfCounts(
                "matter", "index from 0", "The matter: its place among those of the campaign, by the day on which they arise.", Never<long>),
            (_, _, matter) => Each(matter, _ => (long)matter.Number)),
        (new RunColumn.OfCounts("stream", "index from 0", "The stream that the matter comes from.", Never<long>),
            (_, _, matter) => Each(matter, _ => (long)matter.Stream)),
        (new RunColumn.OfCounts("opened_day", "days of the campaign", "The day on which the matter arose.", Never<long>),
            (_, _, matter) => Each(matter, row => (long)matter.OpenedDay[row])),
    ];

    /// <summary>The columns that place a matter in a campaign of institutions, as far as they differ in what the plan has.</summary>
    public static IEnumerable<(RunColumn Column, Values Values)> Institutions(ExperimentPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return plan.Arms.All(arm => arm.StreamRules.All(stream => stream == arm.StreamRules[0] && stream.Reformed is null)) ? [] :
        [
            (new RunColumn.OfWords("rule_in_force", "name", "The rule by which the matter is decided.", Never<string>),
                (arm, _, matter) => Each(matter, _ => InForce(arm.StreamRules[matter.Stream], matter.IsReformed))),
        ];
    }

    /// <summary>The columns that say what sponsors did, where there are any.</summary>
    public static IEnumerable<(RunColumn Column, Values Values)> Sponsors(ExperimentPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return plan.Arms.All(arm => arm.Campaign!.Streams.All(stream => stream.Terms.WayAround?.Sponsor is null)) ? [] :
        [
            (Number(
                "driven",
                "issue scale, 0 to 100",
                "How far a sponsor moved the text of the willing, mean over issues; undefined where they did not go ahead.",
                mayBeUndefined: true), (_, _, matter) => Each(matter, row => Driven(matter.Result, row))),
        ];
    }

    /// <summary>The columns that say what members remember and carry out.</summary>
    public static IEnumerable<(RunColumn Column, Values Values)> Memory { get; } =
    [
        (Number("goodwill_min", "utility", "Goodwill of the least contented member on the day on which the matter arose."),
            (_, _, matter) => matter.GoodwillMinimum),
        (Number("goodwill_mean", "utility", "Mean goodwill of the members on the day on which the matter arose."),
            (_, _, matter) => matter.GoodwillMean),
        (Number("carried_out", "0 to 1", "Share of all members that carry the decision out; undefined where there is none.", mayBeUndefined: true),
            (arm, _, matter) => Each(matter, row => double.IsNaN(matter.Result.Coverage[row])
                ? double.NaN
                : (double)BitOperations.PopCount(matter.CarriedOut[row]) / arm.Terms.Roster.Size)),
        (Number("effect", "issue scale, 0 to 100", "How far what is carried out moves the status quo, mean over issues."),
            (_, _, matter) => matter.Effect),
    ];

    /// <summary>The column of the replication, which is counted otherwise in a sitting.</summary>
    public static (RunColumn Column, Values Values) Replication(RunColumn column) =>
        (column, (_, campaign, matter) => Each(matter, row => campaign.Cohort.First + (long)matter.Slots[row]));

    private static double Driven(CohortResult result, int row) => result.Endings[row] == Ending.Minilateral
        ? result.Supported.Select((text, issue) => Math.Abs(result.Outcome[issue][row] - text[row])).DefaultIfEmpty(0).Average()
        : double.NaN;

    private static string InForce(StreamRule stream, bool isReformed) => isReformed ? stream.Reformed! : stream.Rule;

    private static RunColumn.OfNumbers Number(string name, string unit, string meaning, bool mayBeUndefined = false) =>
        new(name, unit, meaning, mayBeUndefined, IsMeasure: false, Never<double>);

    private static T[] Each<T>(MatterResult matter, Func<int, T> value) => [.. Enumerable.Range(0, matter.Slots.Length).Select(value)];

    private static T[] Never<T>(Arm arm, CohortResult result) =>
        throw new InvalidOperationException($"The single crisis of {arm.Id} has no such column.");
}
