using VotingSim.Experiments.Plan;

namespace VotingSim.Experiments.Store;

/// <summary>Compares the files of a run with what its journal says was committed, before anybody reads them. It changes nothing, so that a
/// folder that can only be read is checked too.</summary>
public static class RowsCheck
{
    /// <summary>Reads files of rows and takes their checksums.</summary>
    /// <param name="plan">The experiment.</param>
    /// <param name="folder">The folder of the run.</param>
    /// <param name="parts">The parts that are going to be read. Those that were never committed are left out.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <returns>What is wrong, a line for every file; empty where all is as it was committed.</returns>
    public static async Task<IReadOnlyList<string>> FindDamageAsync(
        ExperimentPlan plan, ResultsFolder folder, IEnumerable<RunPart> parts, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(folder);
        var damage = new List<string>();
        foreach (var name in parts.Select(part => part.FileName).Distinct(StringComparer.Ordinal))
        {
            if (folder.Journal.Find(name) is not { } entry)
            {
                continue;
            }

            if (entry.Configuration != plan.Fingerprint)
            {
                damage.Add($"{folder.JournalFile} is damaged, or of another run: it says that {name} is of another configuration");
            }
            else if (await folder.Journal.FindDamageAsync(entry, cancellation) is { } found)
            {
                damage.Add($"{Path.Combine(folder.Runs, name)} {found}");
            }
        }

        return damage;
    }
}
