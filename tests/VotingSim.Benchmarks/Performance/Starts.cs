using System.Globalization;
using VotingSim.Grains;

namespace VotingSim.Benchmarks.Performance;

/// <summary>What the start takes, step by step.</summary>
internal static class Starts
{
    private static readonly string[] Steps = ["configuration", "silo", "first cohort of an arm", "first cohort of the next arm"];

    /// <summary>Commands that each do a step more than the one before.</summary>
    public static async Task<(string Name, double[] Processor, double[] Clock)[]> LadderAsync(Product product, int turns)
    {
        (string Name, Func<Task<(double, double)>> Run)[] steps =
        [
            ("process: `--version`", () => product.RunAsync("--version")),
            ("and configuration: `validate`", () => product.RunAsync("validate", Product.Experiment)),
            ("and silo, cohorts, rows, statistics: `run --replications 10 --no-report`", () => RunAsync("--no-report")),
            ("and report: `run --replications 10`", () => RunAsync()),
        ];
        var found = steps.Select(step => (step.Name, Processor: new double[turns], Clock: new double[turns])).ToArray();
        for (var turn = -1; turn < turns; turn++)
        {
            for (var step = 0; step < steps.Length; step++)
            {
                (found[step].Processor[Math.Max(turn, 0)], found[step].Clock[Math.Max(turn, 0)]) = await steps[step].Run();
            }
        }

        return found;

        async Task<(double Processor, double Clock)> RunAsync(params string[] rest)
        {
            var (processor, clock, _) = await product.DeliberateAsync(10, rest);
            return (processor, clock);
        }
    }

    /// <summary>The steps within a run, in new processes of this program, which has no images compiled ahead of time.</summary>
    public static async Task<Measured[]> StepsAsync(string folder, int turns)
    {
        var found = new List<double[]>();
        for (var turn = 0; turn < turns; turn++)
        {
            var (_, _, output) = await ProcessorTime.OfProgramAsync(
                folder, "dotnet", Path.Combine(AppContext.BaseDirectory, "VotingSim.Benchmarks.dll"), "performance", "start");
            found.Add(Array.ConvertAll(output.Split(' ', StringSplitOptions.RemoveEmptyEntries), word => double.Parse(word, CultureInfo.InvariantCulture)));
        }

        return [.. Steps.Select((name, step) => new Measured(name, [.. found.Select(turn => turn[step])]))];
    }

    /// <summary>In such a process: takes the steps and writes how many seconds of processor time each took.</summary>
    public static async Task TellAsync(TextWriter output)
    {
        var seconds = new List<double>();
        var last = ProcessorTime.Here;
        var arms = Product.Arms();
        Note();
        await using var silo = await SiloFixture.StartAsync();
        Note();
        foreach (var arm in arms)
        {
            await silo.Grains.GetGrain<IChairGrain>("start").DeliberateAsync(new(arm.Id, arm.Terms, new(0, 1024), Traced: 0));
            Note();
        }

        await output.WriteLineAsync(string.Join(' ', seconds.Select(value => value.ToString("F4", CultureInfo.InvariantCulture))));

        void Note()
        {
            var now = ProcessorTime.Here;
            seconds.Add((now - last) / 1e9);
            last = now;
        }
    }
}
