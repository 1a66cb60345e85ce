using VotingSim.Classroom.Components;
using VotingSim.Classroom.Deliberations;
using VotingSim.Classroom.Lessons;
using VotingSim.Classroom.Rooms;
using VotingSim.Deliberation;
using VotingSim.Members;
using static VotingSim.Classroom.Languages.Speech;

namespace VotingSim.Classroom.Pages;

/// <summary>The debrief of a term as it is laid out on the page.</summary>
public sealed class TermDebriefViewModel(TermDebrief debrief)
{
    /// <summary>What is looked back on.</summary>
    public TermDebrief Debrief => debrief;

    /// <summary>The term.</summary>
    public Term Term => debrief.Session.Term;

    /// <summary>What the members remember.</summary>
    public TermMemory Memory => debrief.Session.Memory;

    /// <summary>The members.</summary>
    public Roster Roster => Term.Matters[0].TermsOf(byVote: false).Roster;

    /// <summary>Whether a matter was played to its end.</summary>
    public bool IsOver(int matter) => matter < Memory.Over;

    /// <summary>Matters that the class decided.</summary>
    public int Decided => Enumerable.Range(0, Memory.Over).Count(matter => Memory.ResultOf(matter).Decided[0]);

    /// <summary>Of them, each by the share of the members that carry it out.</summary>
    public double CarriedOut => Enumerable.Range(0, Memory.Over).Sum(matter => (double)Memory.CarriedOut(matter).Count / Roster.Size);

    /// <summary>The rule that the class chose for a matter, in words.</summary>
    public string RuleOf(int matter) => Memory.WasByVote(matter) ? Tell("a vote") : Tell("patience");

    /// <summary>How the class decided a matter.</summary>
    public string HowOf(int matter) => Memory.ResultOf(matter).Endings[0] switch
    {
        Ending.Consent => Tell("by consent"),
        Ending.Vote => Tell($"by vote, over {ClassroomWording.Codes(Roster, Memory.Outvoted(matter))}"),
        _ => Tell("no decision"),
    };

    /// <summary>How many carry out what the class decided.</summary>
    public string CarriedOutOf(int matter) =>
        Memory.ResultOf(matter).Decided[0] ? Tell($"{Memory.CarriedOut(matter).Count} of {Roster.Size}") : "–";

    /// <summary>A thousand campaigns on a matter, in a line.</summary>
    public static string Thousand(CampaignSample sample, int matter)
    {
        var (decide, vote) = (ClassroomWording.Percent(sample.Decided(matter)), ClassroomWording.Percent(sample.Voted(matter)));
        var carry = ClassroomWording.Percent(sample.CarriedOut(matter));
        return double.IsNaN(sample.CarriedOut(matter))
            ? Tell($"{decide} decide, {vote} by vote")
            : Tell($"{decide} decide, {vote} by vote; {carry} of the members carry it out");
    }

    /// <summary>The sentence of the debrief.</summary>
    public string Sentence
    {
        get
        {
            var (over, carried) = (Memory.Over, ClassroomWording.Exact(CarriedOut));
            var own = TellOf(
                over,
                $"Your class decided {Decided} of {over} matter, and {carried} were carried out.",
                $"Your class decided {Decided} of {over} matters, and {carried} were carried out.");
            var (patience, vote) = (debrief.Patience, debrief.Vote);
            var (leastByPatience, leastByVote) = (patience.LeastGoodwill(Last, 0.5), vote.LeastGoodwill(Last, 0.5));
            var thousand = Tell(
                $"A thousand campaigns of all {Term.Matters.Length} matters that the model plays alone decide "
                + $"{ClassroomWording.Exact(patience.DecidedInAll)} with patience and {ClassroomWording.Exact(vote.DecidedInAll)} by vote, "
                + $"of which {ClassroomWording.Exact(patience.CarriedOutInAll)} and {ClassroomWording.Exact(vote.CarriedOutInAll)} "
                + $"are carried out; the least contented member ends at {MemoryWords.WithSign(leastByPatience)} and "
                + $"{MemoryWords.WithSign(leastByVote)} of goodwill.");
            return $"{own} {thousand}";
        }
    }

    /// <summary>Mean goodwill of the members of the class at the opening of a matter, or when the term ends.</summary>
    public double Mean(int matter) => Memory.All(matter).Average();

    /// <summary>Goodwill of the least contented member of the class there.</summary>
    public double Least(int matter) => Memory.All(matter).Min();

    /// <summary>The places of the path at which the goodwill of the class is known.</summary>
    public int Known => Memory.Over < Term.Matters.Length ? Memory.Over : Last;

    /// <summary>The last place of the path: the end of the term.</summary>
    public int Last => Term.Matters.Length;

    /// <summary>The path of the class as a line.</summary>
    public string Line => "M" + string.Join('L', Enumerable.Range(0, Known + 1).Select(matter => Point(matter, Mean(matter))));

    /// <summary>The middle four fifths of a thousand campaigns as an area.</summary>
    public string Band(CampaignSample sample) => "M" + string.Join('L',
        [
            .. Enumerable.Range(0, Last + 1).Select(matter => Point(matter, sample.Goodwill(matter, 0.1))),
            .. Enumerable.Range(0, Last + 1).Reverse().Select(matter => Point(matter, sample.Goodwill(matter, 0.9))),
        ]) + "Z";

    /// <summary>The median of a thousand campaigns as a line.</summary>
    public string Median(CampaignSample sample) =>
        "M" + string.Join('L', Enumerable.Range(0, Last + 1).Select(matter => Point(matter, sample.Goodwill(matter, 0.5))));

    /// <summary>Where no goodwill lies on the drawing.</summary>
    public string Zero => Drawing.Coordinate(Y(0));

    // The drawing is 100 wide and 40 high; its scale holds all that is drawn.
    private string Point(int matter, double goodwill) =>
        $"{Drawing.Coordinate(100.0 * matter / Last)} {Drawing.Coordinate(Y(goodwill))}";

    /// <summary>How far the drawing reaches to either side of no goodwill.</summary>
    public double Most => All.Select(Math.Abs).Append(0.01).Max();

    private double Y(double goodwill) => 20 - (19 * goodwill / Most);

    private IEnumerable<double> All => Enumerable.Range(0, Last + 1).SelectMany(matter => new[]
    {
        debrief.Patience.Goodwill(matter, 0.1), debrief.Patience.Goodwill(matter, 0.9),
        debrief.Vote.Goodwill(matter, 0.1), debrief.Vote.Goodwill(matter, 0.9),
    }).Concat(Enumerable.Range(0, Known + 1).Select(Mean));
}
