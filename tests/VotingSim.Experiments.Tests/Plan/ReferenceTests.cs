using VotingSim.Configuration;
using VotingSim.Experiments.Plan;

namespace VotingSim.Experiments.Tests.Plan;

/// <summary>Every place that names something which another place declares, with a name that is not quite it.</summary>
public sealed class ReferenceTests : IDisposable
{
    private const string Crisis = """
        crisis: small-crisis
        category: fishery
        issues: [ { name: budget, low: nothing, high: everything, status-quo: 10, dimension: money } ]
        stances: { BBB: { position: [50], salience: [40], red-line: { budget: [0, 90] } }, CCC: { position: [90], salience: [80] } }
        external-powers: [ { name: Far Away, code: FAR, position: [90], affinity: { BBB: 1 } } ]
        """;

    private const string Members = """
        members:
          - { code: AAA, population: 10, orientation: { money: 30 } }
          - { code: BBB, population: 20 }
          - { code: CCC, population: 30 }
        affinity: { AAA: { BBB: 0.5 } }
        """;

    private const string Rule = """
        rule: most-people
        sequence:
          first: { veto: { members: [AAA], rule: { weight: { AAA: 1, BBB: 1, CCC: 1 }, at-least: 0.5 } } }
          until-day: 30
          then: { by-category: { fishery: { opt-out: { at-most: 1, rule: consensus } }, otherwise: unanimity } }
        """;

    private const string Experiment = """
        experiment: small
        members: members.yaml
        crises: [crisis.yaml]
        rules: [consensus, rule.yaml]
        replications: { until: { half-width: 3, of: outcome-budget }, at-most: 100 }
        deliberation: { chair: AAA }
        uncertainty: uncertain.yaml
        sweep: { grid: { stances.CCC.position: [1], rules.most-people.weight.CCC: [1], external-powers.FAR.influence: [1], crisis.budget.status-quo: [1], deliberation.chair: [BBB] } }
        """;

    private const string Uncertain = "uncertainty: some\nparameters: { members.BBB.influence: { uniform: [1, 2] } }";

    private readonly ConfigurationFolder _folder = new();

    public ReferenceTests() => Sound();

    /// <summary>What is misspelt where, and what was meant.</summary>
    public static TheoryData<string, string, string, string, string> Slips => new()
    {
        { "members.yaml", "affinity: { AAA:", "affinity: { AAB:", "affinity.AAB", "AAA" },
        { "members.yaml", "{ BBB: 0.5", "{ BBD: 0.5", "affinity.AAA.BBD", "BBB" },
        { "members.yaml", "{ money: 30", "{ monye: 30", "stances", "monye" },
        { "crisis.yaml", "stances: { BBB", "stances: { BBD", "stances.BBD", "BBB" },
        { "crisis.yaml", "red-line: { budget", "red-line: { budgte", "stances.BBB.red-line.budgte", "budget" },
        { "crisis.yaml", "dimension: money", "dimension: mony", "stances", "money" },
        { "crisis.yaml", "affinity: { BBB", "affinity: { BBD", "external-powers[0].affinity.BBD", "BBB" },
        { "crisis.yaml", "category: fishery", "category: fisherry", "sequence.then.by-category.fishery", "fisherry" },
        { "rule.yaml", "members: [AAA]", "members: [AAB]", "sequence.first.veto.members[0]", "AAA" },
        { "rule.yaml", "weight: { AAA", "weight: { AAB", "sequence.first.veto.rule.weight.AAB", "AAA" },
        { "rule.yaml", "by-category: { fishery", "by-category: { fishrey", "sequence.then.by-category.fishrey", "fishery" },
        { "rule.yaml", "rule: consensus }", "rule: consensu }", "sequence.then.by-category.fishery.opt-out.rule", "consensus" },
        { "experiment.yaml", "members.yaml", "membres.yaml", "members", "members.yaml" },
        { "experiment.yaml", "crisis.yaml", "crises.yaml", "crises[0]", "crisis.yaml" },
        { "experiment.yaml", "[consensus", "[consensu", "rules[0]", "consensus" },
        { "experiment.yaml", "rule.yaml", "ruel.yaml", "rules[1]", "rule.yaml" },
        { "experiment.yaml", "uncertain.yaml", "uncertian.yaml", "uncertainty", "uncertain.yaml" },
        { "experiment.yaml", "chair: AAA", "chair: AAB", "sweep.grid.deliberation.chair", "" },
        { "experiment.yaml", "deliberation.chair: [BBB]", "deliberation.chair: [BBD]", "sweep.grid.deliberation.chair", "BBB" },
        { "experiment.yaml", "of: outcome-budget", "of: outcome-budgte", "replications.until.of", "outcome-budget" },
        { "experiment.yaml", "stances.CCC.position", "stances.CCD.position", "sweep.grid.stances.CCD.position", "stances.CCC.position" },
        { "experiment.yaml", "rules.most-people.weight.CCC", "rules.most-poeple.weight.CCC", "sweep.grid.rules.most-poeple.weight.CCC", "rules.most-people.weight.CCC" },
        { "experiment.yaml", "most-people.weight.CCC", "most-people.weight.CCD", "sweep.grid.rules.most-people.weight.CCD", "rules.most-people.weight.CCC" },
        { "experiment.yaml", "external-powers.FAR", "external-powers.FRA", "sweep.grid.external-powers.FRA.influence", "external-powers.FAR.influence" },
        { "experiment.yaml", "crisis.budget.status-quo", "crisis.budgte.status-quo", "sweep.grid.crisis.budgte.status-quo", "crisis.budget.status-quo" },
        { "experiment.yaml", "uncertainty: uncertain.yaml", "uncertainty: { from: uncertian.yaml }", "uncertainty.from", "uncertain.yaml" },
        { "experiment.yaml", "uncertainty: uncertain.yaml", "uncertainty: { from: uncertain.yaml, except: [members.BBD.influence] }", "uncertainty.except[0]", "members.BBB.influence" },
        { "experiment.yaml", "uncertainty: uncertain.yaml", "uncertainty: { posterior: drawn.csv, scales: [members.BBD.influence] }", "uncertainty.scales[0]", "members.BBB.influence" },
        { "experiment.yaml", "uncertainty: uncertain.yaml", "uncertainty: { posterior: drwan.csv }", "uncertainty.posterior", "drawn.csv" },
        { "uncertain.yaml", "members.BBB", "members.BBD", "parameters.members.BBD.influence", "members.BBB.influence" },
        { "drawn.csv", "members.BBB", "members.BBD", "uncertainty.posterior", "members.BBB.influence" },
    };

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_sound_experiment_has_no_problem() => _folder.Problems().ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Slips))]
    public void A_misspelt_name_is_reported_where_it_stands_with_the_one_that_was_meant(string file, string sound, string slip, string path, string meant)
    {
        if (file == "drawn.csv")
        {
            _folder.Write("experiment.yaml", Experiment.Replace("uncertain.yaml", "{ posterior: drawn.csv }", StringComparison.Ordinal));
        }

        var text = File.ReadAllText(_folder.PathOf(file));
        text.ShouldContain(sound);
        _folder.Write(file, text.Replace(sound, slip, StringComparison.Ordinal));

        var problems = ConfigurationFile.Validate(_folder.PathOf("experiment.yaml"));

        if (meant.Length == 0)
        {
            problems.ShouldBeEmpty(); // where it is swept, what stands there is never used
            return;
        }

        var problem = problems.Where(problem => problem.Path == path).ShouldHaveSingleItem();
        problem.IsWarning.ShouldBeFalse();
        problem.Message.ShouldContain(meant);
        problem.Line.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void Every_key_that_names_a_member_is_among_them()
    {
        string[] keys =
        [
            .. new[] { typeof(ExperimentFile), typeof(MembersFile), typeof(CrisisFile), typeof(RuleFile), typeof(UncertaintyFile) }
                .SelectMany(type => Reached(type, [])).Distinct()
                .SelectMany(type => type.GetProperties())
                .Where(property => Attribute.IsDefined(property, typeof(CodeAttribute)) || Attribute.IsDefined(property, typeof(KeyedByCodeAttribute)))
                .Select(property => $"{property.DeclaringType!.Name}.{property.Name}").Distinct(),
        ];

        // The code of a member declares; the others refer, and each has its line above, those of a record among the tests of cases.
        keys.ShouldBe(
            [
                "MemberMap.Code", "MembersFile.Affinity", "CrisisFile.Stances", "PowerMap.Affinity", "RuleForms.Weight", "VetoMap.Members",
                "DeliberationMap.Chair", "RecordMap.Absent", "RecordMap.Against",
            ],
            ignoreOrder: true);
    }

    [Fact]
    public void A_member_of_another_table_that_ships_may_be_named_where_it_does_not_sit()
    {
        _folder.Write("crisis.yaml", Crisis.Replace("affinity: { BBB: 1 }", "affinity: { THA: 1 }", StringComparison.Ordinal));
        _folder.Write("rule.yaml", Rule.Replace("members: [AAA]", "members: [AAA, VNM]", StringComparison.Ordinal));
        _folder.Problems().ShouldBeEmpty();
    }

    private static IEnumerable<Type> Reached(Type type, HashSet<Type> seen)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type.IsArray || type.IsGenericType)
        {
            return (type.IsArray ? [type.GetElementType()!] : type.GetGenericArguments()).SelectMany(inside => Reached(inside, seen));
        }

        if (type.Assembly != typeof(ExperimentFile).Assembly || !seen.Add(type))
        {
            return [];
        }

        var either = type.GetProperties().SelectMany(property => property.GetCustomAttributes(typeof(EitherAttribute), inherit: true))
            .Cast<EitherAttribute>().Select(attribute => attribute.Map);
        return [type, .. type.GetProperties().Select(property => property.PropertyType).Concat(either).SelectMany(inside => Reached(inside, seen))];
    }

    private void Sound()
    {
        _folder.Write("experiment.yaml", Experiment);
        _folder.Write("members.yaml", Members);
        _folder.Write("crisis.yaml", Crisis);
        _folder.Write("rule.yaml", Rule);
        _folder.Write("uncertain.yaml", Uncertain);
        _folder.Write("drawn.csv", "members.BBB.influence\n1\n2");
    }
}
