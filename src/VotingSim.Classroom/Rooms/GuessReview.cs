using System.Collections.Immutable;
using VotingSim.Classroom.Deliberations;

namespace VotingSim.Classroom.Rooms;

/// <summary>The guesses of a class beside its own sessions and a thousand worlds under either of the rules that were guessed between.</summary>
public sealed record GuessReview
{
    /// <summary>The guesses; at least one.</summary>
    public required ImmutableArray<Guess> Guesses { get; init; }

    /// <summary>The model alone under the rule of the first session, and under the other.</summary>
    public required (OtherWorld Own, OtherWorld Other) Worlds { get; init; }

    /// <summary>Name and title of the rule of the first session, and of the other.</summary>
    public ((string Name, string Title) Own, (string Name, string Title) Other) Rules =>
        ((Own.Arm.Rule, Worlds.Own.Rule), (Other.Arm.Rule, Worlds.Other.Rule));

    /// <summary>A thousand worlds under the rule of the first session.</summary>
    public ArmSample Own => Worlds.Own.Thousand;

    /// <summary>The same worlds under the other rule.</summary>
    public ArmSample Other => Worlds.Other.Thousand;

    /// <summary>The sessions that the class has played, in their order, with their last rounds.</summary>
    public required ImmutableArray<(Proceedings Of, RoundView Last)> Sessions { get; init; }

    /// <summary>How many guessed each: the rule of the first session, the other, no difference.</summary>
    public (int Own, int Other, int None) FasterGuessed => (
        Guesses.Count(guess => guess.Faster == Rules.Own.Name),
        Guesses.Count(guess => guess.Faster == Rules.Other.Name),
        Guesses.Count(guess => guess.Faster == Guess.NoDifference));

    /// <summary>In how many worlds each is earlier, and in how many neither; a decision in time is earlier than none.</summary>
    public (int Own, int Other, int None) FasterInWorlds => Own.Against(Other);

    /// <summary>Which of two sessions was earlier: -1 the first, 1 the second, 0 neither; null where the class has not played both rules.</summary>
    public int? FasterPlayed => Sessions is [var first, var second] && second.Of.Arm.Rule == Rules.Other.Name
        ? ArmSample.Order((first.Last.Day, first.Last.Adopted), (second.Last.Day, second.Last.Adopted))
        : null;

    /// <summary>The headline.</summary>
    public string Headline
    {
        get
        {
            var ((own, other, none), worlds) = (FasterGuessed, FasterInWorlds);
            var (guessed, rule) = Most((own, other, none));
            var (earlier, which) = Most(worlds);
            return GuessSentences.Headline(guessed, Guesses.Length, rule, which, earlier / (double)Math.Max(1, Own.Worlds.Count));
        }
    }

    /// <summary>Looks back on the guesses of a room; null where nobody guessed.</summary>
    /// <param name="room">The room.</param>
    /// <param name="debrief">Its debrief.</param>
    public static GuessReview? Of(Room room, Debrief debrief)
    {
        var (state, first) = (room.State, debrief.First ?? debrief);
        if (state.Guesses.IsEmpty)
        {
            return null;
        }

        var other = first.Worlds.First(world => world.Thousand.Arm.Rule == state.GuessedRules.Other);
        Debrief[] debriefs = debrief.First is null ? [debrief] : [first, debrief];
        return new()
        {
            Guesses = state.Guesses,
            Worlds = (first.Worlds[0], other),
            Sessions = [.. debriefs.Select(one => one.Proceedings).Where(one => !one.Held.IsEmpty).Select(one => (one, one.Held[^1].View))],
        };
    }

    /// <summary>First quartile, median and third quartile of the texts of worlds, between neighbours in proportion; null where none decided. Unit:
    /// issue scale.</summary>
    public static (double Low, double Median, double High)? Quartiles(ArmSample sample)
    {
        double[] sorted = [.. sample.Texts.Order()];
        return sorted.Length == 0 ? null : (At(0.25), At(0.5), At(0.75));

        double At(double share)
        {
            var place = share * (sorted.Length - 1);
            var (below, above) = (sorted[(int)Math.Floor(place)], sorted[(int)Math.Ceiling(place)]);
            return below + ((place - Math.Floor(place)) * (above - below));
        }
    }

    /// <summary>How many guessed that a member is outvoted, -1 for nobody.</summary>
    public int OutvotedGuessed(int seat) => Guesses.Count(guess => guess.Outvoted == seat);

    /// <summary>The share of worlds in which a member is outvoted, -1 for the share in which nobody is.</summary>
    public static double OutvotedShare(ArmSample sample, int seat) =>
        (seat == Guess.Nobody ? sample.NobodyOutvoted : sample.Outvoted[seat]) / (double)Math.Max(1, sample.Total);

    /// <summary>Whether a member was outvoted in a session, -1 for whether nobody was.</summary>
    public static bool WasOutvoted(RoundView last, int seat)
    {
        var outvoted = last.Adopted ? last.Tally.Objectors - last.OptedOut : default;
        return seat == Guess.Nobody ? outvoted.IsEmpty : outvoted.Contains(seat);
    }

    // What most is said of, the first of equals; null for neither rule.
    private (int Count, string? Rule) Most((int Own, int Other, int None) counts) =>
        new[] { (counts.Own, (string?)Rules.Own.Title), (counts.Other, Rules.Other.Title), (counts.None, null) }.MaxBy(one => one.Item1);
}
