using VotingSim.Campaigns;
using VotingSim.Classroom.Deliberations;
using VotingSim.Deliberation;
using VotingSim.Members;
using VotingSim.Rules;
using static VotingSim.Classroom.Languages.Speech;

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
        >= Well => Tell("well disposed"),
        > Sore => Tell("even-tempered"),
        > Bitter => Tell("sore"),
        _ => Tell("bitter"),
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
            .. outvoted > 0 ? [Tell($"being outvoted {Times(outvoted)}")] : Array.Empty<string>(),
            .. consent > 0 ? [Tell($"agreeing by consent {Times(consent)}")] : Array.Empty<string>(),
            .. deadlock > 0 ? [TellOf(deadlock, $"a matter without a decision", $"{deadlock} matters without a decision")] : Array.Empty<string>(),
        ];
        return said.Length switch
        {
            0 when memory.Over == 0 => Tell("Nothing has happened yet that you would remember."),
            0 => Tell("What was decided over others left no mark with you."),
            _ => Tell($"You remember {ClassroomWording.All(said)}."),
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

        var (unity, usual) = (ClassroomWording.Utility(felt.Unity), ClassroomWording.Utility(member.Unity));
        var (openness, before) = (ClassroomWording.Percent(felt.Flexibility), ClassroomWording.Percent(member.Flexibility));
        var compared = felt.Unity > member.Unity ? Tell($"more than your usual {usual}") : Tell($"less than your usual {usual}");
        var ears = felt.Flexibility > member.Flexibility
            ? Tell($"you listen more than usual ({openness} instead of {before})")
            : Tell($"you listen less than usual ({openness} instead of {before})");
        return Tell($"You vote for a text that falls short by up to {unity} of what you ask for ({compared}), and {ears}.");
    }

    /// <summary>What became of a matter, in a sentence or two.</summary>
    public static string Became(Term term, TermMemory memory, int matter)
    {
        var (result, roster) = (memory.ResultOf(matter), term.Matters[matter].TermsOf(byVote: false).Roster);
        var (outvoted, carried) = (memory.Outvoted(matter), memory.CarriedOut(matter));
        return result.Endings[0] switch
        {
            Ending.Consent => Tell($"Decided by consent. {CarriedOut(roster, carried)}"),
            Ending.Vote => Tell($"Decided by vote, over {ClassroomWording.Codes(roster, outvoted)}. {CarriedOut(roster, carried)}"),
            _ => Tell("No decision: the status quo stands, and whom the crisis hits hardest will remember it."),
        };
    }

    /// <summary>Who carries a decision out.</summary>
    public static string CarriedOut(Roster roster, Coalition carried)
    {
        var not = Coalition.AllOf(roster.Size) - carried;
        var without = ClassroomWording.Codes(roster, not);
        return not.IsEmpty ? Tell("Everybody carries it out.")
            : carried.IsEmpty ? Tell("Nobody carries it out.")
            : TellOf(
                not.Count, $"{carried.Count} of {roster.Size} carry it out; {without} does not.",
                $"{carried.Count} of {roster.Size} carry it out; {without} do not.");
    }

    /// <summary>A goodwill with its sign.</summary>
    public static string WithSign(double goodwill) =>
        (goodwill > 0.0005 ? "+" : "") + ClassroomWording.Utility(Math.Abs(goodwill) < 0.005 ? 0 : goodwill);

    private static string Times(int times) => times switch { 1 => Tell("once"), 2 => Tell("twice"), _ => Tell($"{times} times") };
}
