using System.Text.Json;

namespace VotingSim.Experiments.Store;

/// <summary>The file of the cohorts that could not be deliberated: there only where there are any.</summary>
public static class CohortFailures
{
    /// <summary>Commits the file, or removes that of a former attempt.</summary>
    public static async Task CommitAsync(ResultsFolder folder, IReadOnlyList<CohortFailure> failures)
    {
        if (failures.Count == 0)
        {
            File.Delete(folder.Failures);
            return;
        }

        await ResultsFolder.CommitAsync(
            folder.Failures, stream => JsonSerializer.SerializeAsync(stream, failures, StoreContext.Default.IReadOnlyListCohortFailure));
    }
}
