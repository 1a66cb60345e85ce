using System.Text.Json.Serialization;

namespace VotingSim.Classroom.Rooms;

/// <summary>Where a room stands.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RoomPhase>))]
public enum RoomPhase
{
    /// <summary>People come in and take their seats.</summary>
    Gathering,

    /// <summary>In a term: the matter before is over, and people choose the rule of the next.</summary>
    Choosing,

    /// <summary>The person in the chair writes the text of the round.</summary>
    Drafting,

    /// <summary>The text is on the table; ballots are cast and hidden.</summary>
    Voting,

    /// <summary>The ballots are open, and a majority is there over objections: the chair calls the vote, or goes on.</summary>
    Calling,

    /// <summary>The round is closed and its ballots are open; the teacher opens the next.</summary>
    Reading,

    /// <summary>Adopted, out of time, or ended by the teacher.</summary>
    Ended,
}
