using System.Collections.Immutable;

namespace VotingSim.Experiments.Plan;

/// <summary>The columns of the years of campaigns: a row per replication and year.</summary>
public static class YearColumns
{
    /// <summary>The columns, in order; the swept parameters come after the rule.</summary>
    public static ImmutableArray<RunColumn> Of(ExperimentPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return
        [
            Word("arm", "name", "The arm: rule and design point."),
            Word("rule", "name", "The decision rule."),
            .. new RunSchema(plan).Columns.Where(column => plan.Parameters.Contains(column.Name)),
            new RunColumn.OfCounts("replication", "index from 0", "The replication.", Never<long>) { IsWide = true },
            Count("year", "from 1", "The year of the campaign."),
            Count("arisen", "matters", "Matters that arose in the year."),
            Count("consent", "matters", "Matters decided by consent in the year."),
            Count("vote", "matters", "Matters decided by vote in the year."),
            Count("minilateral", "matters", "Matters in which the willing went on without the rest in the year."),
            Count("undecided", "matters", "Matters that ended undecided in the year."),
            Count("open", "matters", "Matters that have arisen and not ended by the end of the year."),
            Count("outvoted", "members", "How often members were outvoted in the year."),
            Number("carried_out", "0 to 1", "Mean share of the members that carry out what was decided in the year; undefined where nothing was."),
            Number("effect", "issue scale", "Effect of what was decided in the year, summed over matters."),
            Number("agreement_index", "0 to 1", "Mean agreement index of the matters that ended in the year; undefined where none had a session."),
            Number("positional_cohesion", "0 to 1", "Mean positional cohesion of the matters that ended in the year; undefined where none did."),
            Number("goodwill_mean", "utility", "Mean goodwill of the members on the last day of the year."),
            Number("goodwill_min", "utility", "Goodwill of the least contented member on the last day of the year."),
            .. plan.Arms[0].Terms.Roster.Members.Select(member =>
                Number(OfMember(member.Code), "utility", $"Goodwill of {member.Name} on the last day of the year.")),
        ];
    }

    /// <summary>Name of the column of a member's goodwill.</summary>
    /// <param name="code">The member.</param>
    public static string OfMember(string code) => $"goodwill_{code}";

    private static RunColumn.OfWords Word(string name, string unit, string meaning) => new(name, unit, meaning, Never<string>);

    private static RunColumn.OfCounts Count(string name, string unit, string meaning) => new(name, unit, meaning, Never<long>);

    private static RunColumn.OfNumbers Number(string name, string unit, string meaning) =>
        new(name, unit, meaning, MayBeUndefined: name != "effect" && !name.StartsWith("goodwill_", StringComparison.Ordinal), IsMeasure: false,
            Never<double>);

    private static T[] Never<T>(Arm arm, Deliberation.CohortResult result) =>
        throw new InvalidOperationException($"The single crisis of {arm.Id} has no years.");
}
