using VotingSim.Experiments.Plan;
using VotingSim.Grains.Clustering;

namespace VotingSim.Experiments.Store;

/// <summary>The folder of a run. A part is either there whole, under its name, or not at all.</summary>
public sealed class ResultsFolder
{
    private const string Unfinished = ".unfinished";

    private Journal? _journal;

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

    /// <summary>Estimates per arm of a sweep, flat, as Parquet.</summary>
    public string SummaryColumns => In("summary.parquet");

    /// <summary>All rows as one CSV file.</summary>
    public string RunsTable => In("runs.csv");

    /// <summary>All years of campaigns as one CSV file.</summary>
    public string YearsTable => In("years.csv");

    /// <summary>A file with the rows of each part.</summary>
    public string Runs => In("runs");

    /// <summary>A file with the years of each part of campaigns.</summary>
    public string Years => In("years");

    /// <summary>A file with the traces of each arm.</summary>
    public string Traces => In("traces");

    /// <summary>The report.</summary>
    public string Report => In("report.html");

    /// <summary>The report as it was printed, where it was.</summary>
    public string PrintedReport => In("report.pdf");

    /// <summary>The figures of the report, and their numbers.</summary>
    public string Figures => In("figures");

    /// <summary>Whether a run has begun here.</summary>
    public bool HasRun => File.Exists(Manifest);

    /// <summary>Whether there is anything in the folder, but what a run leaves that was killed before it had begun.</summary>
    public bool IsEmpty => !Directory.Exists(Path) || Directory.EnumerateFileSystemEntries(Path).All(entry => FolderLock.IsLeftOver(entry)
        || entry.EndsWith(Unfinished, StringComparison.Ordinal) || (entry == Runs && !Directory.EnumerateFileSystemEntries(Runs).Any()));

    /// <summary>Path of a part's rows.</summary>
    public string RowsOf(RunPart part) => System.IO.Path.Combine(Runs, part.FileName);

    /// <summary>A line for every part that was committed.</summary>
    public string JournalFile => In("journal.jsonl");

    /// <summary>The cohorts that could not be deliberated, where there are any.</summary>
    public string Failures => In("failures.json");

    /// <summary>Where files are set aside whose bytes are no longer those that were committed.</summary>
    public string Damaged => In("damaged");

    /// <summary>Whether a part was committed.</summary>
    public bool Has(RunPart part) => Journal.Has(part.FileName);

    /// <summary>How the rows of a run are, or are to be, cut into files here: as a version before did, if it began the run.</summary>
    public RunLayout LayoutOf(ExperimentPlan plan)
    {
        var layout = RunLayout.Of(plan);
        return layout.Parts[0].IsShared && RunLayout.Of(plan, isShared: false) is var apart && apart.Parts.Any(Has)
            ? apart
            : layout;
    }

    /// <summary>What was committed.</summary>
    internal Journal Journal => _journal ??= new(this);

    /// <summary>Reads every committed file again. One whose bytes are not those that were committed is set aside in <see cref="Damaged"/>,
    /// to be deliberated again; a torn journal is mended.</summary>
    /// <returns>The files that were missing or damaged, a line each.</returns>
    public Task<IReadOnlyList<string>> VerifyAsync(ExperimentPlan plan, CancellationToken cancellation) =>
        Journal.VerifyAsync(plan.Fingerprint, cancellation);

    /// <summary>Says in a sentence why nothing can be written; null where it is neither for want of room nor of permission, and the folder is
    /// still there.</summary>
    public static string? Explain(Exception fault, string path) => Disk.Explain(fault, path)
        ?? (fault is FolderVanishedException ? fault.Message
            : fault is FileNotFoundException or DirectoryNotFoundException && !File.Exists(new ResultsFolder(path).Manifest)
                ? new FolderVanishedException(path).Message
            : null);

    /// <summary>Room on the disk where a folder is or would be, of the nearest folder above that exists. Unit: bytes. Null where nobody
    /// knows.</summary>
    public static long? FreeBytesAt(string path)
    {
        try
        {
            var folder = new DirectoryInfo(path);
            while (!folder.Exists && folder.Parent is { } parent)
            {
                folder = parent;
            }

            return new DriveInfo(folder.FullName).AvailableFreeSpace;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return null;
        }
    }

    /// <summary>The engines that deliberated what was committed of a run: one, unless it was resumed by another program.</summary>
    public IReadOnlyList<Engine> EnginesOf(ExperimentPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return Journal.EnginesOf(plan.Fingerprint);
    }

    /// <summary>Makes sure that the run is still where it was begun: a folder made anew would hold a part of the rows and look like a run.</summary>
    /// <exception cref="FolderVanishedException">Somebody has moved or deleted the folder.</exception>
    public void EnsureThere() => EnsureThere(HasRun);

    private void EnsureThere(bool isThere)
    {
        if (!isThere)
        {
            throw new FolderVanishedException(Path);
        }
    }

    /// <summary>Removes what a former run left here, and nothing else. The folder of rows stays, empty.</summary>
    public void Clear()
    {
        foreach (var folder in new[] { Runs, Years, Traces, Figures, Damaged }.Where(Directory.Exists))
        {
            Directory.Delete(folder, recursive: true);
        }

        foreach (var file in new[]
        {
            Summary, SummaryTable, SummaryColumns, Report, PrintedReport, RunsTable, YearsTable, Failures, JournalFile, Manifest,
        })
        {
            File.Delete(file);
        }

        Directory.CreateDirectory(Runs);
        _journal = null;
    }

    /// <summary>Takes the folder for one writer, and sweeps up what an interrupted one left unfinished.</summary>
    /// <returns>The lock, to be disposed of.</returns>
    /// <exception cref="FolderHeldException">Another run holds the folder.</exception>
    /// <exception cref="IOException">It cannot be written.</exception>
    public IDisposable Lock()
    {
        Directory.CreateDirectory(Runs);
        var held = FolderLock.Take(this);
        foreach (var file in Directory.EnumerateFiles(Path, $"*{Unfinished}", SearchOption.AllDirectories))
        {
            File.Delete(file);
        }

        return held;
    }

    /// <summary>Writes a file so that it is there whole or not at all, also after a power cut.</summary>
    internal static async Task CommitAsync(string path, Func<Stream, Task> write)
    {
        var folder = System.IO.Path.GetDirectoryName(path)!;
        Directory.CreateDirectory(folder);
        var unfinished = path + Unfinished;
        try
        {
            await using (var stream = new FileStream(unfinished, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 16))
            {
                await write(stream);
                stream.Flush(flushToDisk: true);
            }

            File.Move(unfinished, path, overwrite: true);
        }
        catch
        {
            File.Delete(unfinished);
            throw;
        }

        Disk.FlushFolder(folder);
    }

    /// <summary>Commits the rows of a part: first the file, then its line in the journal.</summary>
    /// <param name="part">The part.</param>
    /// <param name="rows">Its rows.</param>
    /// <param name="fingerprint">The configuration that they were deliberated under.</param>
    /// <param name="years">The years that belong to it, whose file comes before the other; null where there are none.</param>
    internal async Task CommitAsync(RunPart part, ColumnValues rows, string fingerprint, ColumnValues? years = null)
    {
        EnsureThere(Directory.Exists(Runs));
        YearsEntry? ofYears = null;
        if (years is not null)
        {
            var (bytes, sha256) = await CommitAsync(System.IO.Path.Combine(Years, part.FileName), years);
            ofYears = new(bytes, sha256);
        }

        var (length, checksum) = await CommitAsync(RowsOf(part), rows);
        Journal.Append(new(part.FileName, rows.Rows, length, checksum, fingerprint)
        {
            Version = Engine.Current.Version,
            Engine = Engine.Current.Fingerprint,
            Years = ofYears,
        });
    }

    private static async Task<(long Bytes, string Sha256)> CommitAsync(string path, ColumnValues rows)
    {
        (long, string) written = default;
        await CommitAsync(path, async stream =>
        {
            await using var checksum = new ChecksumStream(stream);
            await ParquetRows.WriteAsync(checksum, rows);
            written = (checksum.Length, checksum.ToString());
        });
        return written;
    }

    internal string In(string name) => System.IO.Path.Combine(Path, name);
}
