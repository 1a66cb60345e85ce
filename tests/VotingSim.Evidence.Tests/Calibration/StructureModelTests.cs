using VotingSim.Configuration;
using VotingSim.Configuration.Cases;
using VotingSim.Evidence.Calibration;
using VotingSim.Experiments.Running;
using VotingSim.Evidence.Cases;

namespace VotingSim.Evidence.Tests.Calibration;

public class StructureModelTests(SiloFixture silo)
{
    private static readonly string[] Names = ["wait", "calendar", "urgency", "patience", "equal", "both"];

    [Fact]
    public void Six_structures_ship_that_fit_the_shipped_cases_and_have_few_free_parameters()
    {
        var plan = new CalibrationPlan(CaseReader.Read(["asean"]), StructureReader.Read(Names), new());

        plan.Models.Select(model => (model.Structure.Name, model.Free.Length)).ShouldBe(
            [("wait", 5), ("calendar", 5), ("urgency", 10), ("patience", 10), ("equal", 10), ("both", 10)]);
        plan.Models.Select(model => model.Structure.Title).ShouldAllBe(title => title.Length > 20);
        plan.Cases.Length.ShouldBe(19);
        plan.Clusters.Length.ShouldBe(19);
        var (equal, both) = (plan.Models[4], plan.Models[5]);
        both.Free.ShouldBe(equal.Free);
    }

    [Fact]
    public void More_than_ten_free_parameters_are_refused()
    {
        var refused = Should.Throw<ConfigurationException>(() =>
            new CalibrationPlan(CaseReader.Read(["asean"]), StructureReader.Read(["asean"]), new()));

        refused.Problems.ShouldHaveSingleItem().Message.ShouldContain("parameters are free in it; expected at most 10");
    }

    [Fact]
    public void A_rule_that_there_is_not_is_refused_before_anything_is_deliberated()
    {
        var refused = Should.Throw<ConfigurationException>(() =>
            new CalibrationPlan(CaseReader.Read(["asean"]), StructureReader.Read(["wait"]), new() { Against = "asean-qvm" }));

        refused.Problems[0].Message.ShouldContain("did you mean 'asean-qmv'?");
    }

    [Fact]
    public async Task Draw_d_of_the_parameters_is_row_d_in_every_case()
    {
        var cases = CaseReader.Read(["asean"]);
        var plan = new CalibrationPlan(cases, StructureReader.Read(["urgency"]), new());
        var model = plan.Models[0];
        double[][] rows = [model.Row(new double[10]), model.Row([.. Enumerable.Repeat(1.0, 10)]), model.Row([.. Enumerable.Repeat(-1.0, 10)])];
        rows[0][^1].ShouldBe(0); // held: no wait
        rows[0][0].ShouldBe(1, 1e-12); // the middle of a log-uniform prior from a tenth to ten

        foreach (var index in (int[])[0, 5])
        {
            var came = await silo.DeliberateAsync(model.Terms(index, rows, perDraw: 4, seed: 9), 14, cohortSize: 5);
            var drawn = came.SelectMany(cohort => Enumerable.Range(0, cohort.Cohort.Count).Select(at => cohort.Parameters.Select(column => column[at]).ToArray())).ToArray();
            string[] names = [.. model.Terms(index, rows, 4, 9).Uncertainty!.Parameters.Select(parameter => parameter.Name)];
            for (var replication = 0; replication < drawn.Length; replication++)
            {
                var row = rows[replication / 4 % 3];
                foreach (var (column, name) in model.Columns.Index())
                {
                    drawn[replication][Array.IndexOf(names, name)].ShouldBe(row[column]);
                }
            }

            came.SelectMany(cohort => cohort.WaitDays).ShouldAllBe(wait => wait == 0);
        }
    }

    [Fact]
    public async Task Cases_have_the_same_parameters_and_each_its_own_luck()
    {
        var cases = CaseReader.Read(["asean"]);
        var plan = new CalibrationPlan([.. cases.Take(2)], StructureReader.Read(["wait"]), new());
        var likelihoods = new RecordLikelihoods(new CaseDeliberations(new TablesHere(silo.Grains)), plan.Cases, 50, seed: 1);
        double[][] places = [[0, 0, 0, 0, 0], [0, 0, 0, 0, 0], [-2, -2, -2, 0, 0]];

        var logs = await likelihoods.AtAsync(plan.Models[0], 0, places, null, TestContext.Current.CancellationToken);
        var again = await likelihoods.AtAsync(plan.Models[0], 0, places, null, TestContext.Current.CancellationToken);

        again.SelectMany(row => row).ShouldBe(logs.SelectMany(row => row));
        logs[0].ShouldNotBe(logs[1]); // the same parameters, other worlds
        RecordLikelihoods.LuckOf(1, 0, 0).ShouldNotBe(RecordLikelihoods.LuckOf(1, 0, 1));
    }
}
