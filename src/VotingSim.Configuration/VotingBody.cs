using System.Collections.Immutable;
using VotingSim.Members;
using VotingSim.Rules;

namespace VotingSim.Configuration;

/// <summary>Who sits at a table, and a rule that decides there.</summary>
/// <param name="Roster">The members.</param>
/// <param name="Name">Name of the rule.</param>
/// <param name="Title">Its title for people; its name where the file gives none.</param>
/// <param name="Rule">The rule.</param>
public sealed record VotingBody(Roster Roster, string Name, string Title, DecisionRule Rule)
{
    /// <summary>The categories that a matter is known to be of: those that the rule lists, and those of the shipped crises.</summary>
    public ImmutableArray<string> Categories =>
        [.. Rule.Stages().Select(stage => stage.Category).OfType<string>().Concat(Category.Shipped).Distinct(StringComparer.Ordinal)];

    /// <summary>Reads a members file and a rule for it together, so that every problem of both is found at once.</summary>
    /// <param name="members">The path of a members file, or the name of a shipped one.</param>
    /// <param name="rule">The path of a rule file, or the name of a shipped one.</param>
    /// <exception cref="ConfigurationException">Something is wrong with either, or the rule does not fit the members.</exception>
    public static VotingBody Read(string members, string rule)
    {
        var reading = new Reading();
        var roster = reading.Open(members, ConfigurationKind.Members, []) is { } seats ? RosterReader.Read(seats) : null;
        var resolved = reading.Open(rule, ConfigurationKind.Rule, []) is { } place ? new RuleReader(reading, roster).ReadFile(place) : null;
        return reading.Result(roster is null || resolved is null
            ? null
            : new VotingBody(roster, resolved.Map.Rule!, resolved.Map.Title ?? resolved.Map.Rule!, resolved.Rule));
    }

    /// <summary>The rules in force at some time for some matter, or only those for a category and on a day.</summary>
    /// <param name="category">One of <see cref="Categories"/>; null for all.</param>
    /// <param name="day">The day on which ballots are cast, in days since the opening; null for all.</param>
    public IEnumerable<RuleStage> Stages(string? category, double? day)
    {
        var stages = Rule.Stages()
            .Where(stage => day is not { } cast || (cast <= stage.UntilDay && (cast > stage.AfterDay || stage.AfterDay == 0)))
            .ToArray();
        return category is null ? stages
            : stages.Any(stage => stage.Category == category) ? stages.Where(stage => stage.Category == category)
            : stages.Where(stage => stage.Category is null);
    }
}
