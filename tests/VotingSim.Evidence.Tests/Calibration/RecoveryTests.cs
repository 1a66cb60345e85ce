using System.Collections.Immutable;
using VotingSim.Configuration;
using VotingSim.Configuration.Cases;
using VotingSim.Evidence.Calibration;
using VotingSim.Evidence.Cases;
using VotingSim.Experiments.Running;
using VotingSim.Statistics.Forecasts;
using Case = VotingSim.Configuration.Cases.Case;

namespace VotingSim.Evidence.Tests.Calibration;

/// <summary>Simulation-based calibration (Talts et al. 2018): cases are made up by the model from parameters that are known, and the ranks of those among
/// what is found of them are uniform.</summary>
/// <remarks><c>VOTINGSIM_SLOW</c>, set to anything, has 200 repetitions instead of none: some minutes.</remarks>
public class RecoveryTests(SiloFixture silo)
{
    private const int Ranks = 99;
    private static readonly string[] Names =
        ["ukraine-2022", "covid-2020", "payment-connectivity", "tariffs-2025", "rcep", "timor-leste-in-principle"];

    [Fact]
    public async Task Ranks_of_the_parameters_that_made_the_cases_are_uniform()
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("VOTINGSIM_SLOW") is not null, "slow: set VOTINGSIM_SLOW");
        const int Repetitions = 200;
        var random = new Random(17);
        var ranks = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var repetition = 0; repetition < Repetitions; repetition++)
        {
            foreach (var (name, rank) in await RanksAsync(random, (ulong)repetition))
            {
                ranks.TryAdd(name, []);
                ranks[name].Add(rank);
            }
        }

        foreach (var (name, ofParameter) in ranks)
        {
            var uniformity = RankUniformity.Of(ofParameter, Ranks, 10);
            TestContext.Current.TestOutputHelper?.WriteLine($"{name}: chi2 {uniformity.Test.ChiSquare:F2} of 9, p {uniformity.Test.P:F3}, {string.Join(' ', uniformity.Counts)}");
            uniformity.Test.P.ShouldBeGreaterThan(0.001, name);
        }
    }

    [Fact]
    public async Task Waits_that_made_many_cases_are_found_again()
    {
        var shipped = CaseReader.Read(["asean"]).Where(one => one.Class == "acute").ToArray();
        var cases = Enumerable.Range(0, 5).SelectMany(copy => shipped.Select(one => one with { Name = $"{one.Name}-{copy}", Cluster = $"{one.Name}-{copy}" })).ToImmutableArray();
        var model = new CalibrationPlan(cases, StructureReader.Read(["wait"]), new()).Models[0];
        var acute = model.Free.Index().Single(one => one.Item.Name.Contains("acute", StringComparison.Ordinal)).Index;
        double[] truth = [.. model.Free.Select((_, index) => index == acute ? 1.0 : 0.0)]; // e^1.5 times as long as the calendar says

        var made = await MadeUpAsync(model, cases, truth, new Random(3), 77);
        var (found, draws) = await FindAsync(made, "wait", draws: 500, perDraw: 16, seed: 5);

        var wait = WeightedSample.Of([.. draws.Places.Select(place => found.Free[acute].At(place[acute]))], [.. draws.Posterior().Weights]);
        var (low, high) = wait.Interval(0.99);
        Math.Exp(1.5).ShouldBeInRange(low, high);
        (high / low).ShouldBeLessThan(5); // the prior's is two thousand
    }

    private async Task<IEnumerable<(string Name, int Rank)>> RanksAsync(Random random, ulong seed)
    {
        var cases = CaseReader.Read(["asean"]).Where(one => Names.Contains(one.Name)).ToImmutableArray();
        cases.Length.ShouldBe(Names.Length);
        var model = new CalibrationPlan(cases, StructureReader.Read(["calendar"]), new()).Models[0];
        double[] truth = [.. model.Free.Select(_ => NormalRecord.Normal(random))];
        var made = await MadeUpAsync(model, cases, truth, random, seed);
        var (_, draws) = await FindAsync(made, "calendar", draws: 400, perDraw: 16, seed + 1_000_000_000);
        var weights = draws.Posterior().Weights;
        return truth.Select((value, dimension) =>
        {
            var below = draws.Places.Select((place, draw) => place[dimension] < value ? weights[draw] : 0).Sum();
            return (model.Free[dimension].Name, Math.Clamp((int)(below * (Ranks + 1)), 0, Ranks));
        });
    }

    private async Task<(StructureModel Model, ImportanceDraws Draws)> FindAsync(
        ImmutableArray<Case> cases, string structure, int draws, int perDraw, ulong seed)
    {
        var plan = new CalibrationPlan(cases, StructureReader.Read([structure]), new());
        var likelihoods = new RecordLikelihoods(new CaseDeliberations(new TablesHere(silo.Grains)), plan.Cases, perDraw, seed);
        var sampler = new ImportanceSampler(plan.Models[0].Free.Length, draws, seed);
        return (plan.Models[0], await sampler.SampleAsync((stage, places) =>
            likelihoods.AtAsync(plan.Models[0], stage, places, null, TestContext.Current.CancellationToken)));
    }

    // One world of every case, seen with the error that the likelihood assumes.
    private async Task<ImmutableArray<Case>> MadeUpAsync(StructureModel model, ImmutableArray<Case> cases, double[] truth, Random random, ulong seed)
    {
        double[][] rows = [model.Row(truth)];
        var terms = cases.Select((_, index) => model.Terms(index, rows, 1, (seed * 1000) + (ulong)index)).ToArray();
        var worlds = await new CaseDeliberations(new TablesHere(silo.Grains)).RunAsync(terms, 1, null, TestContext.Current.CancellationToken);
        return [.. cases.Select((one, index) => one with { Record = Seen(one.Record, worlds[index], random) })];
    }

    private static CaseRecord Seen(CaseRecord record, CaseWorlds world, Random random)
    {
        var opened = new DateOnly(2001, 1, 1);
        if (!world.Decided[0])
        {
            return record with { Opened = opened, Ended = opened.AddDays((int)CaseTerms.HorizonDays), Ending = RecordedEnding.Open, Outcome = [], Against = default };
        }

        var days = world.Days[0] * Math.Pow(10, RecordLikelihood.LogDaysWidth * NormalRecord.Normal(random));
        return record with
        {
            Opened = opened,
            Ended = opened.AddDays((int)Math.Round(days)),
            Ending = RecordedEnding.Adopted,
            Outcome = [.. world.Outcome.Select(issue => issue[0] + (record.Error * NormalRecord.Normal(random)))],
            Against = default,
        };
    }
}
