using VotingSim.Classroom.Access;

namespace VotingSim.Classroom.Tests.Rooms;

/// <summary>People who ask for something.</summary>
internal static class Somebody
{
    /// <summary>At the machine of the classroom.</summary>
    public static Visitor Host { get; } = new(Visitor.Here, "host", IsHost: true, MayHost: true);

    /// <summary>A guest from an address, in a browser of its own.</summary>
    public static Visitor At(string address, string person = "somebody") => new(address, person, IsHost: false, MayHost: false);

    /// <summary>The same, where everybody may open rooms.</summary>
    public static Visitor InTheOpen(string address, string person = "somebody") => new(address, person, IsHost: false, MayHost: true);
}
