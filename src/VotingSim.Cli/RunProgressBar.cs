using System.Diagnostics;
using System.Globalization;
using Spectre.Console;
using Spectre.Console.Rendering;
using VotingSim.Experiments.Plan;

namespace VotingSim.Cli;

/// <summary>Progress of a run, or of going through its rows: on a terminal share, rate and time left, elsewhere a line now and then.</summary>
internal static class RunProgressBar
{
    /// <summary>Shows progress while the work lasts.</summary>
    /// <param name="isShown">Whether it is shown at all.</param>
    /// <param name="work">The work.</param>
    /// <param name="doing">What is being done.</param>
    public static async Task ShowAsync(bool isShown, Func<IProgress<RunProgress>?, Task> work, string doing = "deliberating")
    {
        if (!isShown)
        {
            await work(null);
            return;
        }

        if (!Terminal.IsWatched)
        {
            using var lines = ProgressLines.Begin(doing);
            await work(new LineReporter(lines));
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

    private sealed class LineReporter(ProgressLines lines) : IProgress<RunProgress>
    {
        public void Report(RunProgress value) => lines.Say(elapsed => Words(value, elapsed));

        private static string Words(RunProgress at, TimeSpan elapsed)
        {
            if (at.Done >= at.Total)
            {
                return "through all rows, and on to what comes of them";
            }

            var rate = (at.Done - at.Found) / Math.Max(0.001, elapsed.TotalSeconds);
            var left = rate > 0 ? string.Create(CultureInfo.InvariantCulture, $", about {(at.Total - at.Done) / rate:N0} s left") : "";
            return string.Create(
                CultureInfo.InvariantCulture, $"{at.Done:N0} of {at.Total:N0} rows ({100.0 * at.Done / at.Total:F0} %), {rate:N0}/s{left}");
        }
    }

    private sealed class RateColumn : ProgressColumn
    {
        private readonly Stopwatch _clock = Stopwatch.StartNew();

        public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime) =>
            new Text(string.Create(CultureInfo.InvariantCulture, $"{task.Value / Math.Max(0.001, _clock.Elapsed.TotalSeconds):N0} replications/s"));
    }
}
