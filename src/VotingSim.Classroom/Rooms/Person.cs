using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using VotingSim.Deliberation;

namespace VotingSim.Classroom.Rooms;

/// <summary>Somebody in a room, and what this person has done in the round that is open.</summary>
public sealed record Person
{
    /// <summary>The longest name. Unit: signs.</summary>
    public const int LongestName = 40;

    private static readonly UnicodeCategory[] Unseen =
    [
        UnicodeCategory.Control, UnicodeCategory.Format, UnicodeCategory.PrivateUse, UnicodeCategory.OtherNotAssigned,
        UnicodeCategory.EnclosingMark,
    ];

    /// <summary>Tells people in a room apart; never used again in the same room.</summary>
    public required int Number { get; init; }

    /// <summary>What the person wants to be called.</summary>
    public required string Name { get; init; }

    /// <summary>SHA-256 of the key by which the person comes back, in hexadecimal digits.</summary>
    public required string KeyHash { get; init; }

    /// <summary>The member's seat, or <see cref="RoomState.ChairSeat"/>; null before one is taken.</summary>
    public int? Seat { get; init; }

    /// <summary>The ballot cast in the round that is open; null before.</summary>
    public Ballot? Ballot { get; init; }

    /// <summary>The ballot that was cast last, also after its round; null before the first.</summary>
    public CountedBallot? LastCast { get; init; }

    /// <summary>Whether the person wants a vote in the matter of a term that comes; null where it has not said.</summary>
    public bool? WantsVote { get; init; }

    /// <summary>How the person guessed, before the first round, that the matter would end; null where it did not.</summary>
    public Guess? Guess { get; init; }

    /// <summary>The position last stated, a value per issue; empty where none was. It stands until another is stated.</summary>
    public ImmutableArray<double> Position { get; init; } = [];

    /// <summary>
    /// A name fit for a screen: one line, without signs that are not seen or that cover their neighbours; null where nothing is left,
    /// or too much.
    /// </summary>
    public static string? NameFrom(string? typed)
    {
        if (typed is null || typed.Length > 8 * LongestName)
        {
            return null;
        }

        var signs = new List<Rune>();
        var marks = 0;
        foreach (var rune in typed.EnumerateRunes())
        {
            var kind = Rune.GetUnicodeCategory(rune);
            marks = kind == UnicodeCategory.NonSpacingMark ? marks + 1 : 0;
            if (Rune.IsWhiteSpace(rune))
            {
                signs.Add(new(' '));
            }
            else if (marks <= 2 && rune != Rune.ReplacementChar && !Unseen.Contains(kind))
            {
                signs.Add(rune);
            }
        }

        var name = string.Join(' ', string.Concat(signs).Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return name.EnumerateRunes().Count() <= LongestName && name.EnumerateRunes().Any(Rune.IsLetterOrDigit) ? name : null;
    }
}
