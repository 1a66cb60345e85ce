using VotingSim.Cohorts;
using VotingSim.Configuration;
using VotingSim.Configuration.Words;
using VotingSim.Deliberation;
using VotingSim.Experiments.Plan;

namespace VotingSim.Experiments.Tests.Plan;

/// <summary>What a crisis tells people and not the model: points on its scales, background, and what really happened.</summary>
public sealed class CrisisWordsTests : IDisposable
{
    private const string Plain = """
        crisis: a
        category: security
        issues:
          - { name: x, low: nothing, high: everything, status-quo: 5 }
        stances:
          IDN: { position: [70], salience: [80] }
          MMR: { position: [5], salience: [100] }
        """;

    private const string Told = """
        crisis: a
        category: security
        case: asean/ukraine-2022
        background: { text: A minute., sources: [a treaty] }
        issues:
          - { name: x, low: nothing, high: everything, status-quo: 5, points: { 0: nothing, 30: something, 62.5: much, 100: everything } }
        stances:
          IDN: { position: [70], salience: [80] }
          MMR: { position: [5], salience: [100] }
        """;

    private readonly ConfigurationFolder _folder = new();

    public static TheoryData<string> Crises => [.. Shipped.Files.Where(file => file.Kind == "crisis").Select(file => file.Name)];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_run_is_the_same_with_and_without_them()
    {
        _folder.Write("experiment.yaml", """
            experiment: a
            members: { members: [ { code: IDN, name: Indonesia }, { code: MMR, name: Myanmar } ] }
            crises: [crisis.yaml]
            rules: [consensus, unanimity]
            sweep: { grid: { deliberation.position-noise: [1, 10] } }
            """);
        _folder.Write("crisis.yaml", Plain);
        var without = _folder.Read();
        _folder.Write("crisis.yaml", Told);
        var with = _folder.Read();

        with.Fingerprint.ShouldBe(without.Fingerprint);
        with.Configuration.ToJsonString().ShouldBe(without.Configuration.ToJsonString());
        with.Arms.Length.ShouldBe(without.Arms.Length);
        for (var arm = 0; arm < with.Arms.Length; arm++)
        {
            var worded = CrisisWords.Read(_folder.PathOf("crisis.yaml")).Over(with.Arms[arm].Terms.Crisis);
            worded.Issues[0].Points.Select(point => (point.At, point.Words)).ShouldBe([(0, "nothing"), (30, "something"), (62.5, "much"), (100, "everything")]);
            var (one, other) = (Rows(with.Arms[arm].Terms with { Crisis = worded }), Rows(without.Arms[arm].Terms));
            one.ShouldBe(other);
            one.Distinct().Count().ShouldBeGreaterThan(10);
        }
    }

    [Theory]
    [InlineData("30: much", "there are 1 points; expected 2 to 12")]
    [InlineData("0: a, 101: b", "'101' is no place on the scale; expected a number from 0 to 100")]
    [InlineData("0: a, -3: b", "'-3' is no place on the scale; expected a number from 0 to 100")]
    [InlineData("0: a, half: b", "'half' is no place on the scale; expected a number from 0 to 100")]
    [InlineData("30: a, 30.0: b", "the place 30.0 is named twice; expected each once")]
    [InlineData("60: a, 30: b", "the place 30 comes after a higher one; expected them ascending")]
    [InlineData("0: a, 50: ' '", "this is the text ' '; expected a text")]
    public void Points_are_places_on_the_scale_ascending_each_with_its_words(string points, string problem) =>
        Problems(Plain.Replace("status-quo: 5 }", $"status-quo: 5, points: {{ {points} }} }}", StringComparison.Ordinal)).ShouldBe([problem]);

    [Fact]
    public void What_is_misspelt_has_its_nearest_name()
    {
        Problems(Plain.Replace("status-quo: 5 }", "status-quo: 5, pionts: { 0: a, 9: b } }", StringComparison.Ordinal)).ShouldBe(["unknown key; did you mean 'points'?"]);
        Problems($"{Plain}\ncase: asean/ukraine-2002").ShouldBe(["there is no case 'asean/ukraine-2002'; did you mean 'asean/ukraine-2022'?"]);
        Problems($"{Plain}\nbackground: {{ text: A minute. }}").ShouldBe(["missing; expected a list"]);
    }

    [Theory, MemberData(nameof(Crises))]
    public void Every_shipped_crisis_has_a_minute_of_background_and_four_to_six_points_on_every_issue(string crisis)
    {
        var words = CrisisWords.Read(crisis);
        words.Background!.Text.Split(' ').Length.ShouldBeInRange(80, 150);
        words.Background.Sources.ShouldNotBeEmpty();
        foreach (var issue in words.Issues)
        {
            issue.Points.Length.ShouldBeInRange(4, 6);
            (issue.Points[0].At, issue.Points[^1].At).ShouldBe((0, 100));
            issue.Points.Select(point => point.Words).Distinct().Count().ShouldBe(issue.Points.Length);
            issue.Points.ShouldAllBe(point => point.Words.Length <= 60);
        }
    }

    [Fact]
    public void What_really_happened_is_the_record_of_the_same_matter()
    {
        var told = CrisisWords.Read("myanmar-2021").Happened!;
        (told.Name, told.Record.Days, told.Record.Outcome[0]).ShouldBe(("myanmar-2021-five-points", 82, 30));
        CrisisWords.Read("cyber-attack").Happened.ShouldBeNull();

        // The point that it lies at is called by its name.
        CrisisWords.Read("myanmar-2021").Issues[0].Points.Single(point => point.At == told.Record.Outcome[0]).Words.ShouldBe("the Five-Point Consensus");
    }

    private static (bool, double, double)[] Rows(DeliberationTerms terms)
    {
        var cohort = new Cohort(0, 100);
        var chair = new Chair(terms);
        Delegation[] members = [.. terms.Roster.Members.Select((_, seat) => new Delegation(PreferenceProfile.Of(terms, seat), terms.Settings, terms.Seed))];
        chair.Open(cohort, [.. members.Select(member => member.Open(cohort))]).ShouldBeTrue();
        chair.Begin([.. members.Select(member => member.Consult(chair.Brief()))]);
        while (chair.Conclude([.. members.Select(member => member.Answer(chair.Brief()))]))
        {
        }

        var held = chair.Result();
        return [.. Enumerable.Range(0, 100).Select(slot => (held.Decided[slot], held.Days[slot], held.Outcome[0][slot]))];
    }

    private string[] Problems(string crisis)
    {
        _folder.Write("crisis.yaml", crisis);
        return [.. ConfigurationFile.Validate(_folder.PathOf("crisis.yaml")).Select(problem => problem.Message)];
    }
}
