namespace VotingSim.Classroom.Access;

/// <summary>Somebody who asks for something, as far as it can be told: whence, in which browser, and whether as the host.</summary>
/// <param name="Address">Where from: an address, or of version 6 the network that a household or a school has.</param>
/// <param name="Person">The browser, or the connection of a program.</param>
/// <param name="IsHost">Whether at the machine of the classroom itself, or with the host key.</param>
/// <param name="MayHost">Whether rooms and runs are this visitor's to open, to start and to read.</param>
public sealed record Visitor(string Address, string Person, bool IsHost, bool MayHost)
{
    /// <summary>The address of the machine of the classroom itself.</summary>
    public const string Here = "here";

    /// <summary>Somebody of whom nothing is known, and who may do nothing.</summary>
    public static Visitor Unknown { get; } = new("unknown", "unknown", IsHost: false, MayHost: false);
}
