using VotingSim.Configuration;
using VotingSim.Experiments.Plan;

namespace VotingSim.Experiments.Tests.Plan;

/// <summary>Codes and names may have dots in them, and names of parameters are joined by dots: two values can come to have one name.</summary>
public sealed class SameNameTests : IDisposable
{
    private const string Members = """
        members: [ { code: a }, { code: a.position }, { code: b.a } , { code: b }, { code: a.c }, { code: c } ]
        affinity: { b: { a.c: 0.1 }, b.a: { c: 0.2 } }
        """;

    private const string Crisis = """
        crisis: dotted
        category: health
        issues:
          - { name: exposure, low: none, high: all, status-quo: 10 }
          - { name: other, low: none, high: all, status-quo: 10 }
        stances:
          a: { position: [50, 50], salience: [40, 50] }
          a.position: { position: [90, 50], salience: [80, 50], exposure: 0.5 }
          b.a: { position: [20, 50], salience: [40, 50] }
          b: { position: [20, 50], salience: [40, 50] }
          a.c: { position: [20, 50], salience: [40, 50] }
          c: { position: [20, 50], salience: [40, 50] }
        external-powers: [ { name: Far, code: F, position: [1, 2] }, { name: F.position.other, position: [1, 2] } ]
        """;

    private const string Experiment = """
        experiment: dotted
        members: members.yaml
        crises: [crisis.yaml]
        rules:
          - consensus
          - { rule: r, weight: { a: 1, a.position: 1, b.a: 1, b: 1, a.c: 1, c: 1 }, at-least: { count: 2 } }
        replications: 3
        """;

    private readonly ConfigurationFolder _folder = new();

    public SameNameTests()
    {
        _folder.Write("members.yaml", Members);
        _folder.Write("crisis.yaml", Crisis);
        _folder.Write("experiment.yaml", Experiment);
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("stances.a.position.exposure", "stances > a.position > exposure", "stances > a > position > exposure")]
    [InlineData("affinity.b.a.c", "affinity > b.a > c", "affinity > b > a.c")]
    public void A_name_of_two_values_is_refused_with_both(string name, string one, string other)
    {
        _folder.Write("experiment.yaml", $"{Experiment}\nsweep: {{ grid: {{ {name}: [0.5] }} }}");
        var swept = ConfigurationFile.Validate(_folder.PathOf("experiment.yaml")).ShouldHaveSingleItem();
        _folder.Write("experiment.yaml", Experiment);
        var set = Should.Throw<ConfigurationException>(() => _folder.Read($"{name}=0.5")).Problems.ShouldHaveSingleItem();

        foreach (var problem in new[] { swept, set })
        {
            problem.Message.ShouldContain($"of '{one}' and of '{other}'");
            problem.IsWarning.ShouldBeFalse();
        }

        swept.Line.ShouldBe(8);
    }

    [Fact]
    public void Uncertain_is_no_more_than_one_of_them()
    {
        _folder.Write("experiment.yaml", $"{Experiment}\nuncertainty: {{ parameters: {{ stances.a.position.exposure: {{ uniform: [0, 1] }} }} }}");
        _folder.Problems().ShouldHaveSingleItem().ShouldContain("'stances > a.position > exposure'");
    }

    [Theory]
    [InlineData("stances.a.position.other")]
    [InlineData("stances.a.position.position.exposure")]
    [InlineData("stances.position.exposure")]
    [InlineData("members.a.position.influence")]
    [InlineData("affinity.b.a")]
    [InlineData("rules.r.weight.a")]
    [InlineData("rules.r.at-least.count")]
    public void A_name_of_one_value_is_as_good_as_ever(string name)
    {
        _folder.Write("experiment.yaml", $"{Experiment}\nsweep: {{ grid: {{ {name}: [1] }} }}");
        _folder.Problems().ShouldBeEmpty();
    }
}
