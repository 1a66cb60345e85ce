using VotingSim.Deliberation;

namespace VotingSim.Experiments.Results;

/// <summary>The folder of a run. A part is either there whole, under its name, or not at all.</summary>
public sealed class ResultsFolder
{
    private const string Unfinished = ".unfinished";

    /// <summary>Opens a folder, which need not exist.</summary>
    public ResultsFolder(string path) => Path = System.IO.Path.GetFullPath(path);

    /// <summary>Absolute path of the folder.</summary>
    public string Path { get; }

    /// <summary>The resolved configuration, when and where it ran, and the arms.</summary>
    public string Manifest => In("manifest.json");

    /// <summary>Estimates per arm.</summary>
    public string Summary => In("summary.json");

    /// <summary>Estimates per arm, flat.</summary>
    public string SummaryTable => In("summary.csv");

    /// <summary>All rows as one CSV file.</summary>
    public string RunsTable => In("runs.csv");

    /// <summary>A file with the rows of each part.</summary>
    public string Runs => In("runs");

    /// <summary>A file with the traces of each arm.</summary>
    public string Traces => In("traces");

    /// <summary>The report.</summary>
    public string Report => In("report.html");

    /// <summary>The figures of the report, and their numbers.</summary>
    public string Figures => In("figures");

    /// <summary>Whether a run has begun here.</summary>
    public bool HasRun => File.Exists(Manifest);

    /// <summary>Whether there is anything in the folder.</summary>
    public bool IsEmpty => !Directory.Exists(Path) || !Directory.EnumerateFileSystemEntries(Path).Any();

    /// <summary>Path of a part's rows.</summary>
    public string RowsOf(RunPart part) => System.IO.Path.Combine(Runs, part.FileName);

    /// <summary>Whether a part was committed.</summary>
    public bool Has(RunPart part) => File.Exists(RowsOf(part));

    /// <summary>Removes what a former run left here, and nothing else.</summary>
    public void Clear()
    {
        foreach (var folder in new[] { Runs, Traces, Figures }.Where(Directory.Exists))
        {
            Directory.Delete(folder, recursive: true);
        }

        foreach (var file in new[] { Summary, SummaryTable, Report, RunsTable, Manifest })
        {
            File.Delete(file);
        }
    }

    /// <summary>Takes the folder for one writer, and sweeps up what an interrupted one left unfinished.</summary>
    /// <returns>The lock, to be disposed of.</returns>
    /// <exception cref="IOException">Another run holds the folder, or it cannot be written.</exception>
    public IDisposable Lock()
    {
        Directory.CreateDirectory(Runs);
        FileStream held;
        try
        {
            held = new(In(".lock"), FileMode.OpenOrCreate, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
        }
        catch (IOException e) when (Directory.Exists(Path))
        {
            throw new IOException($"Another run is writing to '{Path}'.", e);
        }

        foreach (var file in Directory.EnumerateFiles(Path, $"*{Unfinished}", SearchOption.AllDirectories))
        {
            File.Delete(file);
        }

        return held;
    }

    /// <summary>Writes a file so that it is there whole or not at all, also after a power cut.</summary>
    internal static async Task CommitAsync(string path, Func<Stream, Task> write)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        var unfinished = path + Unfinished;
        try
        {
            await using (var stream = new FileStream(unfinished, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 16))
            {
                await write(stream);
                stream.Flush(flushToDisk: true);
            }
        }
        catch
        {
            File.Delete(unfinished);
            throw;
        }

        File.Move(unfinished, path, overwrite: true);
    }

    /// <summary>Commits the rows of a part.</summary>
    internal Task CommitAsync(RunPart part, RunSchema schema, IReadOnlyList<CohortResult> cohorts) =>
        CommitAsync(RowsOf(part), stream => ParquetRows.WriteAsync(stream, schema, part.Arm, cohorts));

    private string In(string name) => System.IO.Path.Combine(Path, name);
}
