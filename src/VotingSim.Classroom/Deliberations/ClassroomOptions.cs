namespace VotingSim.Classroom.Deliberations;

/// <summary>Where the classroom finds what is the user's.</summary>
public sealed record ClassroomOptions
{
    /// <summary>The folder with the user's <c>configs</c> and <c>results</c>. Default: where the command was started.</summary>
    public string Folder { get; init; } = Directory.GetCurrentDirectory();

    /// <summary>The user's own members, crises, rules and experiments.</summary>
    public string Configurations => Path.Combine(Folder, "configs");

    /// <summary>The user's own languages.</summary>
    public string Languages => Path.Combine(Configurations, "languages");

    /// <summary>
    /// Where rooms are kept, so that they outlive the server. Default: <c>classroom</c> in the folder; made when the first room opens.
    /// </summary>
    public string Data { get => field ?? Path.Combine(Folder, "classroom"); init; }

    /// <summary>The runs.</summary>
    public string Results => Path.Combine(Folder, "results");
}
