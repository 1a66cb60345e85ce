using VotingSim.Classroom.Deliberations;
using VotingSim.Members;
using VotingSim.Rules;

namespace VotingSim.Classroom.Pages;

/// <summary>What the calculator says of a rule and of a vote.</summary>
public static class CalculatorSentences
{
    /// <summary>When, or for what, a rule is in force.</summary>
    public static string InForce(RuleStage stage) => string.Join(", ", new[]
    {
        stage.Category ?? "all other matters",
        stage.AfterDay > 0 ? $"after day {ClassroomWording.Day(stage.AfterDay)}"
            : double.IsInfinity(stage.UntilDay) ? ""
            : $"until day {ClassroomWording.Day(stage.UntilDay)}",
    }.Where(part => part.Length > 0));

    /// <summary>What is typed for a quota.</summary>
    public static string QuotaLabel(Criterion criterion) =>
        $"{ClassroomWording.Capital(criterion.Weight.Label)}, {(criterion.Quota.Exceeded ? "more than" : "at least")}"
        + $"{(criterion.Quota.IsCount ? "" : " (%)")}";

    /// <summary>What a quota asks for.</summary>
    public static string QuotaMeaning(Criterion criterion) =>
        $"What the supporters' weight must {(criterion.Quota.Exceeded ? "exceed" : "reach")}";

    /// <summary>How many support, abstain and object.</summary>
    public static string Counted(Roster roster, Tally tally)
    {
        var abstaining = roster.Size - tally.Supporters.Count - tally.Objectors.Count;
        return $"{Told(tally.Supporters.Count, "support")}, {Told(abstaining, "abstain")}, {Told(tally.Objectors.Count, "object")}.";

        static string Told(int count, string verb) => ClassroomWording.Count(count, verb, verb);
    }

    /// <summary>Whose ballot makes the difference alone.</summary>
    public static string Pivotal(Roster roster, Coalition pivotal, bool adopts) => (adopts, pivotal.IsEmpty) switch
    {
        (true, true) => "No single member could have stopped it.",
        (true, false) => $"Pivotal: the objection of {AnyOf(roster, pivotal)} would have stopped it.",
        (false, true) => "No single member's support would have carried it.",
        (false, false) => $"Pivotal: the support of {AnyOf(roster, pivotal)} would have carried it.",
    };

    /// <summary>Who can block, by the smallest groups that can.</summary>
    public static string Blocking(Roster roster, IReadOnlyList<Coalition> groups)
    {
        if (groups.Count == 0)
        {
            return "No small group was found that can block, or none can.";
        }

        if (groups.Count == 1)
        {
            return $"{ClassroomWording.Codes(roster, groups[0])} can, against all others, and no other group as small.";
        }

        return groups[0].Count > 1
            ? $"It takes {groups[0].Count} members at least: {ClassroomWording.Large(groups.Count)} groups of that size can, against all others."
            : groups.Count == roster.Size ? "Every member alone."
            : $"{groups.Count} members each alone.";
    }

    private static string AnyOf(Roster roster, Coalition coalition) => coalition.Count == 1
        ? $"{ClassroomWording.Codes(roster, coalition)} alone"
        : $"any one of {ClassroomWording.AnyOf(roster, coalition)}";
}
