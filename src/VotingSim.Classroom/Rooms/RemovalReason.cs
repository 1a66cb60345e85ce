using System.Text.Json.Serialization;

namespace VotingSim.Classroom.Rooms;

/// <summary>Why somebody was sent out.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RemovalReason>))]
public enum RemovalReason
{
    /// <summary>The person is in the room twice.</summary>
    JoinedTwice,

    /// <summary>The name is not one for the screen.</summary>
    Name,

    /// <summary>The seat is meant for somebody else.</summary>
    SeatIsNeeded,

    /// <summary>The teacher wants it so.</summary>
    Other,
}
