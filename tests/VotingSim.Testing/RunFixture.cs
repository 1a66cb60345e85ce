using System.Text.Json.Nodes;
using VotingSim.Crises;
using VotingSim.Experiments.Plan;
using VotingSim.Experiments.Running;
using VotingSim.Experiments.Store;
using VotingSim.Rules;
using Xunit;

namespace VotingSim.Testing;

/// <summary>A silo, a small experiment of two arms whose rows fill more than one part, and folders to run it in.</summary>
public sealed class RunFixture : IAsyncLifetime
{
    private readonly TemporaryFolder _root = new("runs");
    private readonly SiloFixture _silo = new();

    /// <summary>Where the grains are called from.</summary>
    public IGrainFactory Grains => _silo.Grains;

    /// <inheritdoc/>
    public ValueTask InitializeAsync() => _silo.InitializeAsync();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _silo.DisposeAsync();
        _root.Dispose();
    }

    /// <summary>A folder that no run has used yet.</summary>
    public ResultsFolder NewFolder() => new(_root.Next());

    /// <summary>Runs an experiment; its rows.</summary>
    public async Task<ResultsFolder> RunAsync(ExperimentPlan plan, RunOptions options, ResultsFolder? folder = null) =>
        (await RunToEndAsync(plan, options, folder)).Folder;

    /// <summary>Runs an experiment; its rows and the plan with the replications that were run.</summary>
    public async Task<(ResultsFolder Folder, ExperimentPlan End)> RunToEndAsync(
        ExperimentPlan plan, RunOptions options, ResultsFolder? folder = null, Func<ExperimentPlan, ResultsFolder, IStoppingRule?>? stopping = null)
    {
        folder ??= NewFolder();
        using var held = folder.Lock();
        var runner = new ExperimentRunner(new TablesHere(Grains));
        return (folder, (await runner.RunAsync(plan, folder, options, stopping?.Invoke(plan, folder), progress: null, CancellationToken.None)).Plan);
    }

    /// <summary>Name and bytes of every file of rows.</summary>
    public static IReadOnlyList<(string Name, string Hash)> Bytes(ResultsFolder folder) =>
    [
        .. Directory.EnumerateFiles(folder.Runs).Order(StringComparer.Ordinal).Select(file =>
            (Path.GetFileName(file), Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(file))))),
    ];

    /// <summary>Two crises, one with two issues, under three rules; a part has 65,536 rows.</summary>
    public static ExperimentPlan Plan(long replications)
    {
        var roster = Some.Roster(5, seat => 1 + seat);
        var crises = new[] { Crisis("flood", ["aid", "lead"]), Crisis("strike", ["aid"]) };
        (string Name, DecisionRule Rule)[] rules =
        [
            ("consensus", new Consensus()), ("majority", new Criterion { Quota = Quota.MoreThan(0.5m) }), ("minus-x", new OptOut(1, new Consensus())),
        ];
        var index = 0;
        return new()
        {
            Name = "test",
            Seed = 7,
            Replications = replications,
            Parameters = ["drafting"],
            Arms =
            [
                .. crises.SelectMany((crisis, c) => rules.Select((rule, r) => new Arm
                {
                    Index = index++,
                    Id = $"{crisis.Name}.{rule.Name}.p0",
                    Crisis = crisis.Name,
                    Rule = rule.Name,
                    Baseline = c * rules.Length,
                    Parameters = [new("coalition", null)],
                    Terms = new() { Roster = roster, Crisis = crisis, Rule = rule.Rule, Settings = new() { HorizonDays = 140 }, Seed = 7 },
                })),
            ],
            Configuration = new JsonObject(),
            Fingerprint = "none",
        };
    }

    private static Crisis Crisis(string name, string[] issues) => new()
    {
        Name = name,
        Category = "environment",
        Issues = [.. issues.Select(issue => new Issue { Name = issue, Low = "low", High = "high", StatusQuo = 20 })],
        Stances = [.. Enumerable.Range(0, 5).Select(seat => StanceOf(seat, issues.Length))],
    };

    private static Stance StanceOf(int seat, int issues) => new()
    {
        Position = [.. Enumerable.Repeat(15.0 + (18 * seat), issues)],
        Salience = [.. Enumerable.Repeat(50.0 + (10 * seat), issues)],
        Exposure = 0.5,
    };
}
