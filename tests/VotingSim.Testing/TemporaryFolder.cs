namespace VotingSim.Testing;

/// <summary>A new empty folder of the machine's temporary files, which goes with all that is in it when it is disposed of.</summary>
/// <param name="name">What the folder is for: a part of its name, so that one left behind by a test that was killed can be told.</param>
public sealed class TemporaryFolder(string name) : IDisposable
{
    private int _folders;

    /// <summary>Where it is: an absolute path.</summary>
    public string Path { get; } = Directory.CreateTempSubdirectory($"votingsim-{name}-").FullName;

    /// <summary>The path of a file or folder in it, which need not exist.</summary>
    public string In(params ReadOnlySpan<string> path) => System.IO.Path.Combine([Path, .. path]);

    /// <summary>Path of one more folder in it, which no other call returns and which does not exist yet. May be called from several threads.</summary>
    public string Next() => In($"{Interlocked.Increment(ref _folders)}");

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(Path, recursive: true);
}
