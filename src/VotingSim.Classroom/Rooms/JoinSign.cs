namespace VotingSim.Classroom.Rooms;

/// <summary>What is shown to who wants to come into a room.</summary>
/// <param name="Code">The code of the room.</param>
/// <param name="Address">The address by which phones reach the server.</param>
public sealed record JoinSign(string Code, string Address)
{
    /// <summary>Where students join.</summary>
    public string Link => $"{Address}/join";

    /// <summary>The same as one reads it out.</summary>
    public string LinkShown => Link[(Link.IndexOf("//", StringComparison.Ordinal) + 2)..];

    /// <summary>Where students join this room, for their cameras.</summary>
    public string LinkWithCode => $"{Link}?code={Code}";

    /// <summary>The code sign by sign, for who hears it.</summary>
    public string SpelledCode => string.Join(' ', Code.ToCharArray());

    /// <summary>The code in two halves, for who reads it.</summary>
    public string HalvedCode => $"{Code[..3]} {Code[3..]}";
}
