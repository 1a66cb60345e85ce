using System.Collections.Immutable;
using VotingSim.Classroom.Deliberations;
using VotingSim.Configuration.Cases;
using VotingSim.Deliberation;
using static VotingSim.Classroom.Languages.Speech;

namespace VotingSim.Classroom.Keepsakes;

/// <summary>A deliberation in a keepsake: the only one, a session of a double lesson, or a matter of a term.</summary>
/// <param name="Terms">Who deliberated on what.</param>
/// <param name="Text">Crisis and rule in words.</param>
/// <param name="Rounds">The opening, and the rounds held.</param>
public sealed record KeepsakeChapter(DeliberationTerms Terms, CrisisText Text, ImmutableArray<KeepsakeRound> Rounds)
{
    /// <summary>Which of several it is; null where it is the only one.</summary>
    public string? Place { get; init; }

    /// <summary>What really happened; null before all is decided, and where that is not on record.</summary>
    public Case? Happened { get; init; }

    /// <summary>Where that is drawn on the axes; null where nothing is.</summary>
    public HappenedMark? Mark => Happened is { } happened ? HappenedMark.Of(happened.Record, Terms.Crisis.Issues.Length) : null;

    /// <summary>What a round is called.</summary>
    public string NameOf(RoundView round)
    {
        ArgumentNullException.ThrowIfNull(round);
        var day = ClassroomWording.Day(round.Day);
        return (Place, round.HasBallots) switch
        {
            (null, true) => Tell($"Round {round.Number}, day {day}"),
            (null, false) => Tell($"Opening, day {day}"),
            (_, true) => Tell($"{Place}: round {round.Number}, day {day}"),
            _ => Tell($"{Place}: opening, day {day}"),
        };
    }
}
