using System.Diagnostics;
using System.Globalization;
using Spectre.Console;
using Spectre.Console.Rendering;
using VotingSim.Experiments.Plan;

namespace VotingSim.Cli;

/// <summary>Progress of a run, or of going through its rows, on a terminal: share, rate and time left.</summary>
internal static class RunProgressBar
{
    /// <summary>Shows a bar while the work lasts, if anybody watches.</summary>
    /// <param name="isWatched">Whether anybody watches.</param>
    /// <param name="work">The work.</param>
    /// <param name="doing">What is being done.</param>
    public static async Task ShowAsync(bool isWatched, Func<IProgress<RunProgress>?, Task> work, string doing = "deliberating")
    {
        if (!isWatched)
        {
            await work(null);
            return;
        }

        await Terminal.Messages.Progress()
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RateColumn(), new RemainingTimeColumn())
            .StartAsync(async context =>
            {
                var task = context.AddTask(doing);
                await work(new Reporter(task));
                task.Value = task.MaxValue;
            });
    }

    private sealed class Reporter(ProgressTask task) : IProgress<RunProgress>
    {
        public void Report(RunProgress value)
        {
            task.MaxValue = Math.Max(1, value.Total);
            task.Value = value.Done;
        }
    }

    private sealed class RateColumn : ProgressColumn
    {
        private readonly Stopwatch _clock = Stopwatch.StartNew();

        public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime) =>
            new Text(string.Create(CultureInfo.InvariantCulture, $"{task.Value / Math.Max(0.001, _clock.Elapsed.TotalSeconds):N0} replications/s"));
    }
}
