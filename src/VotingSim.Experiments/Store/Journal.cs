using System.Security.Cryptography;
using System.Text.Json;
using VotingSim.Grains.Clustering;

namespace VotingSim.Experiments.Store;

/// <summary>The journal of a results folder: a line of JSON for every part that was committed, written after its file is safely on disk. A
/// file without a line was not committed.</summary>
internal sealed class Journal
{
    private readonly ResultsFolder _folder;
    private readonly Dictionary<string, JournalEntry> _entries = new(StringComparer.Ordinal);

    /// <summary>Reads the journal of a folder. A last line that was torn by a crash is no entry.</summary>
    public Journal(ResultsFolder folder)
    {
        _folder = folder;
        if (!File.Exists(folder.JournalFile))
        {
            return;
        }

        var text = File.ReadAllText(folder.JournalFile);
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (Parse(line) is { } entry)
            {
                _entries[entry.File] = entry;
            }
            else
            {
                IsTorn = true;
            }
        }

        IsTorn |= text.Length > 0 && text[^1] != '\n';
    }

    /// <summary>Whether something in the journal is no entry: a crash tore the line that was being written.</summary>
    public bool IsTorn { get; private set; }

    /// <summary>Whether a part's file was committed and is there in its full length.</summary>
    public bool Has(string file)
    {
        lock (_entries)
        {
            return _entries.TryGetValue(file, out var entry)
                && IsThere(Path.Combine(_folder.Runs, file), entry.Bytes)
                && (entry.Years is not { } years || IsThere(Path.Combine(_folder.Years, file), years.Bytes));
        }
    }

    /// <summary>The entry of a file; null where it was not committed.</summary>
    public JournalEntry? Find(string file)
    {
        lock (_entries)
        {
            return _entries.GetValueOrDefault(file);
        }
    }

    /// <summary>The engines that deliberated what was committed under a configuration.</summary>
    public IReadOnlyList<Engine> EnginesOf(string fingerprint)
    {
        lock (_entries)
        {
            return [.. _entries.Values.Where(entry => entry.Configuration == fingerprint).Select(entry => entry.By).Distinct()];
        }
    }

    /// <summary>Reads the file of an entry again, and says what is wrong with it, as the rest of a sentence that begins with its name; null where it
    /// is as it was committed.</summary>
    public async Task<string?> FindDamageAsync(JournalEntry entry, CancellationToken cancellation)
    {
        return await FindDamageAsync(Path.Combine(_folder.Runs, entry.File), entry.Sha256, cancellation)
            ?? (entry.Years is { } years && await FindDamageAsync(Path.Combine(_folder.Years, entry.File), years.Sha256, cancellation) is { } damage
                ? $"has years whose file {damage}"
                : null);
    }

    /// <summary>Reads every committed file again. One whose bytes are not those that were committed is set aside, and its entry struck out;
    /// a torn journal is mended.</summary>
    /// <param name="fingerprint">The configuration; entries of another are struck out.</param>
    /// <param name="cancellation">Stops the reading; nothing is changed then but what was set aside.</param>
    /// <returns>The files that were missing or damaged.</returns>
    public async Task<IReadOnlyList<string>> VerifyAsync(string fingerprint, CancellationToken cancellation)
    {
        var damaged = new List<string>();
        var good = new List<JournalEntry>();
        foreach (var entry in _entries.Values.OrderBy(entry => entry.File, StringComparer.Ordinal))
        {
            if (entry.Configuration != fingerprint)
            {
                continue;
            }

            if (await FindDamageAsync(entry, cancellation) is not { } damage)
            {
                good.Add(entry);
                continue;
            }

            damaged.Add($"{entry.File} {damage}");
            var path = Path.Combine(_folder.Runs, entry.File);
            if (File.Exists(path))
            {
                Directory.CreateDirectory(_folder.Damaged);
                File.Move(path, Path.Combine(_folder.Damaged, entry.File), overwrite: true);
            }
        }

        if (good.Count < _entries.Count || IsTorn)
        {
            await ResultsFolder.CommitAsync(_folder.JournalFile, async stream =>
            {
                foreach (var entry in good)
                {
                    await stream.WriteAsync(LineOf(entry), CancellationToken.None);
                }
            });
            lock (_entries)
            {
                _entries.Clear();
                good.ForEach(entry => _entries[entry.File] = entry);
            }

            IsTorn = false;
        }

        return damaged;
    }

    /// <summary>Adds an entry, and has it on disk when it returns.</summary>
    public void Append(JournalEntry entry)
    {
        lock (_entries)
        {
            var isNew = !File.Exists(_folder.JournalFile);
            using (var stream = new FileStream(_folder.JournalFile, FileMode.Append, FileAccess.Write, FileShare.Read, bufferSize: 1))
            {
                // A line whose end did not get through is taken back, so that the next does not grow together with it.
                var before = stream.Position;
                try
                {
                    stream.Write(LineOf(entry));
                    stream.Flush(flushToDisk: true);
                }
                catch (IOException)
                {
                    stream.SetLength(before);
                    throw;
                }
            }

            if (isNew)
            {
                Disk.FlushFolder(_folder.Path);
            }

            _entries[entry.File] = entry;
        }
    }

    private static bool IsThere(string path, long bytes) => new FileInfo(path) is { Exists: true } file && file.Length == bytes;

    private static async Task<string?> FindDamageAsync(string path, string sha256, CancellationToken cancellation) =>
        !File.Exists(path) ? "is missing"
        : await ChecksumOfAsync(path, cancellation) != sha256 ? "is damaged: its bytes are not those that were committed"
        : null;

    private static byte[] LineOf(JournalEntry entry) =>
        [.. JsonSerializer.SerializeToUtf8Bytes(entry, JournalContext.Default.JournalEntry), (byte)'\n'];

    private static JournalEntry? Parse(string line)
    {
        try
        {
            var entry = JsonSerializer.Deserialize(line, JournalContext.Default.JournalEntry);
            return entry is { File.Length: > 0, Sha256.Length: > 0 } ? entry : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static async Task<string> ChecksumOfAsync(string path, CancellationToken cancellation)
    {
        await using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 20, FileOptions.SequentialScan);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancellation));
    }
}
