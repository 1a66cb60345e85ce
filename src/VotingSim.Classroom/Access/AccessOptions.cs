namespace VotingSim.Classroom.Access;

/// <summary>Who may reach the classroom, and who may do in it what changes the machine.</summary>
public sealed record AccessOptions
{
    /// <summary>Names and addresses under which it answers besides its own. Default: none.</summary>
    public IReadOnlyList<string> Hosts { get; init; } = [];

    /// <summary>Whether everybody may open rooms, start runs and read results. Default: no, it takes this machine or the host key.</summary>
    public bool IsOpen { get; init; }

    /// <summary>Whether a proxy stands before it, whose forwarded headers say who is there. Nobody is at this machine then. Default: no.</summary>
    public bool IsBehindProxy { get; init; }
}
