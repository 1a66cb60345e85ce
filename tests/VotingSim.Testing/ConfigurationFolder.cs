using VotingSim.Experiments.Plan;

namespace VotingSim.Testing;

/// <summary>A folder of a user's own with a small sound experiment, of which a test breaks a part.</summary>
public sealed class ConfigurationFolder : IDisposable
{
    /// <summary>The experiment, which names the three others.</summary>
    public const string Experiment = """
        experiment: small
        seed: 7
        replications: 10
        members: members.yaml
        crises: [crisis.yaml]
        rules: [consensus, rule.yaml]
        """;

    /// <summary>Three members.</summary>
    public const string Members = """
        members:
          - { code: AAA, population: 10, orientation: { budget: 30 } }
          - { code: BBB, population: 20, influence: 2 }
          - { code: CCC, population: 30 }
        """;

    /// <summary>A crisis of one issue.</summary>
    public const string Crisis = """
        crisis: small-crisis
        category: economic
        issues:
          - { name: budget, low: nothing, high: everything, status-quo: 10 }
        stances:
          BBB: { position: [50], salience: [40] }
          CCC: { position: [90], salience: [80], exposure: 0.5 }
        """;

    /// <summary>A rule.</summary>
    public const string Rule = """
        rule: most-people
        weight: population
        at-least: 0.65
        """;

    private readonly TemporaryFolder _folder = new("configuration");

    /// <summary>Writes the four files.</summary>
    public ConfigurationFolder()
    {
        Write("experiment.yaml", Experiment);
        Write("members.yaml", Members);
        Write("crisis.yaml", Crisis);
        Write("rule.yaml", Rule);
    }

    /// <summary>Path of the folder.</summary>
    public string Root => _folder.Path;

    /// <inheritdoc/>
    public void Dispose() => _folder.Dispose();

    /// <summary>Path of a file.</summary>
    public string PathOf(string name) => _folder.In(name);

    /// <summary>Writes a file, in the place of one of that name.</summary>
    public void Write(string name, string text) => File.WriteAllText(PathOf(name), text + "\n");

    /// <summary>The plan of the experiment.</summary>
    public ExperimentPlan Read(params string[] settings) => ExperimentReader.Read(PathOf("experiment.yaml"), settings);

    /// <summary>Every problem, as it is shown, without the folder.</summary>
    public string[] Problems(string name = "experiment.yaml") =>
        [.. ConfigurationFile.Validate(PathOf(name)).Select(problem => problem.ToString().Replace(Root + Path.DirectorySeparatorChar, "", StringComparison.Ordinal))];
}
