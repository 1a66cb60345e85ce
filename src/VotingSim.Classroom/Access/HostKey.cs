namespace VotingSim.Classroom.Access;

/// <summary>
/// What makes somebody at another machine the host, who opens rooms, starts runs and reads results: a key that is new at each start.
/// </summary>
public sealed class HostKey
{
    /// <summary>The cookie in which a browser keeps it.</summary>
    public const string Cookie = "votingsim-host";

    private readonly string _hash;

    /// <summary>Makes a new one.</summary>
    public HostKey() => _hash = Secrets.HashOf(Text = Secrets.NewKey());

    /// <summary>The key itself, to be shown once to whoever started the classroom.</summary>
    public string Text { get; }

    /// <summary>Whether somebody holds it.</summary>
    public bool Is(string? shown) => Secrets.Opens(shown, _hash);
}
