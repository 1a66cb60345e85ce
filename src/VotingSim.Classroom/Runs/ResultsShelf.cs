using VotingSim.Classroom.Deliberations;
using VotingSim.Experiments.Plan;
using VotingSim.Experiments.Store;

namespace VotingSim.Classroom.Runs;

/// <summary>The runs in the folder of results.</summary>
public sealed class ResultsShelf(ClassroomOptions options)
{
    private const int MostRuns = 200;
    private const int Depth = 3;

    /// <summary>The newest runs, newest first. A folder whose manifest cannot be read is passed over.</summary>
    public async Task<IReadOnlyList<StoredRun>> NewestAsync()
    {
        if (!Directory.Exists(options.Results))
        {
            return [];
        }

        var search = new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = Depth, IgnoreInaccessible = true };
        var runs = new List<StoredRun>();
        var manifests = Directory.EnumerateFiles(options.Results, "manifest.json", search);
        foreach (var manifest in manifests.OrderByDescending(File.GetLastWriteTimeUtc).Take(MostRuns))
        {
            if (await OpenAsync(Path.GetRelativePath(options.Results, Path.GetDirectoryName(manifest)!).Replace('\\', '/')) is { } run)
            {
                runs.Add(run);
            }
        }

        return [.. runs.OrderByDescending(run => run.Manifest.Began)];
    }

    /// <summary>A run by its name; null where there is none. A name never leads out of the folder of results.</summary>
    public async Task<StoredRun?> OpenAsync(string name)
    {
        var root = Path.GetFullPath(options.Results) + Path.DirectorySeparatorChar;
        if (name.Contains('\0', StringComparison.Ordinal) || !Path.GetFullPath(Path.Combine(root, name)).StartsWith(root, StringComparison.Ordinal))
        {
            return null;
        }

        var folder = new ResultsFolder(Path.Combine(root, name));
        try
        {
            return new(name, folder, await Manifest.ReadAsync(folder));
        }
        catch (Exception e) when (e is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>The plan of a run.</summary>
    /// <exception cref="Configuration.ConfigurationException">The manifest does not hold an experiment that this version can read.</exception>
    public static ExperimentPlan PlanOf(StoredRun run) => ExperimentReader.Read(run.Manifest.Configuration, run.Folder.Manifest);
}
