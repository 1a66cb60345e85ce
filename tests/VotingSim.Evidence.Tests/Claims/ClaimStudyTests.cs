using VotingSim.Evidence.Claims;
using VotingSim.Experiments.Plan;
using VotingSim.Experiments.Running;

namespace VotingSim.Evidence.Tests.Claims;

/// <summary>Claims whose answer is known: ballots that are fair coins, one after the other (model, section 6, limit 1).</summary>
public sealed class ClaimStudyTests(SiloFixture silo) : IDisposable
{
    // The text is the status quo and waiting costs nothing, so that every margin is 0 and only inclination moves a ballot. Of three members all
    // support with 1/8, at least one with 7/8: the median is the 6th session (1 - (7/8)^5 = 0.487) and the 1st.
    private const string Coins = """
        title: coins
        text: coins
        source: arithmetic
        certainty: derived
        experiment:
          experiment: coins
          members: { members: [{ code: A }, { code: B }, { code: C }] }
          crises:
            - crisis: coins
              category: any
              issues: [{ name: text, low: a, high: b, status-quo: 50 }]
              stances: { A: { position: [0], salience: [50] }, B: { position: [50], salience: [50] }, C: { position: [90], salience: [50] } }
              urgency: { initial: 0, shock-rate: 0 }
          rules: [consensus]
          deliberation: { drafting: fixed, text: [50], horizon-days: 2000, round-days: 10, first-round-day: 10, patience-days: 0, position-noise: 0,
            disposition-days: 0, foresight-days: 0 }
        set: { members.holdout: 0, members.flexibility: 0, members.unity: 0, members.reticence: 0 }
        sides: [ { rule: { rule: all, unanimity: true } }, { rule: { rule: one, at-least: { count: 1 } } } ]
        quantity: median-ratio
        """;

    private readonly ConfigurationFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_claim_that_holds_by_arithmetic_agrees_and_hangs_on_what_makes_it()
    {
        var finding = await StudyAsync("expected: { below: 0.5 }\nobserved: { value: 0.2, source: here }");

        finding.Estimate.Value.ShouldBe(1 / 6.0, 1e-12);
        finding.Verdict.ShouldBe(ClaimVerdict.Agrees);
        finding.Reading.ShouldBe(ClaimReading.AsClaimed);

        // Without inclination everybody supports what is as good as nothing, at once.
        var main = finding.HangsOn.ShouldNotBeNull();
        (main.Switch.Symbol, main.Without.Value, main.Without.Low, main.Without.High).ShouldBe(("tau", 1, 1, 1));
        main.Change.ShouldBe(Math.Log(6), 1e-12);
        finding.Switches.Select(one => one.Switch.Symbol).ShouldBe(["upsilon", "nu", "mu", "g", "tau"]);
        finding.Switches.Where(one => one.Switch.Symbol != "tau").ShouldAllBe(one => one.Change == 0);
    }

    [Fact]
    public async Task A_claim_that_fails_by_arithmetic_disagrees_and_one_that_is_disputed_or_not_observed_says_so()
    {
        (await StudyAsync("expected: { above: 0.5 }\nobserved: { value: 2, source: here }")).Verdict.ShouldBe(ClaimVerdict.Disagrees);
        (await StudyAsync("expected: { above: 0.5 }\nobserved: { value: 2, source: here }\ndisputed: by arithmetic")).Verdict.ShouldBe(ClaimVerdict.Disputed);
        var silent = await StudyAsync("expected: { above: 0.5 }");
        (silent.Verdict, silent.Reading).ShouldBe((ClaimVerdict.Silent, ClaimReading.Otherwise));
    }

    [Fact]
    public async Task The_same_seed_finds_the_same_and_another_one_meets_other_luck()
    {
        const string HazardRatio = "expected: { above: 1 }";
        var (first, again, other) = (await StudyAsync(HazardRatio, 1, "hazard-ratio"), await StudyAsync(HazardRatio, 1, "hazard-ratio"),
            await StudyAsync(HazardRatio, 2, "hazard-ratio"));

        again.Estimate.ShouldBe(first.Estimate);
        again.Switches.Select(one => one.Without.Value).ShouldBe(first.Switches.Select(one => one.Without.Value));
        other.Estimate.Value.ShouldNotBe(first.Estimate.Value);
        first.Estimate.Low.ShouldBeLessThan(first.Estimate.Value);
        first.Estimate.High.ShouldBeGreaterThan(first.Estimate.Value);
    }

    [Fact]
    public async Task Progress_ends_where_it_said_that_it_would()
    {
        _folder.Write("claim.yaml", $"claim: coins\n{Coins}\nexpected: {{ above: 0 }}");
        var last = default(RunProgress);
        await new ClaimStudy(new TablesHere(silo.Grains)).RunAsync(
            ClaimReader.Read([_folder.PathOf("claim.yaml")]), 100, 1, new Last(value => last = value.Done > last.Done ? value : last),
            TestContext.Current.CancellationToken);

        // Two sides, as they are and without each of five mechanisms.
        last.ShouldBe(new RunProgress(1200, 0, 1200));
    }

    private async Task<ClaimFinding> StudyAsync(string rest, ulong seed = 1, string quantity = "median-ratio")
    {
        _folder.Write("claim.yaml", $"claim: coins\n{Coins.Replace("median-ratio", quantity, StringComparison.Ordinal)}\n{rest}");
        var claims = ClaimReader.Read([_folder.PathOf("claim.yaml")]);
        return (await new ClaimStudy(new TablesHere(silo.Grains)).RunAsync(claims, 2000, seed, null, TestContext.Current.CancellationToken)).ShouldHaveSingleItem();
    }

    private sealed class Last(Action<RunProgress> report) : IProgress<RunProgress>
    {
        public void Report(RunProgress value)
        {
            lock (this)
            {
                report(value);
            }
        }
    }
}
