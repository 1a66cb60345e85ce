using System.Collections.Immutable;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using VotingSim.Configuration;
using VotingSim.Configuration.Parameters;
using VotingSim.Deliberation;
using VotingSim.Experiments.Plan;
using VotingSim.Rules;

namespace VotingSim.Experiments.Tests.Plan;

/// <summary>The names of what can be swept and set, and where a value goes.</summary>
public sealed class ParameterTests : IDisposable
{
    private const string TwoIssues = """
        crisis: two-issues
        category: health
        issues:
          - { name: budget, low: nothing, high: everything, status-quo: 20 }
          - { name: seat, low: here, high: there, status-quo: 30 }
        stances:
          AAA: { position: [1, 2], salience: [3, 4], red-line: { seat: [10, 40] } }
          BBB: { position: [5, 6], salience: [7, 8] }
          CCC: { position: [5, 6], salience: [7, 8], exposure: 0.5 }
        external-powers: [ { name: Far Away, code: FAR, position: [90, 80], influence: 3, affinity: { BBB: 0.7 } } ]
        """;

    private const string Staged = """
        rule: staged
        sequence:
          first: { all-of: [ { at-least: 0.55 }, { weight: population, at-least: 0.65, blocking-minority: 2 } ] }
          until-day: 30
          then: { any-of: [ { consensus-minus: 1 }, { weight: { AAA: 5, BBB: 1, CCC: 1 }, more-than: { count: 3 } } ] }
        """;

    private readonly ConfigurationFolder _folder = new();

    public ParameterTests()
    {
        _folder.Write("two.yaml", TwoIssues);
        _folder.Write("staged.yaml", Staged);
        _folder.Write("experiment.yaml", Experiment);
    }

    private static string Experiment => ConfigurationFolder.Experiment
        .Replace("[crisis.yaml]", "[crisis.yaml, two.yaml]", StringComparison.Ordinal).Replace("rule.yaml]", "rule.yaml, staged.yaml]", StringComparison.Ordinal);

    public void Dispose() => _folder.Dispose();

    public static TheoryData<string, double, Func<ExperimentPlan, double[]>> Values => new()
    {
        { "stances.BBB.position", 71, plan => [One(plan).Stances[1].Position[0]] },
        { "stances.BBB.position.budget", 71, plan => [One(plan).Stances[1].Position[0], Two(plan).Stances[1].Position[0]] },
        { "stances.BBB.position.seat", 71, plan => [Two(plan).Stances[1].Position[1]] },
        { "stances.position.seat", 71, plan => [.. Two(plan).Stances.Select(stance => stance.Position[1])] },
        { "stances.BBB.salience", 71, plan => [One(plan).Stances[1].Salience[0], 100 * One(plan).Stances[1].Exposure] },
        { "stances.salience.budget", 71, plan => [.. One(plan).Stances.Concat(Two(plan).Stances).Select(stance => stance.Salience[0])] },
        { "stances.CCC.exposure", 0.71, plan => [One(plan).Stances[2].Exposure, Two(plan).Stances[2].Exposure] },
        { "stances.exposure", 0.71, plan => [.. One(plan).Stances.Concat(Two(plan).Stances).Select(stance => stance.Exposure)] },
        { "stances.AAA.red-line.seat.lowest", 7, plan => [Two(plan).Stances[0].RedLines[1].Lowest] },
        { "stances.AAA.red-line.seat.highest", 71, plan => [Two(plan).Stances[0].RedLines[1].Highest] },
        { "members.BBB.influence", 7, plan => [plan.Arms[0].Terms.Roster.Members[1].Influence] },
        { "members.reticence", 0.7, plan => [.. plan.Arms[0].Terms.Roster.Members.Select(member => member.Reticence)] },
        { "members.BBB.population", 7, plan => [(double)plan.Arms[0].Terms.Roster.Members[1].Population] },
        { "affinity.AAA.CCC", 0.7, plan => [plan.Arms[0].Terms.Roster.AffinityOf(0, 2)] },
        { "crisis.status-quo", 71, plan => [One(plan).Issues[0].StatusQuo] },
        { "crisis.budget.status-quo", 71, plan => [One(plan).Issues[0].StatusQuo, Two(plan).Issues[0].StatusQuo] },
        { "crisis.seat.status-quo", 71, plan => [Two(plan).Issues[1].StatusQuo] },
        { "crisis.agenda.median-days", 7, plan => [.. plan.Arms.Select(arm => arm.Terms.Settings.Calendar.Agenda.MedianDays)] },
        { "urgency.initial", 0.7, plan => [One(plan).Urgency.Initial, Two(plan).Urgency.Initial] },
        { "urgency.ceiling", 7, plan => [One(plan).Urgency.Ceiling, Two(plan).Urgency.Ceiling] },
        { "external-powers.FAR.influence", 7, plan => [Two(plan).ExternalPowers[0].Influence] },
        { "external-powers.Far Away.draft-weight", 7, plan => [Two(plan).ExternalPowers[0].DraftWeight] },
        { "external-powers.influence", 7, plan => [Two(plan).ExternalPowers[0].Influence] },
        { "external-powers.FAR.position.seat", 7, plan => [Two(plan).ExternalPowers[0].Position[1]] },
        { "external-powers.FAR.affinity.AAA", 0.7, plan => [Two(plan).ExternalPowers[0].Affinity[0]] },
        { "rules.most-people.at-least", 0.7, plan => [Quota(plan.Arms[1].Terms.Rule)] },
        { "rules.staged.at-least", 0.7, plan => [Quota(AllOf(plan)[0])] },
        { "rules.staged.sequence.first.all-of.1.at-least", 0.7, plan => [Quota(AllOf(plan)[0])] },
        { "rules.staged.sequence.first.all-of.2.at-least", 0.7, plan => [Quota(AllOf(plan)[1])] },
        { "rules.staged.sequence.first.all-of.2.blocking-minority", 3, plan => [((Criterion)AllOf(plan)[1]).BlockingMinority] },
        { "rules.staged.until-day", 70, plan => [Sequence(plan).UntilDay] },
        { "rules.staged.consensus-minus", 2, plan => [((ConsensusMinus)AnyOf(plan)[0]).Objectors] },
        { "rules.staged.more-than.count", 4, plan => [Quota(AnyOf(plan)[1])] },
        { "rules.staged.weight.AAA", 7, plan => [(double)((VotingWeight.Listed)((Criterion)AnyOf(plan)[1]).Weight).Weights["AAA"]] },
        { "deliberation.agenda.median-days", 7, plan => [.. plan.Arms.Select(arm => arm.Terms.Settings.Calendar.Agenda.MedianDays)] },
        { "deliberation.patience-days", 7, plan => [.. plan.Arms.Select(arm => arm.Terms.Settings.Calendar.PatienceDays)] },
        { "deliberation.heaviest-voice", 7, plan => [plan.Arms[0].Terms.Settings.HeaviestVoice] },
        { "deliberation.horizon-days", 7, plan => [plan.Arms[0].Terms.Settings.HorizonDays] },
    };

    [Theory, MemberData(nameof(Values))]
    public void A_value_goes_wherever_it_belongs_by_a_sweep_and_by_a_setting_alike(string name, double value, Func<ExperimentPlan, double[]> where)
    {
        var before = _folder.Read();
        where(before).ShouldNotContain(value);

        var set = _folder.Read(FormattableString.Invariant($"{name}={value}"));
        where(set).ShouldAllBe(there => Math.Abs(there - value) < 1e-12);
        ExperimentReader.Read(set.Configuration, "again").Fingerprint.ShouldBe(set.Fingerprint);

        // And nowhere else: whatever differs in the resolved configuration is the value.
        var was = Numbers(before.Configuration, "").ToDictionary(StringComparer.Ordinal);
        var changed = Numbers(set.Configuration, "").Where(number => !was.TryGetValue(number.Key, out var former) || former != number.Value).ToArray();
        changed.ShouldNotBeEmpty();
        changed.ShouldAllBe(number => number.Value == value);

        _folder.Write("experiment.yaml", FormattableString.Invariant($"{Experiment}\nsweep: {{ grid: {{ {name}: [{value}] }} }}"));
        var swept = _folder.Read();
        swept.Parameters.ShouldBe([name]);
        where(swept).ShouldAllBe(there => Math.Abs(there - value) < 1e-12);
        where(ExperimentReader.Read(swept.Configuration, "again")).ShouldBe(where(swept));
    }

    [Fact]
    public void Every_draft_weight_and_drafting_method_is_a_word_of_a_sweep()
    {
        _folder.Write("experiment.yaml", Experiment + "\nsweep: { grid: { deliberation.draft-weights: [equal, salience, influence, both] } }");
        _folder.Read().Arms.Where(arm => arm.Crisis == "small-crisis" && arm.Rule == "consensus").Select(arm => arm.Terms.Settings.DraftWeights)
            .ShouldBe([DraftWeights.Equal, DraftWeights.Salience, DraftWeights.Influence, DraftWeights.Both]);
    }

    [Theory]
    [InlineData("grid: { stances.BBB.position: [120] }", "sweep.grid.stances.BBB.position[0]: this is 120; expected a number from 0 to 100")]
    [InlineData("grid: { stances.BBX.position: [1] }", "sweep.grid.stances.BBX.position: this cannot be swept; did you mean 'stances.BBB.position'?")]
    [InlineData("grid: { stances.BBB.position.budjet: [1] }", "sweep.grid.stances.BBB.position.budjet: this cannot be swept; did you mean 'stances.BBB.position.budget'?")]
    [InlineData("grid: { affinity.AAA.AAA: [1] }", "sweep.grid.affinity.AAA.AAA: this cannot be swept; did you mean 'affinity.AAA.BBB'?")]
    [InlineData("grid: { external-powers.FAX.influence: [1] }", "sweep.grid.external-powers.FAX.influence: this cannot be swept; did you mean 'external-powers.FAR.influence'?")]
    [InlineData("grid: { calendar.acute.frist: [1] }", "sweep.grid.calendar.acute.frist: this cannot be swept; did you mean 'calendar.acute.first'?")]
    [InlineData("grid: { rules.most-people.atleast: [1] }", "sweep.grid.rules.most-people.atleast: this cannot be swept; did you mean 'rules.most-people.at-least'?")]
    [InlineData("grid: { rules.staged.consensus-minus: [1.5] }", "sweep.grid.rules.staged.consensus-minus[0]: this is 1.5; expected a whole number from 0 to 64")]
    [InlineData("sobol: { samples: 4, parameters: { rules.staged.consensus-minus: [0, 2] } }", "sweep.sobol.parameters.rules.staged.consensus-minus: a whole number has no range; expected it in a grid or paired")]
    [InlineData("grid: { calendar.acute.first: [0] }", "sweep.grid.calendar.acute.first[0]: this is 0; expected a number above 0, up to 1000000")]
    public void A_sweep_of_what_is_not_there_or_not_legal_is_named(string sweep, string problem)
    {
        _folder.Write("experiment.yaml", $"{Experiment}\nsweep: {{ {sweep} }}");
        _folder.Problems().ShouldContain(line => line.EndsWith(problem, StringComparison.Ordinal), string.Join('\n', _folder.Problems()));
    }

    [Fact]
    public void Every_name_has_a_documented_form_and_every_documented_form_has_a_name()
    {
        var rows = Regex.Matches(File.ReadAllText(RepositoryRoot.In("docs", "configuration.md")), @"^\| `(?<form>[a-z-]+\.[a-z{}.-]+)` \|", RegexOptions.Multiline, TimeSpan.FromSeconds(1)).Select(row => row.Groups["form"].Value);
        rows.ShouldBe(ParameterForm.All);

        var names = Names().ToArray();
        names.ShouldAllBe(name => ParameterForm.IsOne(name));
        foreach (var form in ParameterForm.All)
        {
            names.ShouldContain(name => ParameterForm.Fits(name, form), form);
        }

        ParameterForm.IsOne("deliberatio.ballot-noise").ShouldBeFalse();
        ParameterForm.IsOne("rules.staged").ShouldBeFalse();
    }

    [Fact]
    public void Whatever_is_a_number_in_the_resolved_configuration_has_a_name()
    {
        var configuration = _folder.Read("deliberation.chair=AAA", "calendar.acute.first=1", "calendar.pressing.first=1", "calendar.slow.first=1", "crisis.agenda.median-days=1", "crisis.agenda.spread=1").Configuration;
        var names = Names().ToHashSet(StringComparer.Ordinal);
        foreach (var number in Numbers(configuration, "").Select(number => number.Key).Where(path => path is not ("seed" or "replications") && !path.Contains(".orientation.", StringComparison.Ordinal)))
        {
            names.ShouldContain(NameOf(number, configuration), number);
        }
    }

    // From the path of a number in the file to the name that it should have.
    private static string NameOf(string path, JsonObject configuration)
    {
        var name = Regex.Replace(path, @"^(?<list>members\.members|crises|rules)\[(?<index>\d+)\]", match => match.Groups["list"].Value switch
        {
            "members.members" => $"members.{configuration["members"]!["members"]![Index(match)]!["code"]}",
            "rules" => $"rules.{configuration["rules"]![Index(match)]!["rule"]}",
            _ => "crisis",
        }, RegexOptions.None, TimeSpan.FromSeconds(1));
        string[] issues = path.StartsWith("crises[0]", StringComparison.Ordinal) ? ["budget"] : ["budget", "seat"];
        name = Regex.Replace(name, @"^members\.(?<part>affinity|calendar)\.", "${part}.", RegexOptions.None, TimeSpan.FromSeconds(1));
        name = Regex.Replace(name, @"^crisis\.(?<part>stances|urgency|external-powers)", "${part}", RegexOptions.None, TimeSpan.FromSeconds(1));
        name = name.Replace("external-powers[0]", "external-powers.FAR", StringComparison.Ordinal);
        name = Regex.Replace(name, @"^crisis\.issues\[(?<index>\d)\]", match => $"crisis.{issues[Index(match)]}", RegexOptions.None, TimeSpan.FromSeconds(1));
        name = Regex.Replace(name, @"(?<line>\.red-line\..*)\[(?<index>\d)\]$", match => match.Groups["line"].Value + (Index(match) == 0 ? ".lowest" : ".highest"), RegexOptions.None, TimeSpan.FromSeconds(1));
        name = Regex.Replace(name, @"\.(?<key>position|salience)\[(?<index>\d)\]$", match => $".{match.Groups["key"].Value}.{issues[Index(match)]}", RegexOptions.None, TimeSpan.FromSeconds(1));
        name = Regex.Replace(name, @"\[(?<index>\d)\]", match => $".{Index(match) + 1}", RegexOptions.None, TimeSpan.FromSeconds(1));
        return name;

        static int Index(Match match) => int.Parse(match.Groups["index"].Value, System.Globalization.CultureInfo.InvariantCulture);
    }

    private static IEnumerable<KeyValuePair<string, double>> Numbers(JsonNode? node, string path) => node switch
    {
        JsonObject map => map.SelectMany(pair => Numbers(pair.Value, path.Length == 0 ? pair.Key : $"{path}.{pair.Key}")),
        JsonArray list => list.SelectMany((entry, index) => Numbers(entry, $"{path}[{index}]")),
        JsonValue value when value.GetValueKind() == System.Text.Json.JsonValueKind.Number => [new(path, value.GetValue<double>())],
        _ => [],
    };

    private IEnumerable<string> Names()
    {
        var reading = new Reading();
        var members = RosterReader.Resolve(reading.Open(_folder.PathOf("members.yaml"), ConfigurationKind.Members, [])!.Value)!;
        CrisisFile?[] crises = [.. ((string[])["crisis.yaml", "two.yaml"]).Select(name => CrisisReader.Resolve(reading.Open(_folder.PathOf(name), ConfigurationKind.Crisis, [])!.Value, members, null))];
        ResolvedRule?[] rules = [.. ((string[])["rule.yaml", "staged.yaml"]).Select(name => new RuleReader(reading, RosterReader.Seat(members)).ReadFile(reading.Open(_folder.PathOf(name), ConfigurationKind.Rule, [])!.Value))];
        return new ParameterList(members, crises, rules, new() { Years = 1, Matters = [], Minilateral = new() { Sponsor = new() { Power = "FAR", Weight = 0 } } }).Names;
    }

    private static Crises.Crisis One(ExperimentPlan plan) => plan.Arms.First(arm => arm.Crisis == "small-crisis").Terms.Crisis;

    private static Crises.Crisis Two(ExperimentPlan plan) => plan.Arms.First(arm => arm.Crisis == "two-issues").Terms.Crisis;

    private static double Quota(DecisionRule rule) => (double)((Criterion)rule).Quota.Amount;

    private static Sequence Sequence(ExperimentPlan plan) => (Sequence)plan.Arms[2].Terms.Rule;

    private static ImmutableArray<DecisionRule> AllOf(ExperimentPlan plan) => ((AllOf)Sequence(plan).First).Rules;

    private static ImmutableArray<DecisionRule> AnyOf(ExperimentPlan plan) => ((AnyOf)Sequence(plan).Then).Rules;
}
