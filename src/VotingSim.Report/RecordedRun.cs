using System.Globalization;
using System.Reflection;
using System.Runtime.InteropServices;
using VotingSim.Analysis;
using VotingSim.Analysis.Campaigns;
using VotingSim.Analysis.Documents;
using VotingSim.Configuration;
using VotingSim.Experiments.Plan;
using VotingSim.Experiments.Running;
using VotingSim.Experiments.Store;
using VotingSim.Grains.Clustering;

namespace VotingSim.Report;

/// <summary>A run from its manifest to its report, as it is recorded in a folder.</summary>
public static class RecordedRun
{
    private const int MostFoldersOfASecond = 1000;

    /// <summary>The folder of a new run among the results: <c>experiment/date-time</c>.</summary>
    public static ResultsFolder NewFolder(string results, ExperimentPlan plan, DateTimeOffset began) => Folder(results, plan, began, "");

    /// <summary>Takes a folder of its own for a new run among the results: <c>experiment/date-time</c>, with a number behind it where another
    /// run began in the same second.</summary>
    /// <returns>The folder, and what holds it until it is disposed of.</returns>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static (ResultsFolder Folder, IDisposable Held) ClaimFolder(string results, ExperimentPlan plan, DateTimeOffset began)
    {
        for (var number = 1; ; number++)
        {
            var folder = Folder(results, plan, began, number == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $"-{number}"));
            if (!folder.IsEmpty)
            {
                continue;
            }

            try
            {
                var held = folder.Lock();
                if (!folder.HasRun)
                {
                    return (folder, held);
                }

                held.Dispose();
            }
            catch (FolderHeldException) when (number < MostFoldersOfASecond)
            {
                // The other run took it between our two looks.
            }
        }
    }

    /// <summary>Writes the manifest, deliberates what is missing, summarises all rows and reports on them.</summary>
    /// <param name="plan">The experiment.</param>
    /// <param name="folder">Where it is recorded. What was there is cleared, unless the run is resumed.</param>
    /// <param name="resumed">When the run that is resumed began; null for a new one.</param>
    /// <param name="runner">Runs it.</param>
    /// <param name="grains">Who deliberates again what the report shows round by round.</param>
    /// <param name="options">How the run uses the machine.</param>
    /// <param name="clock">Tells when the run began and ended.</param>
    /// <param name="progress">Told after every cohort.</param>
    /// <param name="cancellation">Stops between two cohorts; what was committed stays.</param>
    /// <param name="damaged">Told of every file that was committed and is missing or damaged, to be deliberated again.</param>
    /// <param name="claimed">What holds the folder already, as of <see cref="ClaimFolder"/>; null where the run takes it.</param>
    /// <exception cref="CohortsFailedException">Cohorts could not be deliberated; the rest of the run is in the folder.</exception>
    /// <exception cref="IOException">Another run holds the folder, or it cannot be written.</exception>
    /// <exception cref="OperationCanceledException">The run was stopped before its end.</exception>
    public static async Task<FinishedRun> RunAsync(
        ExperimentPlan plan,
        ResultsFolder folder,
        DateTimeOffset? resumed,
        ExperimentRunner runner,
        IGrainFactory grains,
        RunOptions options,
        TimeProvider clock,
        IProgress<RunProgress>? progress,
        CancellationToken cancellation,
        Action<string>? damaged = null,
        IDisposable? claimed = null)
    {
        using var held = claimed ?? folder.Lock();
        if (resumed is null)
        {
            folder.Clear();
        }

        var start = clock.GetTimestamp();
        var manifest = ManifestOf(plan, resumed ?? clock.GetUtcNow()) with { Engines = [.. folder.EnginesOf(plan).Union([Engine.Current])] };
        await manifest.CommitAsync(folder);
        foreach (var damage in await folder.VerifyAsync(plan, cancellation))
        {
            damaged?.Invoke(damage);
        }

        var tally = plan.IsCampaign ? null : new RunTally(plan, folder);
        var (run, failures) = await runner.RunAsync(plan, folder, options, PrecisionTally.For(plan, folder), progress, cancellation, tally);
        await CohortFailures.CommitAsync(folder, failures);
        if (failures.Count > 0)
        {
            throw new CohortsFailedException(failures);
        }

        folder.EnsureThere();
        var (summary, campaigns, advice) = ((Summary?)null, (CampaignSummary?)null, "");
        if (tally is null)
        {
            campaigns = await CampaignSummary.ReadAsync(run, folder);
            await CampaignFiles.CommitAsync(run, campaigns, folder);
        }
        else
        {
            summary = await tally.FinishAsync(run);
            await SummaryFiles.CommitAsync(run, summary, folder);
        }

        if (options.WritesTable)
        {
            await RowsExport.ToCsvAsync(run, folder, folder.RunsTable);
            if (run.IsCampaign)
            {
                await RowsExport.YearsToCsvAsync(run, folder, folder.YearsTable);
            }
        }

        if (options.WritesReport)
        {
            advice = summary is null
                ? await ReportFiles.CommitAsync(await CampaignContent.ReadAsync(run, campaigns!, folder), folder)
                : await ReportFiles.CommitAsync(await ReportContent.ReadAsync(run, summary, folder, grains), folder);
        }

        folder.EnsureThere();
        var ended = manifest with
        {
            Ended = clock.GetUtcNow(),
            Seconds = clock.GetElapsedTime(start).TotalSeconds,
            Replications = run.Replications,
            Engines = folder.EnginesOf(plan),
        };
        await ended.CommitAsync(folder);
        return new(run, summary, campaigns, advice);
    }

    private static ResultsFolder Folder(string results, ExperimentPlan plan, DateTimeOffset began, string suffix) =>
        new(Path.Combine(results, NameId.Of(plan.Name), began.ToString("yyyyMMdd-HHmmss", CultureInfo.InvariantCulture) + suffix));

    private static Manifest ManifestOf(ExperimentPlan plan, DateTimeOffset began) => new()
    {
        Configuration = plan.Configuration,
        Fingerprint = plan.Fingerprint,
        Version = typeof(RecordedRun).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "",
        Machine = $"{RuntimeInformation.OSDescription}; {RuntimeInformation.ProcessArchitecture}, {Environment.ProcessorCount} processors; "
            + $"{RuntimeInformation.FrameworkDescription}",
        Began = began,
        Arms = [.. plan.Arms.Select(arm => arm.Id)],
    };
}

/// <summary>A run that has come to its end.</summary>
/// <param name="Plan">What was run: the plan, with the replications that were run.</param>
/// <param name="Summary">What it says; null where it is of campaigns.</param>
/// <param name="Campaigns">What it says where it is of campaigns; null otherwise.</param>
/// <param name="Advice">A sentence on letters of the figures that no font of the machine has; empty where there are none.</param>
public sealed record FinishedRun(ExperimentPlan Plan, Summary? Summary, CampaignSummary? Campaigns, string Advice);
