using VotingSim.Experiments.Plan;

namespace VotingSim.Analysis.Tests;

/// <summary>Every design goes with its estimator, on outputs whose sensitivity is known.</summary>
public sealed class SensitivityAnalysisTests(RunFixture fixture)
{
    private const string Parameters = "{ deliberation.shadow-of-the-vote: [0, 2], urgency.growth: [0.1, 0.3], members.unity: [0, 1] }";

    [Fact]
    public void Saltellis_design_finds_Ishigamis_indices()
    {
        var plan = Plan($"saltelli: {{ samples: 1024, parameters: {Parameters} }}");

        var table = Table(plan, shares =>
        {
            var x = shares.Select(share => (2 * Math.PI * share) - Math.PI).ToArray();
            return Math.Sin(x[0]) + (7 * Math.Pow(Math.Sin(x[1]), 2)) + (0.1 * Math.Pow(x[2], 4) * Math.Sin(x[0]));
        });

        // Analytic indices for a = 7, b = 0.1.
        table.Varies.ShouldBeTrue();
        foreach (var (parameter, first, total) in table.Parameters.Zip([0.3139, 0.4424, 0.0], [0.5576, 0.4424, 0.2437]))
        {
            var index = parameter.SobolIndex!.Value;
            first.ShouldBeInRange(index.First.Low, index.First.High);
            total.ShouldBeInRange(index.Total.Low, index.Total.High);
            (index.Total.High - index.Total.Low).ShouldBeLessThan(0.2);
        }

        table.Parameters.Select(parameter => parameter.Parameter).ShouldBe(plan.Parameters);
        table.Parameters.ShouldAllBe(parameter => parameter.MainEffect == null && parameter.PartialRankCorrelation == null && parameter.ElementaryEffect == null);
    }

    [Fact]
    public void The_tornado_of_Saltellis_design_takes_its_independent_points_only()
    {
        // The bar of a share itself: means of the lowest and the highest fifth, 0.1 and 0.9, to the evenness of 2 x 256 points; the other parameters have none.
        var table = Table(Plan($"saltelli: {{ samples: 256, parameters: {Parameters} }}"), shares => shares[1]);

        table.Tornado.Length.ShouldBe(3);
        (table.Tornado[0].Parameter, Math.Round(table.Tornado[0].Low.Value, 2), Math.Round(table.Tornado[0].High.Value, 2)).ShouldBe((1, 0.1, 0.9));
        table.Tornado.Skip(1).ShouldAllBe(bar => Math.Abs(bar.Swing) < 0.1);
    }

    [Fact]
    public void Morriss_design_finds_the_effects_over_the_whole_ranges()
    {
        var table = Table(Plan($"morris: {{ trajectories: 8, levels: 6, parameters: {Parameters} }}"), shares => (5 * shares[0]) - (2 * shares[2]));

        table.Parameters.Select(parameter => Math.Round(parameter.ElementaryEffect!.Value.Mean, 9)).ShouldBe([5, 0, -2]);
        table.Parameters.Select(parameter => Math.Round(parameter.ElementaryEffect!.Value.MeanAbsolute.Value, 9)).ShouldBe([5, 0, 2]);
        table.Tornado.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("latin-hypercube")]
    [InlineData("sobol")]
    public void A_sample_has_partial_rank_correlations_and_a_tornado(string design)
    {
        var table = Table(Plan($"{design}: {{ samples: 64, parameters: {Parameters} }}"), shares => Math.Exp(3 * shares[1]));

        table.Parameters[1].PartialRankCorrelation!.Value.Value.ShouldBe(1, 1e-12);
        table.Tornado[0].Parameter.ShouldBe(1);
        table.Tornado[0].Low.High.ShouldBeLessThan(table.Tornado[0].High.Low);
    }

    [Fact]
    public void A_grid_has_main_effects_by_level_words_included()
    {
        var plan = Plan("grid: { deliberation.drafting: [median, coalition, compromise], urgency.growth: [0.3, 0.1], members.unity: [0.5, 0.5, 1] }");
        var arms = plan.Arms.ToArray();

        var table = SensitivityAnalysis.Table(plan, "days", arms, [.. arms.Select(arm => (arm.Parameters[0].Text == "coalition" ? 6.0 : 0) + (10 * arm.Parameters[1].Number!.Value))]);

        table.Parameters[0].Levels.ShouldBe(["median", "coalition", "compromise"]);
        table.Parameters[0].MainEffect!.LevelMeans.Select(mean => Math.Round(mean, 9)).ShouldBe([2, 8, 2]);
        table.Parameters[1].MainEffect!.Range.ShouldBe(2, 1e-12);
        table.Parameters.Sum(parameter => parameter.MainEffect!.VarianceShare).ShouldBe(1, 1e-12);

        // From the lowest to the highest value, whatever their order in the file; words from the first to the last.
        table.Tornado.Select(bar => (bar.Parameter, Math.Round(bar.Swing, 9))).ShouldBe([(1, 2), (0, 0), (2, 0)]);
    }

    [Fact]
    public void An_output_that_never_varies_says_so_and_no_design_no_table()
    {
        Table(Plan($"morris: {{ trajectories: 4, parameters: {Parameters} }}"), _ => 3).Varies.ShouldBeFalse();
        using var folder = new ConfigurationFolder();
        SensitivityAnalysis.Of(folder.Read(), []).ShouldBeEmpty();
        SensitivityAnalysis.Of(Plan("paired: { urgency.growth: [0.1, 0.2], members.unity: [0, 1] }"), []).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_outputs_of_a_run_are_those_of_its_summary_for_every_crisis_and_rule()
    {
        using var file = new ConfigurationFolder();
        file.Write("experiment.yaml", ConfigurationFolder.Experiment + "\nsweep: { grid: { deliberation.shadow-of-the-vote: [0, 4], urgency.growth: [0, 0.5] } }");
        var plan = file.Read();
        var summary = await SummaryReader.ReadAsync(plan, await fixture.RunAsync(plan, new()));

        var tables = SensitivityAnalysis.Of(plan, summary.Arms);

        tables.Length.ShouldBe(2 * SensitivityAnalysis.Outputs.Length);
        tables.Select(table => table.Rule).Distinct().ShouldBe(["consensus", "most-people"]);
        tables.Select(table => table.Output).Distinct().ShouldBe(["rmst_days", "decided_share", "agreement_index", "positional_cohesion", "outvoted", "mean_utility"]);
        foreach (var table in tables)
        {
            var arms = summary.Arms.Where(arm => arm.Arm.Rule == table.Rule).ToArray();
            double[] outputs = [.. arms.Select(arm => table.Output switch
            {
                "rmst_days" => arm.RestrictedMeanDays.Value,
                "decided_share" => arm.DecidedShare.Value,
                _ => arm.Measure(table.Output).Value,
            })];
            table.Parameters[0].MainEffect!.LevelMeans[0].ShouldBe((outputs[0] + outputs[1]) / 2, 1e-12);
            table.Parameters[1].MainEffect!.LevelMeans[1].ShouldBe((outputs[1] + outputs[3]) / 2, 1e-12);
        }
    }

    private static ExperimentPlan Plan(string sweep)
    {
        using var folder = new ConfigurationFolder();
        folder.Write("experiment.yaml", $"{ConfigurationFolder.Experiment}\nsweep: {{ {sweep} }}");
        return folder.Read("rules=[consensus]");
    }

    private static SensitivityEstimates Table(ExperimentPlan plan, Func<double[], double> output)
    {
        var arms = plan.Arms.ToArray();
        return SensitivityAnalysis.Table(plan, "output", arms, [.. arms.Select(arm => output([.. arm.Parameters.Select((value, index) => plan.Sweep.Ranges[index].ShareOf(value.Number!.Value))]))]);
    }
}
