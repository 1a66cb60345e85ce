using VotingSim.Campaigns;
using VotingSim.Classroom.Deliberations;
using VotingSim.Deliberation;
using VotingSim.Members;
using VotingSim.Rules;

namespace VotingSim.Classroom.Lessons;

/// <summary>What members remember, and what became of decisions, in words.</summary>
public static class MemoryWords
{
    // A mood is named by what it is as a share of what being outvoted once costs.
    private const double Well = 0.1;
    private const double Sore = -0.2;
    private const double Bitter = -1;

    /// <summary>The mood of a member, in a word or two.</summary>
    /// <param name="goodwill">Unit: utility.</param>
    /// <param name="memory">What marks cost and gain.</param>
    public static string Mood(double goodwill, MemorySettings memory) => (goodwill / memory.Outvoted) switch
    {
        >= Well => "well disposed",
        > Sore => "even-tempered",
        > Bitter => "sore",
        _ => "bitter",
    };

    /// <summary>What a member remembers: "You remember being outvoted twice and a decision by consent."</summary>
    public static string Remembers(TermMemory memory, int seat)
    {
        var matters = Enumerable.Range(0, memory.Over).ToArray();
        var outvoted = matters.Count(matter => memory.Outvoted(matter).Contains(seat));
        var consent = matters.Count(matter => memory.ResultOf(matter).Endings[0] == Ending.Consent);
        var deadlock = matters.Count(matter => memory.ResultOf(matter).Endings[0] is Ending.Open or Ending.Failed);
        string[] said =
        [
            .. outvoted > 0 ? [$"being outvoted {Times(outvoted)}"] : Array.Empty<string>(),
            .. consent > 0 ? [$"agreeing by consent {Times(consent)}"] : Array.Empty<string>(),
            .. deadlock > 0 ? [$"{ClassroomWording.Count(deadlock, "matter")} without a decision"] : Array.Empty<string>(),
        ];
        return said.Length switch
        {
            0 when memory.Over == 0 => "Nothing has happened yet that you would remember.",
            0 => "What was decided over others left no mark with you.",
            1 => $"You remember {said[0]}.",
            _ => $"You remember {string.Join(", ", said[..^1])} and {said[^1]}.",
        };
    }

    /// <summary>What goodwill does to a member in the matter that comes; empty where it does nothing.</summary>
    /// <param name="member">The member by its profile.</param>
    /// <param name="felt">The member with its goodwill.</param>
    public static string Does(MemberState member, MemberState felt)
    {
        if (felt.Unity == member.Unity && felt.Flexibility == member.Flexibility)
        {
            return "";
        }

        var (more, ears) = (felt.Unity > member.Unity, felt.Flexibility > member.Flexibility ? "more" : "less");
        return $"You vote for a text that falls short by up to {ClassroomWording.Utility(felt.Unity)} of what you ask for "
            + $"({(more ? "more" : "less")} than your usual {ClassroomWording.Utility(member.Unity)}), and you listen {ears} than usual "
            + $"({ClassroomWording.Percent(felt.Flexibility)} instead of {ClassroomWording.Percent(member.Flexibility)}).";
    }

    /// <summary>What became of a matter, in a sentence or two.</summary>
    public static string Became(Term term, TermMemory memory, int matter)
    {
        var (result, roster) = (memory.ResultOf(matter), term.Matters[matter].TermsOf(byVote: false).Roster);
        var (outvoted, carried) = (memory.Outvoted(matter), memory.CarriedOut(matter));
        return result.Endings[0] switch
        {
            Ending.Consent => $"Decided by consent. {CarriedOut(roster, carried)}",
            Ending.Vote => $"Decided by vote, over {ClassroomWording.Codes(roster, outvoted)}. {CarriedOut(roster, carried)}",
            _ => "No decision: the status quo stands, and whom the crisis hits hardest will remember it.",
        };
    }

    /// <summary>Who carries a decision out.</summary>
    public static string CarriedOut(Roster roster, Coalition carried)
    {
        var not = Coalition.AllOf(roster.Size) - carried;
        return not.IsEmpty ? "Everybody carries it out."
            : carried.IsEmpty ? "Nobody carries it out."
            : $"{carried.Count} of {roster.Size} carry it out; {ClassroomWording.Codes(roster, not)} {(not.Count == 1 ? "does" : "do")} not.";
    }

    /// <summary>A goodwill with its sign.</summary>
    public static string WithSign(double goodwill) =>
        (goodwill > 0.0005 ? "+" : "") + ClassroomWording.Utility(Math.Abs(goodwill) < 0.005 ? 0 : goodwill);

    private static string Times(int times) => times switch { 1 => "once", 2 => "twice", _ => $"{times} times" };
}
