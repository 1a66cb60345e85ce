using VotingSim.Experiments.Plan;
using VotingSim.Experiments.Store;

namespace VotingSim.Cli;

/// <summary>A run in a results folder, with the plan that its manifest holds. Only read: the folder needs no room and no permission to
/// write.</summary>
internal static class StoredRun
{
    /// <exception cref="BadInputException">The folder holds no run.</exception>
    /// <exception cref="FailedException">Its manifest is damaged.</exception>
    public static async Task<(ExperimentPlan Plan, ResultsFolder Folder)> OpenAsync(string path)
    {
        var folder = new ResultsFolder(path);
        var manifest = await ReadAsync(folder);
        var plan = ExperimentReader.Read(manifest.Configuration, folder.Manifest);
        return (plan with { Replications = manifest.Replications ?? plan.Replications }, folder);
    }

    /// <summary>The manifest of a run, as it was written.</summary>
    /// <exception cref="BadInputException">The folder holds no run.</exception>
    /// <exception cref="FailedException">The manifest is damaged.</exception>
    public static async Task<Manifest> ReadAsync(ResultsFolder folder)
    {
        if (!folder.HasRun)
        {
            throw new BadInputException($"'{folder.Path}' holds no run: there is no manifest.json.");
        }

        string reason, how;
        try
        {
            var manifest = await Manifest.ReadAsync(folder);
            if (manifest.IsIntact)
            {
                return manifest;
            }

            (reason, how) = ($"'{folder.Manifest}' is damaged: its configuration is not the one that was run.", "--resume");
        }
        catch (InvalidDataException e)
        {
            (reason, how) = (e.Message, "--overwrite");
        }

        throw new FailedException($"{reason} The same experiment with the same options makes it again: votingsim run EXPERIMENT --out "
            + $"{ShellWord.Of(ShownPath.Of(folder.Path))} {how}");
    }

    /// <summary>Opens a run all of whose rows are there, and as they were committed.</summary>
    /// <exception cref="BadInputException">The folder holds no run, or an unfinished one.</exception>
    /// <exception cref="FailedException">A file is damaged.</exception>
    public static async Task<(ExperimentPlan Plan, ResultsFolder Folder)> OpenFinishedAsync(string path, CancellationToken cancellation)
    {
        var (plan, folder) = await OpenAsync(path);
        var parts = folder.LayoutOf(plan).Parts;
        await CheckAsync(plan, folder, parts, cancellation);
        return parts.FirstOrDefault(part => !folder.Has(part)) is { } missing
            ? throw new BadInputException($"The run in '{folder.Path}' is unfinished: {missing.FileName} is missing. Continue it first: "
                + ResumeCommand(folder))
            : (plan, folder);
    }

    /// <summary>Opens such a run of single crises.</summary>
    /// <exception cref="BadInputException">The folder holds no run, an unfinished one, or one of campaigns.</exception>
    /// <exception cref="FailedException">A file is damaged.</exception>
    public static async Task<(ExperimentPlan Plan, ResultsFolder Folder)> OpenSingleAsync(string path, CancellationToken cancellation)
    {
        var (plan, folder) = await OpenFinishedAsync(path, cancellation);
        return plan.IsCampaign
            ? throw new BadInputException($"The run in '{folder.Path}' is of campaigns, of which this command knows nothing: what they say is in "
                + "summary.json, and export gives their rows.")
            : (plan, folder);
    }

    /// <summary>Verifies files before they are read.</summary>
    /// <exception cref="FailedException">One is damaged; the message names it, and the command that makes it again.</exception>
    public static async Task CheckAsync(ExperimentPlan plan, ResultsFolder folder, IEnumerable<RunPart> parts, CancellationToken cancellation)
    {
        if (await RowsCheck.FindDamageAsync(plan, folder, parts, cancellation) is { Count: > 0 } damage)
        {
            throw new FailedException($"{string.Join(Environment.NewLine, damage)}{Environment.NewLine}Nothing was read. This deliberates again "
                + $"what is damaged or missing: {ResumeCommand(folder)}");
        }
    }

    /// <summary>Writes what was read of a run.</summary>
    /// <exception cref="FailedException">Nothing can be written there.</exception>
    public static async Task WriteAsync(string path, Func<Task> write)
    {
        try
        {
            await write();
        }
        catch (Exception e) when (ResultsFolder.Explain(e, path) is { } reason)
        {
            throw new FailedException($"{reason} Choose another place with --out.");
        }
    }

    private static string ResumeCommand(ResultsFolder folder) =>
        ShellWord.Join("votingsim", "run", ShownPath.Of(folder.Path), "--out", ShownPath.Of(folder.Path), "--resume");
}
