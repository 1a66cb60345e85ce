using System.Collections.Immutable;
using static VotingSim.Classroom.Languages.Speech;

namespace VotingSim.Classroom.Rooms;

/// <summary>A lesson of fifty minutes in which one matter is played under two rules, with the same people, briefs and luck.</summary>
public static class DoubleLesson
{
    /// <summary>Rounds of a session where the teacher has not chosen.</summary>
    public const int UsualRounds = 4;

    /// <summary>Time for a vote where the teacher has not chosen. Unit: seconds.</summary>
    public const int UsualSeconds = 120;

    /// <summary>What comes when.</summary>
    /// <param name="first">The rule of the first session in words.</param>
    /// <param name="second">The rule of the second.</param>
    public static ImmutableArray<LessonStep> Steps(string first, string second) =>
    [
        new(0, Tell("The question, and a show of hands: which rule decides sooner, and at whose cost?")),
        new(3, Tell("Join, choose seats, read the briefs in silence.")),
        new(10, Tell($"First session, under “{first}”.")),
        new(22, Tell("Stop, decided or not. What stood in the way? One sentence a delegation.")),
        new(24, Tell($"Second session, under “{second}”: same seats, briefs and luck.")),
        new(36, Tell("The debrief: both sessions side by side, then people and the model.")),
        new(46, Tell("Back to the show of hands.")),
    ];

    /// <summary>The step that a room is in, from 0.</summary>
    public static int StepOf(RoomView view) => view switch
    {
        { Session: 1, Phase: RoomPhase.Gathering, People: 0 } => 0,
        { Session: 1, Phase: RoomPhase.Gathering } => 1,
        { Session: 1, Phase: RoomPhase.Ended } => 3,
        { Session: 1 } => 2,
        { Phase: RoomPhase.Ended } => 5,
        _ => 4,
    };
}
