using VotingSim.Classroom.Deliberations;
using VotingSim.Members;
using VotingSim.Rules;
using static VotingSim.Classroom.Languages.Speech;

namespace VotingSim.Classroom.Pages;

/// <summary>What the calculator says of a rule and of a vote.</summary>
public static class CalculatorSentences
{
    /// <summary>When, or for what, a rule is in force.</summary>
    public static string InForce(RuleStage stage) => string.Join(", ", new[]
    {
        stage.Category is { } category ? Translated(category) : Tell("all other matters"),
        stage.AfterDay > 0 ? Tell($"after day {ClassroomWording.Day(stage.AfterDay)}")
            : double.IsInfinity(stage.UntilDay) ? ""
            : Tell($"until day {ClassroomWording.Day(stage.UntilDay)}"),
    }.Where(part => part.Length > 0));

    /// <summary>What is typed for a quota.</summary>
    public static string QuotaLabel(Criterion criterion)
    {
        var weight = ClassroomWording.Capital(Translated(criterion.Weight.Label));
        return (criterion.Quota.Exceeded, criterion.Quota.IsCount) switch
        {
            (true, true) => Tell($"{weight}, more than"),
            (true, false) => Tell($"{weight}, more than (%)"),
            (false, true) => Tell($"{weight}, at least"),
            (false, false) => Tell($"{weight}, at least (%)"),
        };
    }

    /// <summary>What a quota asks for.</summary>
    public static string QuotaMeaning(Criterion criterion) => criterion.Quota.Exceeded
        ? Tell("What the supporters' weight must exceed")
        : Tell("What the supporters' weight must reach");

    /// <summary>How many support, abstain and object.</summary>
    public static string Counted(Roster roster, Tally tally)
    {
        var abstaining = roster.Size - tally.Supporters.Count - tally.Objectors.Count;
        return Tell($"{tally.Supporters.Count} support, {abstaining} abstain, {tally.Objectors.Count} object.");
    }

    /// <summary>Whom an adopted decision does not bind.</summary>
    public static string StayingOut(Roster roster, Coalition optedOut)
    {
        var staying = ClassroomWording.Codes(roster, optedOut);
        return TellOf(
            optedOut.Count,
            $"{staying} stays out; the decision binds the others.",
            $"{staying} stay out; the decision binds the others.");
    }

    /// <summary>Whose ballot makes the difference alone.</summary>
    public static string Pivotal(Roster roster, Coalition pivotal, bool adopts)
    {
        var any = ClassroomWording.AnyOf(roster, pivotal);
        return (adopts, pivotal.IsEmpty) switch
        {
            (true, true) => Tell("No single member could have stopped it."),
            (true, false) => TellOf(
                pivotal.Count,
                $"Pivotal: the objection of {any} alone would have stopped it.",
                $"Pivotal: the objection of any one of {any} would have stopped it."),
            (false, true) => Tell("No single member's support would have carried it."),
            (false, false) => TellOf(
                pivotal.Count,
                $"Pivotal: the support of {any} alone would have carried it.",
                $"Pivotal: the support of any one of {any} would have carried it."),
        };
    }

    /// <summary>Who can block, by the smallest groups that can.</summary>
    public static string Blocking(Roster roster, IReadOnlyList<Coalition> groups)
    {
        if (groups.Count == 0)
        {
            return Tell("No small group was found that can block, or none can.");
        }

        if (groups.Count == 1)
        {
            return Tell($"{ClassroomWording.Codes(roster, groups[0])} can, against all others, and no other group as small.");
        }

        return groups[0].Count > 1
            ? Tell(
                $"It takes {groups[0].Count} members at least: {ClassroomWording.Large(groups.Count)} groups of that size can, "
                + $"against all others.")
            : groups.Count == roster.Size ? Tell("Every member alone.")
            : Tell($"{groups.Count} members each alone.");
    }
}
