using System.IO.Compression;

namespace VotingSim.Report;

/// <summary>A zip archive whose bytes depend on its entries alone: in order of their names, without times, and stored as they are.</summary>
internal static class SteadyArchive
{
    private static readonly DateTimeOffset Epoch = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero); // the least that the format knows

    /// <summary>Writes an archive.</summary>
    /// <param name="stream">Where to.</param>
    /// <param name="entries">Names, with slashes, and what writes them.</param>
    public static async Task WriteAsync(Stream stream, IEnumerable<(string Name, Func<Stream, Task> Write)> entries)
    {
        await using var archive = await ZipArchive.CreateAsync(stream, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null);
        foreach (var (name, write) in entries.OrderBy(entry => entry.Name, StringComparer.Ordinal))
        {
            // Compressed bytes differ between versions of the library that compresses.
            var entry = archive.CreateEntry(name, CompressionLevel.NoCompression);
            entry.LastWriteTime = Epoch;
            await using var content = await entry.OpenAsync();
            await write(content);
        }
    }
}
