namespace VotingSim.Classroom;

/// <summary>Where the classroom finds what is the user's.</summary>
public sealed record ClassroomOptions
{
    /// <summary>The folder with the user's <c>configs</c> and <c>results</c>. Default: where the command was started.</summary>
    public string Folder { get; init; } = Directory.GetCurrentDirectory();

    /// <summary>The user's own members, crises, rules and experiments.</summary>
    public string Configurations => Path.Combine(Folder, "configs");

    /// <summary>The runs.</summary>
    public string Results => Path.Combine(Folder, "results");
}
