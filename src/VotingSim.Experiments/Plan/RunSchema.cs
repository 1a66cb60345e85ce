using System.Collections.Immutable;
using VotingSim.Campaigns;
using VotingSim.Configuration;
using VotingSim.Deliberation;

namespace VotingSim.Experiments.Plan;

/// <summary>The columns of the rows of an experiment, in order: one row per replication.</summary>
public sealed class RunSchema
{
    private readonly Dictionary<(ulong Supporters, ulong Objectors, ulong OptedOut, int Members), string> _ballots = [];

    /// <summary>The columns of an experiment. Issues of all crises have their columns; they are undefined for arms of another crisis.</summary>
    public RunSchema(ExperimentPlan plan)
    {
        Arm[] arms = plan.IsCampaign ? [.. plan.Arms.SelectMany(arm => arm.Streams)] : [.. plan.Arms];
        var issues = arms.SelectMany(arm => arm.Terms.Crisis.Issues).Select(issue => NameId.Of(issue.Name)).Distinct(StringComparer.Ordinal)
            .ToArray();
        var shared = issues.All(issue => Array.TrueForAll(arms, arm => IndexOf(arm, issue) >= 0));
        Columns = ColumnsOf(
            issues,
            shared,
            plan.Parameters.Select((name, index) => Parameter(plan, name, index)),
            UncertainParameters(plan).Select(name => Uncertain(arms, name)));
        if (plan.IsCampaign)
        {
            var place = 1 + Columns.IndexOf(Columns.First(column => column.Name == "replication"));
            (RunColumn Column, MatterColumns.Values Values)[] places = [.. MatterColumns.Places, .. MatterColumns.Institutions(plan)];
            (RunColumn Column, MatterColumns.Values Values)[] ends = [.. MatterColumns.Memory, .. MatterColumns.Sponsors(plan)];
            Columns = [.. Columns[..place], .. places.Select(own => own.Column), .. Columns[place..], .. ends.Select(own => own.Column)];
            OfMatters = places.Concat(ends).Append(MatterColumns.Replication(Columns[place - 1]))
                .ToDictionary(own => own.Column.Name, own => own.Values, StringComparer.Ordinal);
        }
    }

    private RunSchema(string[] issues) => Columns = ColumnsOf(issues, shared: true, [], []);

    /// <summary>The columns, in order.</summary>
    public ImmutableArray<RunColumn> Columns { get; }

    /// <summary>Where the values of columns come from that matters of campaigns have besides, or otherwise, than single crises. Empty without
    /// campaigns.</summary>
    internal IReadOnlyDictionary<string, MatterColumns.Values> OfMatters { get; } = new Dictionary<string, MatterColumns.Values>();

    /// <summary>The columns whose means belong into the summary.</summary>
    public IEnumerable<RunColumn.OfNumbers> Measures => MeasuresOf(Columns);

    /// <summary>The column with the text adopted on an issue.</summary>
    public static string OutcomeOf(string issue) => $"outcome_{NameId.Of(issue)}";

    /// <summary>The row of the first replication of a cohort.</summary>
    public IEnumerable<(RunColumn Column, object Value)> RowOf(Arm arm, CohortResult result) =>
        Columns.Select(column => (column, FirstOf(column, arm, result)));

    /// <summary>The row of a matter in the first replication of a sitting on it.</summary>
    public IEnumerable<(RunColumn Column, object Value)> RowOf(Arm arm, CampaignResult campaign, MatterResult matter) => Columns.Select(column =>
        (column, OfMatters.TryGetValue(column.Name, out var values)
            ? values(arm, campaign, matter).GetValue(0)!
            : FirstOf(column, arm.Streams[matter.Stream], matter.Result)));

    /// <summary>Names of the measures where the crises have these issues.</summary>
    public static IEnumerable<string> MeasureNames(IEnumerable<string> issues) =>
        MeasuresOf(new RunSchema([.. issues.Select(NameId.Of).Distinct(StringComparer.Ordinal)]).Columns).Select(column => column.Name);

    /// <summary>Names of the uncertain parameters of a plan, in the order of the first arm that has them. Each is a column of the rows.</summary>
    public static ImmutableArray<string> UncertainParameters(ExperimentPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var uncertain = plan.Arms.SelectMany(arm => arm.Terms.Uncertainty?.Parameters ?? []);
        return [.. uncertain.Select(parameter => parameter.Name).Distinct(StringComparer.Ordinal)];
    }

    private static IEnumerable<RunColumn.OfNumbers> MeasuresOf(ImmutableArray<RunColumn> columns) =>
        columns.OfType<RunColumn.OfNumbers>().Where(column => column.IsMeasure);

    private ImmutableArray<RunColumn> ColumnsOf(string[] issues, bool shared, IEnumerable<RunColumn> parameters, IEnumerable<RunColumn> uncertain) =>
    [
        new RunColumn.OfWords("arm", "name", "The arm: crisis, rule and design point.", (arm, result) => Repeat(arm.Id, result)),
        new RunColumn.OfWords("crisis", "name", "The crisis that is deliberated.", (arm, result) => Repeat(arm.Crisis, result)),
        new RunColumn.OfWords("rule", "name", "The decision rule.", (arm, result) => Repeat(arm.Rule, result)),
        .. parameters,
        new RunColumn.OfCounts(
            "replication", "index from 0", "The replication; equal indices of all arms meet the same luck.",
            (_, result) => Each(result, slot => result.Cohort.First + (long)slot))
        {
            IsWide = true,
        },
        .. uncertain,
        new RunColumn.OfFlags(
            "decided", "true or false", "Whether a proposal was adopted; otherwise the time is right-censored at the horizon.",
            (_, result) => result.Decided),
        new RunColumn.OfWords(
            "ending", "consent, vote, failed, open, minilateral",
            "How the matter ended: adopted without or with an objection; undecided and dead, or still open; the willing went on without the rest.",
            (_, result) => Each(result, slot => NameOf(result.Endings[slot]))),
        new RunColumn.OfCounts(
            "rounds", "rounds, from 0", "Number of rounds held; 0 where the table did not open in time for one.",
            (_, result) => Each(result, slot => (long)result.Rounds[slot])),
        new RunColumn.OfCounts(
            "wait_days", "days from the event", "How long the matter waited for the agenda.",
            (_, result) => Each(result, slot => (long)result.WaitDays[slot])),
        new RunColumn.OfNumbers(
            "days", "days from the event", "Day of the decision, or the horizon where undecided.", false, false, (_, result) => result.Days),
        .. issues.Select(issue => new RunColumn.OfNumbers(
            $"outcome_{issue}", "issue scale, 0 to 100", $"The text adopted on {issue}; the status quo where undecided.",
            !shared, true, (arm, result) => Outcome(arm, result, issue))),
        .. issues.Select(issue => new RunColumn.OfNumbers(
            $"shift_{issue}", "issue scale, 0 to 100", $"Distance of the outcome on {issue} from the status quo.",
            !shared, true, (arm, result) => Shift(arm, result, issue))),
        new RunColumn.OfNumbers(
            "mean_shift", "issue scale, 0 to 100", "Mean over issues of the distance of the outcome from the status quo.", false, true, MeanShift),
        new RunColumn.OfWords(
            "ballots", "letters in seat order",
            "The last ballots: S support, A abstention, O objection, X objected and opted out; empty where no round was held.",
            Ballots),
        new RunColumn.OfNumbers(
            "agreement_index", "0 to 1", "Agreement index of the last ballots (Hix, Noury & Roland 2005); undefined where no round was held.",
            true, true, (_, result) => result.AgreementIndex),
        new RunColumn.OfNumbers(
            "rice_index", "0 to 1", "Rice index of the last ballots; undefined where everybody abstained or no round was held.",
            true, true, (_, result) => result.RiceIndex),
        new RunColumn.OfNumbers(
            "opening_cohesion", "0 to 1", "Positional cohesion of the opening statements.", false, true, (_, result) => result.OpeningCohesion),
        new RunColumn.OfNumbers(
            "positional_cohesion", "0 to 1", "Positional cohesion of the opinions at the end.",
            false, true, (_, result) => result.PositionalCohesion),
        new RunColumn.OfNumbers(
            "polarization", "0 upwards", "Polarization of the opinions at the end (Esteban & Ray 1994, alpha 1.3).",
            false, true, (_, result) => result.Polarization),
        new RunColumn.OfNumbers(
            "outvoted", "members", "Members bound by an adopted text that they objected to.",
            false, true, (_, result) => Each(result, slot => (double)result.Outvoted[slot])),
        new RunColumn.OfNumbers(
            "opted_out", "members", "Objectors that stay out of the decision.",
            false, true, (_, result) => Each(result, slot => (double)System.Numerics.BitOperations.PopCount(result.OptedOut[slot]))),
        new RunColumn.OfNumbers(
            "coverage", "0 to 1", "Share of the members that take part in the decision; undefined where undecided.",
            true, true, (_, result) => result.Coverage),
        new RunColumn.OfNumbers(
            "content", "0 to 1",
            "Share of the members with a margin of 0 or more at the last text: satisfied, not merely willing; undefined where no round was held.",
            true, true, (_, result) => result.Content),
        new RunColumn.OfNumbers(
            "mean_utility", "utility, 1 is one's own ideal", "Mean over members of their utility of the outcome.",
            false, true, (_, result) => result.MeanUtility),
        new RunColumn.OfNumbers(
            "min_utility", "utility, 1 is one's own ideal", "Utility of the outcome to the member that likes it least.",
            false, true, (_, result) => result.MinimumUtility),
        new RunColumn.OfNumbers(
            "inequality", "0 to 1", "Gini coefficient of the members' losses at the outcome.", false, true, (_, result) => result.Inequality),
    ];

    private static RunColumn Parameter(ExperimentPlan plan, string name, int index) => plan.Arms.All(arm => arm.Parameters[index].Number.HasValue)
        ? new RunColumn.OfNumbers(
            name, "as in the configuration", $"Value of the swept parameter {name}.",
            false, false, (arm, result) => Each(result, _ => arm.Parameters[index].Number!.Value))
        : new RunColumn.OfWords(
            name, "as in the configuration", $"Value of the swept parameter {name}.", (arm, result) => Repeat(arm.Parameters[index].Text, result));

    private static RunColumn.OfNumbers Uncertain(Arm[] arms, string name)
    {
        return new(
            name,
            "as in the configuration",
            $"What was drawn for the uncertain parameter {name}; a factor where it scales.",
            Array.Exists(arms, arm => Place(arm) < 0),
            false,
            (arm, result) => Place(arm) is >= 0 and var place ? result.Parameters[place] : Each(result, _ => double.NaN));

        int Place(Arm arm) => arm.Terms.Uncertainty?.Parameters.ToList().FindIndex(parameter => parameter.Name == name) ?? -1;
    }

    private static string NameOf(Ending ending) => ending switch
    {
        Ending.Consent => "consent",
        Ending.Vote => "vote",
        Ending.Failed => "failed",
        Ending.Minilateral => "minilateral",
        _ => "open",
    };

    private static object FirstOf(RunColumn column, Arm arm, CohortResult result) => column switch
    {
        RunColumn.OfWords text => text.Values(arm, result)[0],
        RunColumn.OfFlags flag => flag.Values(arm, result)[0],
        RunColumn.OfCounts whole => whole.Values(arm, result)[0],
        RunColumn.OfNumbers number => number.Values(arm, result)[0],
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static double[] MeanShift(Arm arm, CohortResult result)
    {
        var issues = arm.Terms.Crisis.Issues;
        return Each(result, slot =>
        {
            var sum = 0.0;
            for (var issue = 0; issue < issues.Length; issue++)
            {
                sum += Math.Abs(result.Outcome[issue][slot] - issues[issue].StatusQuo);
            }

            return sum / issues.Length;
        });
    }

    private static double[] Outcome(Arm arm, CohortResult result, string issue) =>
        IndexOf(arm, issue) is >= 0 and var index ? result.Outcome[index] : Each(result, _ => double.NaN);

    private static double[] Shift(Arm arm, CohortResult result, string issue) => IndexOf(arm, issue) is >= 0 and var index
        ? Each(result, slot => Math.Abs(result.Outcome[index][slot] - arm.Terms.Crisis.Issues[index].StatusQuo))
        : Each(result, _ => double.NaN);

    private static int IndexOf(Arm arm, string issue)
    {
        for (var index = 0; index < arm.Terms.Crisis.Issues.Length; index++)
        {
            if (NameId.Of(arm.Terms.Crisis.Issues[index].Name) == issue)
            {
                return index;
            }
        }

        return -1;
    }

    private static string[] Repeat(string text, CohortResult result) => Each(result, _ => text);

    private static T[] Each<T>(CohortResult result, Func<int, T> value)
    {
        var values = new T[result.Cohort.Count];
        for (var slot = 0; slot < values.Length; slot++)
        {
            values[slot] = value(slot);
        }

        return values;
    }

    private static bool Has(ulong members, int seat) => (members >> seat & 1) != 0;

    // The same few ballots recur, so that their letters are made once.
    private string[] Ballots(Arm arm, CohortResult result)
    {
        lock (_ballots)
        {
            return Each(result, slot =>
            {
                if (result.Rounds[slot] == 0)
                {
                    return "";
                }

                var key = (result.Supporters[slot], result.Objectors[slot], result.OptedOut[slot], arm.Terms.Roster.Size);
                if (!_ballots.TryGetValue(key, out var letters))
                {
                    letters = string.Create(key.Size, key, static (text, ballots) =>
                    {
                        for (var seat = 0; seat < text.Length; seat++)
                        {
                            text[seat] = Has(ballots.Item1, seat) ? 'S' : Has(ballots.Item3, seat) ? 'X' : Has(ballots.Item2, seat) ? 'O' : 'A';
                        }
                    });
                    if (_ballots.Count < 100_000)
                    {
                        _ballots[key] = letters;
                    }
                }

                return letters;
            });
        }
    }
}
