using System.Globalization;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using VotingSim.Deliberation;
using VotingSim.Experiments.Plan;
using VotingSim.Grains;

namespace VotingSim.Benchmarks.Performance;

/// <summary>Measures everything that is said about speed, and writes docs/performance.md whole.</summary>
internal static class PerformancePage
{
    private const int Turns = 7;
    private const int ProductTurns = 3;
    private const int CohortSize = 1024;
    private const int ScalarReplications = 8 * CohortSize;
    private const int EngineReplications = 64 * CohortSize;
    private const int Compared = 20_000;
    private const long ProductReplications = 1_000_000;

    /// <summary>Measures and writes.</summary>
    /// <param name="path">The page.</param>
    /// <param name="isLong">Whether to measure what takes many minutes too: memory at ten million replications, thousands of arms.</param>
    public static async Task WriteAsync(string path, bool isLong)
    {
        using var folder = new TemporaryFolder("performance");
        await using var silo = await SiloFixture.StartAsync();
        var product = new Product(folder);
        var native = await NativeLoop.CompileAsync(folder);
        var page = new PageText();
        page.Add(Head(native));
        var rounds = new List<(Measured Plain, Measured? Native, Measured Scalar, long MemberRounds)>();
        foreach (var arm in Product.Arms())
        {
            rounds.Add(Speeds(page, arm, native, silo.Grains));
        }

        await WholeAsync(page, product, rounds);
        foreach (var arm in Product.Arms())
        {
            ByMechanism(page, arm);
        }

        await StartAsync(page, product, folder.Path);
        if (isLong)
        {
            await Sizes.WriteAsync(page, folder, product);
        }
        else
        {
            page.Paragraph("Memory at ten million replications and thousands of arms were not measured (`-- performance long`).");
        }

        await File.WriteAllTextAsync(path, page.ToString());
    }

    /// <summary>Measures the engine alone, and shows it.</summary>
    public static async Task ShowEngineAsync()
    {
        using var folder = new TemporaryFolder("performance");
        await using var silo = await SiloFixture.StartAsync();
        var native = await NativeLoop.CompileAsync(folder);
        foreach (var arm in Product.Arms())
        {
            Speeds(new(), arm, native, silo.Grains);
            ByMechanism(new(), arm);
        }
    }

    private static string Head(string? native) => string.Create(CultureInfo.InvariantCulture, $"""
        # Performance

        This page is written whole by `dotnet run -c Release --project tests/VotingSim.Benchmarks -- performance`. Machines differ and are noisy, so that what counts are ratios of things measured in one run, in turn, by processor
        time; a cell is the median of its turns [the least, the most].

        Measured on {DateTime.UtcNow:yyyy-MM-dd}: {Processor()}, {Environment.ProcessorCount} cores, {RuntimeInformation.OSDescription}, .NET {Environment.Version}; vectors of {Vectors()} bits.
        The world is `tests/VotingSim.Benchmarks/worlds/experiment.yaml`: one issue, ten members, coalition drafting, every mechanism at its default, nothing uncertain.
        {(native is null
            ? "There is no C++ compiler here: comparisons with C++ are left out."
            : $"The C++ loop is `tests/VotingSim.Benchmarks/native/loop.cpp`, compiled with `{NativeLoop.Compilation}`; the C# loop is `ScalarLoop.cs`, the same line by line. Both deliberate one replication after another.")}

        Targets: the whole product at a million replications an arm at most half of the scalar C++ loop per member-round, and at most a quarter of its time outside the model.

        """);

    private static string Vectors() => Vector512.IsHardwareAccelerated ? "512" : Vector256.IsHardwareAccelerated ? "256" : "128";

    private static string Processor() => File.Exists("/proc/cpuinfo")
        ? File.ReadLines("/proc/cpuinfo").First(line => line.StartsWith("model name", StringComparison.Ordinal)).Split(':')[1].Trim()
        : RuntimeInformation.ProcessArchitecture.ToString();

    private static (Measured Plain, Measured? Native, Measured Scalar, long MemberRounds) Speeds(PageText page, Arm arm, string? program, IGrainFactory grains)
    {
        var terms = arm.Terms;
        using var native = program is null ? null : NativeLoop.Start(program, terms);
        var (scalar, plain) = (new ScalarLoop(terms), new PlainLoop(terms));
        var tables = Enumerable.Range(0, Environment.ProcessorCount).Select(table => grains.GetGrain<IChairGrain>($"{arm.Id} {table}")).ToArray();
        page.Title($"Per member and round, {arm.Rule}");
        page.Paragraph(Agreement(terms, scalar, native));
        List<(string Name, Func<double> Measure)> things =
        [
            ("the engine in a loop: `Chair` and `Delegation`", () => ProcessorTime.Of(() => plain.Deliberate(EngineReplications, CohortSize))),
            ("the engine through grains, a table for each core", () => ProcessorTime.Of(() =>
                Task.WhenAll(tables.Select(table => ThroughGrains(table, terms, EngineReplications))).GetAwaiter().GetResult().Sum())),
            ("scalar loop in C#", () => ProcessorTime.Of(() => scalar.Deliberate(ScalarReplications))),
        ];
        if (native is not null)
        {
            things.Add(("scalar loop in C++", () => native.Nanoseconds(ScalarReplications)));
        }

        var found = Measured.InTurn(Turns, warmUps: 3, [.. things]);
        page.Table(["what", "ns", "to the C++ loop", "to the C# loop"], found.Select(one => new[]
        {
            one.Name, one.Text(), native is null ? "" : one.Over(found[3]).Text("F2"), one.Over(found[2]).Text("F2"),
        }));
        page.Paragraph($"Messages (through grains, less the loop): {found[1].Less(found[0]).Text()} ns; {found[1].Less(found[0]).Over(found[0]).Text("F2")} of the engine.");
        var perReplication = (double)plain.Deliberate(EngineReplications, CohortSize) / EngineReplications;
        return (found[0], native is null ? null : found[3], found[2], (long)(perReplication * ProductReplications));
    }

    private static string Agreement(DeliberationTerms terms, ScalarLoop scalar, NativeLoop? native)
    {
        var ours = new PlainLoop(terms).Rounds(Compared, CohortSize);
        var csharp = scalar.Rounds(Compared);
        var text = $"Replications, of {Compared}, that take another number of rounds than in the engine: {Different(ours, csharp)} in the C# loop";
        if (native?.Rounds(Compared) is not { } cpp)
        {
            return $"{text}.";
        }

        // Only libm's last bit can tell them apart, where a ballot hangs on it.
        return Different(ours, cpp) <= Compared / 10_000 && Different(csharp, cpp) <= Compared / 10_000
            ? $"{text}, {Different(ours, cpp)} in the C++ loop (at most one in ten thousand is let pass: other logarithms, other last bits)."
            : throw new InvalidOperationException($"The loops do not compute the same: {Different(ours, cpp)} and {Different(csharp, cpp)} of {Compared} differ.");
    }

    private static int Different(int[] some, int[] others) => some.Zip(others).Count(pair => pair.First != pair.Second);

    private static async Task<long> ThroughGrains(IChairGrain table, DeliberationTerms terms, int replications)
    {
        var rounds = 0L;
        for (var first = 0; first < replications; first += CohortSize)
        {
            rounds += PlainLoop.RoundsOf((await table.DeliberateAsync(new("performance", terms, new((uint)first, CohortSize), Traced: 0))).Result);
        }

        return rounds * terms.Roster.Size;
    }

    private static async Task WholeAsync(PageText page, Product product, List<(Measured Plain, Measured? Native, Measured Scalar, long MemberRounds)> arms)
    {
        var memberRounds = arms.Sum(arm => arm.MemberRounds);
        var (values, bytes, plain, native, scalar) = (new double[ProductTurns], 0L, new double[ProductTurns], new double[ProductTurns], new double[ProductTurns]);
        for (var turn = 0; turn < ProductTurns; turn++)
        {
            (var processor, _, bytes) = await product.DeliberateAsync(ProductReplications, "--no-report");
            values[turn] = processor * 1e9 / memberRounds;
            plain[turn] = Spread(arm => arm.Plain);
            native[turn] = Spread(arm => arm.Native ?? arm.Scalar);
            scalar[turn] = Spread(arm => arm.Scalar);
        }

        var whole = new Measured("the command: deliberation, rows, statistics, summary", values);
        page.Title("The whole product");
        page.Paragraph(string.Create(
            CultureInfo.InvariantCulture,
            $"`run` of {ProductReplications:N0} replications of each of {arms.Count} arms, start included, no report: {memberRounds:N0} member-rounds, {(double)bytes / ProductReplications / arms.Count:F1} bytes a row."));
        page.Table(
            ["what", "per member-round"],
            [
                [whole.Name, $"{whole.Text()} ns"],
                .. arms[0].Native is null ? Array.Empty<string[]>() : [["to the C++ loop (target: 0.5)", whole.Over(new("", native)).Text("F2")]],
                ["to the C# loop", whole.Over(new("", scalar)).Text("F2")],
                ["share of the time outside Core, the engine in a loop being Core (target: 25 %)", whole.With(new("", plain), (all, core) => 100 * (1 - (core / all))).Text("F0") + " %"],
            ]);

        double Spread(Func<(Measured Plain, Measured? Native, Measured Scalar, long MemberRounds), Measured> of) =>
            arms.Sum(arm => of(arm).Median * arm.MemberRounds) / memberRounds;
    }

    private static void ByMechanism(PageText page, Arm arm)
    {
        page.Title($"By mechanism, {arm.Rule}");
        var sides = Mechanisms.Sides(arm.Terms, Turns);
        page.Table(["step of the engine", "ns per member-round"], sides.Select(side => new[] { side.Name, side.Text() }));
        var (whole, parts) = Mechanisms.Measure(arm.Terms, Turns);
        page.Paragraph("The same where nothing ends before the horizon, and what is saved by switching a mechanism off:");
        page.Table(["mechanism", "ns per member-round"], [[whole.Name, whole.Text()], .. parts.Select(part => new[] { part.Name, part.Text() })]);
    }

    private static async Task StartAsync(PageText page, Product product, string folder)
    {
        page.Title("Start");
        var ladder = await Starts.LadderAsync(product, Turns);
        page.Table(
            ["up to and with", "processor time, s", "clock, s"],
            ladder.Select(step => new[] { step.Name, new Measured("", step.Processor).Text("F2"), new Measured("", step.Clock).Text("F2") }));
        page.Paragraph("Steps within a run, without images compiled ahead of time:");
        page.Table(["step", "processor time, s"], (await Starts.StepsAsync(folder, Turns)).Select(step => new[] { step.Name, step.Text("F2") }));
    }
}
