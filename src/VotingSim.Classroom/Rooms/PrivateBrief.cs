using System.Collections.Immutable;
using VotingSim.Classroom.Deliberations;
using VotingSim.Deliberation;
using static VotingSim.Classroom.Languages.Speech;

namespace VotingSim.Classroom.Rooms;

/// <summary>
/// What a member's capital tells its delegation: its interests, its red lines, what it may say, and how it bargains. Words for the
/// profile that the model plays by.
/// </summary>
public sealed record PrivateBrief
{
    /// <summary>The member's code.</summary>
    public required string Code { get; init; }

    /// <summary>The member's name.</summary>
    public required string Member { get; init; }

    /// <summary>What it wants on each issue.</summary>
    public required ImmutableArray<IssueBrief> Issues { get; init; }

    /// <summary>What it wants and how much, in sentences.</summary>
    public required ImmutableArray<string> Interests { get; init; }

    /// <summary>What it must never accept.</summary>
    public required ImmutableArray<string> RedLines { get; init; }

    /// <summary>What it may say, and what it keeps to itself.</summary>
    public required ImmutableArray<string> MaySay { get; init; }

    /// <summary>How it bargains.</summary>
    public required ImmutableArray<string> Bargaining { get; init; }

    /// <summary>The brief of the member in a seat.</summary>
    public static PrivateBrief Of(DeliberationTerms terms, int seat)
    {
        var (member, stance, issues) = (terms.Roster.Members[seat], terms.Crisis.Stances[seat], terms.Crisis.Issues);
        var briefs = issues.Select((issue, k) => new IssueBrief(
            ClassroomWording.Words(issue.Name), Translated(issue.Low), Translated(issue.High), issue.StatusQuo,
            stance.Position[k], stance.Salience[k], RedLine.Of(stance, k), ScaleWords.Of(issue))).ToImmutableArray();
        return new()
        {
            Code = member.Code,
            Member = ClassroomWording.Name(member),
            Issues = briefs,
            Interests = [.. briefs.Select(Interest), Exposure(stance.Exposure)],
            RedLines = briefs.Any(brief => brief.RedLine is not null)
                ? [.. briefs.Where(brief => brief.RedLine is not null).Select(Forbidden)]
                : [Tell("Your capital has drawn no red line: any text can be accepted if it is worth it.")],
            MaySay =
            [
                Tell("Say openly what you want, and why."),
                .. briefs.Select(brief => Latitude(brief, member.Flexibility)),
                Tell("Keep to yourself how much each issue matters to you, where your red lines are, and what you would accept in the end."),
            ],
            Bargaining =
            [
                Tell(
                    $"You open by holding out for {ClassroomWording.Percent(member.Holdout)} of what there is to gain, "
                    + $"and give up about {ClassroomWording.Percent(member.ConcessionRate)} of that demand in 30 days; "
                    + $"faster when the others could decide without you."),
                Tell(
                    $"Unity: if a text falls short of what you ask for by no more than {ClassroomWording.Utility(member.Unity)} "
                    + $"(your ideal is worth 1), vote for it all the same."),
                Tell(
                    $"Reticence: if it falls short by up to {ClassroomWording.Utility(member.Reticence)} more, "
                    + $"swallow it in silence: abstain. Beyond that, object."),
                Ears(terms, seat),
            ],
        };
    }

    private static string Interest(IssueBrief issue)
    {
        var way = Math.Abs(issue.Position - issue.StatusQuo);
        var direction = issue.Position > issue.StatusQuo ? issue.High : issue.Low;
        var wish = way switch
        {
            < 5 => Tell("you are content with how things stand"),
            < 20 => Tell($"you want a step towards “{direction}”"),
            < 45 => Tell($"you want a clear move towards “{direction}”"),
            _ => Tell($"you want to go far towards “{direction}”"),
        };
        var care = issue.Salience switch
        {
            >= 80 => Tell("It is vital to you"),
            >= 60 => Tell("It matters a great deal to you"),
            >= 40 => Tell("It matters to you"),
            >= 20 => Tell("It matters little to you"),
            _ => Tell("It hardly matters to you"),
        };
        return Tell(
            $"On {issue.Name} your ideal is {Told(issue, issue.Position)}, and the status quo is {Told(issue, issue.StatusQuo)}: {wish}. "
            + $"{care} ({ClassroomWording.Scale(issue.Salience)} of 100).");
    }

    private static string Told(IssueBrief issue, double place) => issue.Points.IsEmpty
        ? ClassroomWording.Scale(place)
        : $"{ClassroomWording.Scale(place)} ({ScaleWords.Of(issue.Points, place)})";

    private static string Exposure(double exposure) => exposure switch
    {
        >= 0.7 => Tell("The crisis hits you hard: every month without a decision costs you more."),
        >= 0.4 => Tell("The crisis touches you: months without a decision cost you something."),
        _ => Tell("The crisis hardly touches you: you can wait."),
    };

    private static string Forbidden(IssueBrief issue)
    {
        var (lowest, highest) = issue.RedLine!.Value;
        var limits = (lowest > 0, highest < 100) switch
        {
            (true, true) => Tell($"below {Told(issue, lowest)} or above {Told(issue, highest)}"),
            (true, false) => Tell($"below {Told(issue, lowest)}"),
            _ => Tell($"above {Told(issue, highest)}"),
        };
        return Tell($"Object to every text {limits} on {issue.Name}, whatever else it gives you.");
    }

    // f = phi (1 - s / 100), the openness of docs/model.md, section 3.0, to which consultation moves what is said.
    private static string Latitude(IssueBrief issue, double flexibility)
    {
        var openness = flexibility * (1 - (issue.Salience / 100));
        return openness < 0.005
            ? Tell($"On {issue.Name} your capital lets nothing that is said move you: state {Told(issue, issue.Position)}.")
            : Tell(
                $"On {issue.Name} what the others say may move what you say, by up to {ClassroomWording.Percent(openness)} of the way "
                + $"from {ClassroomWording.Scale(issue.Position)} to where they stand.");
    }

    private static string Ears(DeliberationTerms terms, int seat)
    {
        var profile = PreferenceProfile.Of(terms, seat);
        var heard = terms.Roster.Members.Select((member, other) => (Name: ClassroomWording.Name(member), Weight: profile.Hears[other], Other: other))
            .Where(voice => voice.Other != seat)
            .OrderByDescending(voice => voice.Weight).ThenBy(voice => voice.Other).Take(3).Select(voice => voice.Name).ToArray();
        var power = terms.Crisis.ExternalPowers.Select(power => (Name: Translated(power.Name), Weight: power.Influence * power.Affinity[seat]))
            .OrderByDescending(power => power.Weight).FirstOrDefault();
        return heard.Length == 0 ? Tell("You listen to nobody.")
            : power.Weight >= 0.3
                ? Tell($"Whose voice weighs most with you: {string.Join(", ", heard)}; from outside, {power.Name}.")
            : Tell($"Whose voice weighs most with you: {string.Join(", ", heard)}.");
    }
}
