using VotingSim.Experiments.Plan;
using VotingSim.Experiments.Store;

namespace VotingSim.Cli;

/// <summary>A run in a results folder, with the plan that its manifest holds.</summary>
internal static class StoredRun
{
    /// <exception cref="BadInputException">The folder holds no run.</exception>
    public static async Task<(ExperimentPlan Plan, ResultsFolder Folder)> OpenAsync(string path)
    {
        var folder = new ResultsFolder(path);
        try
        {
            var manifest = await Manifest.ReadAsync(folder);
            var plan = ExperimentReader.Read(manifest.Configuration, folder.Manifest);
            return (plan with { Replications = manifest.Replications ?? plan.Replications }, folder);
        }
        catch (InvalidDataException e)
        {
            throw new BadInputException(e.Message);
        }
    }

    /// <summary>Opens a run all of whose rows are there.</summary>
    /// <exception cref="BadInputException">The folder holds no run, or an unfinished one.</exception>
    public static async Task<(ExperimentPlan Plan, ResultsFolder Folder)> OpenFinishedAsync(string path)
    {
        var (plan, folder) = await OpenAsync(path);
        return folder.LayoutOf(plan).Parts.FirstOrDefault(part => !folder.Has(part)) is { } missing
            ? throw new BadInputException($"The run in '{folder.Path}' is unfinished: {missing.FileName} is missing. Continue it with --resume "
                + "first.")
            : (plan, folder);
    }
}
