using System.Collections.Immutable;
using System.Text.Json.Serialization;
using VotingSim.Classroom.Deliberations;
using VotingSim.Classroom.Lessons;

namespace VotingSim.Classroom.Rooms;

/// <summary>What a teacher chooses on opening a room.</summary>
public sealed record RoomSettings
{
    /// <summary>The largest number of rounds that a class may play.</summary>
    public const int MostRounds = 50;

    /// <summary>The longest time for a round. Unit: seconds.</summary>
    public const int MostSeconds = 3600;

    /// <summary>Rounds where the teacher has not chosen: as many as a lesson holds.</summary>
    public const int UsualRounds = 8;

    /// <summary>Crisis, members, rule, luck, and rounds until time is up: sessions on the calendar of the crisis, from its opening, so that a lesson
    /// has them all. Range of the rounds: 1 to 50.</summary>
    public TableChoice Choice { get; init; } = new() { Rounds = UsualRounds };

    /// <summary>
    /// Time for the vote of a round, and for the text of a person in the chair. Unit: seconds; range: 0 (no limit) to 3600; default
    /// 180.
    /// </summary>
    public int RoundSeconds { get; init; } = 180;

    /// <summary>The matters of a term, by name of their crises, in order; empty where the room plays one. The first rule of the choice is that of
    /// a vote then. At most 8.</summary>
    public ImmutableArray<string> Matters { get; init; } = [];

    /// <summary>Name of the rule of the second session, where a double lesson was planned; empty where it was not. Consensus, say, is followed by
    /// a qualified majority.</summary>
    public string Second { get; init; } = "";

    /// <summary>Whether a double lesson was planned.</summary>
    [JsonIgnore]
    public bool IsDouble => Second.Length > 0;

    /// <summary>Whether the room plays a term.</summary>
    [JsonIgnore]
    public bool IsTerm => !Matters.IsDefaultOrEmpty;

    /// <summary>The settings with every number in its range.</summary>
    public RoomSettings WithinRange() => this with
    {
        Choice = Choice with
        {
            Rounds = Math.Clamp(Choice.Rounds ?? UsualRounds, 1, MostRounds),
            Crisis = IsTerm ? Matters[0] : Choice.Crisis,
            Rules = IsTerm && Choice.Rules[0] == Term.Patience ? [Term.UsualVote] : Choice.Rules,
        },
        Matters = Matters.IsDefault ? [] : [.. Matters.Take(Term.MostMatters)],
        Second = IsTerm || Second == Choice.Rules[0] ? "" : Second ?? "",
        RoundSeconds = Math.Clamp(RoundSeconds, 0, MostSeconds),
    };
}
