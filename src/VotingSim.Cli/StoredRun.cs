using VotingSim.Experiments;
using VotingSim.Experiments.Configuration;
using VotingSim.Experiments.Results;

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
}
