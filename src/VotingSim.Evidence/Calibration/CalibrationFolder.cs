using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using VotingSim.Configuration;
using VotingSim.Experiments.Store;

namespace VotingSim.Evidence.Calibration;

/// <summary>The folder of a calibration. A stage is either there whole, under its name, or not at all.</summary>
/// <param name="path">The folder, which need not exist.</param>
public sealed class CalibrationFolder(string path)
{
    /// <summary>Absolute path of the folder.</summary>
    public string Path { get; } = System.IO.Path.GetFullPath(path);

    /// <summary>What was calibrated, by which a calibration that is resumed is known to be the same.</summary>
    public string Manifest => In("manifest.json");

    /// <summary>What came of it.</summary>
    public string Summary => In("calibration.json");

    /// <summary>Whether a calibration has begun here.</summary>
    public bool HasBegun => File.Exists(Manifest);

    /// <summary>Whether there is anything in the folder, but what is left of one that was killed before it had begun.</summary>
    public bool IsEmpty => !Directory.Exists(Path)
        || Directory.EnumerateFileSystemEntries(Path).All(entry => entry == Manifest + ".unfinished");

    private string Stages => In("stages");

    /// <summary>The rows of a structure's posterior.</summary>
    public string PosteriorOf(string structure) => In($"posterior-{NameId.Of(structure)}.csv");

    /// <summary>The uncertainty file that names those rows.</summary>
    public string UncertaintyOf(string structure) => In($"posterior-{NameId.Of(structure)}.yaml");

    /// <summary>Begins a calibration here, in the place of a former one.</summary>
    public async Task BeginAsync(CalibrationPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        if (Directory.Exists(Path))
        {
            Clear();
        }

        await WriteAsync(Manifest, plan.ToManifest() + "\n");
    }

    /// <summary>Checksum of what was begun here; null where that cannot be read.</summary>
    public async Task<string?> ReadFingerprintAsync()
    {
        try
        {
            return JsonNode.Parse(await File.ReadAllTextAsync(Manifest))?["fingerprint"]?.GetValue<string>();
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or IOException)
        {
            return null;
        }
    }

    /// <summary>Removes what a former calibration left here, and nothing else.</summary>
    public void Clear()
    {
        foreach (var file in Directory.EnumerateFiles(Path, "posterior-*").Append(Manifest).Append(Summary))
        {
            File.Delete(file);
        }

        if (Directory.Exists(Stages))
        {
            Directory.Delete(Stages, recursive: true);
        }
    }

    /// <summary>Writes a text so that it is there whole or not at all.</summary>
    public static Task WriteAsync(string file, string text) =>
        ResultsFolder.CommitAsync(file, stream => stream.WriteAsync(Encoding.UTF8.GetBytes(text)).AsTask());

    /// <summary>The numbers of a part of the work: those on disk, or those that are computed now and then kept.</summary>
    /// <param name="name">Name of the part.</param>
    /// <param name="columns">Names of its columns.</param>
    /// <param name="compute">Computes its rows.</param>
    internal async Task<double[][]> KeepAsync(string name, IReadOnlyList<string> columns, Func<Task<double[][]>> compute)
    {
        var file = System.IO.Path.Combine(Stages, $"{name}.csv");
        if (File.Exists(file))
        {
            return [.. (await File.ReadAllLinesAsync(file)).Skip(1).Select(line =>
                line.Split(',').Select(cell => double.Parse(cell, CultureInfo.InvariantCulture)).ToArray())];
        }

        var rows = await compute();
        await WriteAsync(file, Table(columns, rows, "R"));
        return rows;
    }

    /// <summary>A table as text.</summary>
    internal static string Table(IEnumerable<string> columns, IEnumerable<double[]> rows, string format)
    {
        var text = new StringBuilder().AppendJoin(',', columns).Append('\n');
        foreach (var row in rows)
        {
            text.AppendJoin(',', row.Select(value => value.ToString(format, CultureInfo.InvariantCulture))).Append('\n');
        }

        return text.ToString();
    }

    private string In(string name) => System.IO.Path.Combine(Path, name);
}
