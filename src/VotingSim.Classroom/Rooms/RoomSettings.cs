using VotingSim.Classroom.Deliberations;

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

    /// <summary>The settings with every number in its range.</summary>
    public RoomSettings WithinRange() => this with
    {
        Choice = Choice with { Rounds = Math.Clamp(Choice.Rounds ?? UsualRounds, 1, MostRounds) },
        RoundSeconds = Math.Clamp(RoundSeconds, 0, MostSeconds),
    };
}
