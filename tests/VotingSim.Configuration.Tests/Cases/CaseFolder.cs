using VotingSim.Configuration.Cases;
using VotingSim.Experiments.Plan;

namespace VotingSim.Configuration.Tests.Cases;

/// <summary>A folder of a user's own with one sound case, its members and its rule, of which a test breaks a part.</summary>
internal sealed class CaseFolder : IDisposable
{
    public const string Members = """
        members:
          - { code: AA, influence: 2 }
          - { code: BB }
          - { code: CC }
          - { code: DD }
        """;

    public const string Rule = """
        rule: weighed
        weight: { AA: 4, BB: 2, CC: 2, DD: 1 }
        at-least: 6/9
        """;

    public const string Crisis = """
        crisis: quota
        category: fishery
        issues:
          - { name: cod, low: none, high: all, status-quo: 20 }
          - { name: hake, low: none, high: all }
        stances:
          AA: { position: [10, 20], salience: [50, 50] }
          BB: { position: [30, 40], salience: [60, 50] }
          CC: { position: [70, 90], salience: [70, 50] }
          DD: { position: [90, 95], salience: [80, 50] }
        external-powers:
          - { code: EP, name: Parliament, position: [50, 60], salience: [35, 45], draft-weight: 1 }
        record:
        """;

    public const string Record = """
          members: members.yaml
          rule: rule.yaml
          opened: 2001-03-15
          ended: 2002-05-30
          ending: vote
          outcome: [40, 60]
          against: [DD]
          grade: B
          cluster: fish 2001
        """;

    private readonly TemporaryFolder _folder = new("cases");

    public CaseFolder()
    {
        Write("members.yaml", Members);
        Write("rule.yaml", Rule);
        Write("case.yaml", $"{Crisis}\n{Record}");
    }

    public string Root => _folder.Path;

    public void Dispose() => _folder.Dispose();

    public string In(string name) => _folder.In(name);

    public void Write(string name, string text) => File.WriteAllText(In(name), text + "\n");

    /// <summary>Writes the case with something else in the place of a part of its record.</summary>
    public void Break(string part, string by) => Write("case.yaml", $"{Crisis}\n{Record.Replace(part, by, StringComparison.Ordinal)}");

    public Configuration.Cases.Case Read() => CaseReader.Read([In("case.yaml")]).ShouldHaveSingleItem();

    /// <summary>What <c>validate</c> says of the case, without the folder.</summary>
    public string[] Problems() => [.. ConfigurationFile.Validate(In("case.yaml")).Where(problem => !problem.IsWarning).Select(Shown)];

    /// <summary>What reading says, without the folder.</summary>
    public string[] Refused(params string[] references) =>
        [.. Should.Throw<ConfigurationException>(() => CaseReader.Read(references)).Problems.Select(Shown)];

    private string Shown(Problem problem) => problem.ToString().Replace(Root + Path.DirectorySeparatorChar, "", StringComparison.Ordinal);
}
