using System.Text.Json;
using VotingSim.Analysis.Data;
using VotingSim.Analysis.Data.Documents;
using VotingSim.Configuration;
using VotingSim.Statistics.Survival;

namespace VotingSim.Analysis.Tests.Data;

public sealed class SurvivalDataTests : IDisposable
{
    private static readonly SurvivalColumns Columns = new() { Time = "days", Event = "decided", Group = "rule" };

    private readonly string _path = Path.GetTempFileName();

    public void Dispose() => File.Delete(_path);

    [Fact]
    public void Rows_are_counted_by_group_in_the_order_of_the_file()
    {
        var data = Read("rule,days,decided\nqmv,14,true\nconsensus,28,FALSE\nqmv,14,1\nconsensus,0,0\n");

        data.Groups.Select(group => group.Name).ShouldBe(["qmv", "consensus"]);
        data.Groups[0].Durations.ByTime.ShouldBe([new(14, 2, 0, 2)]);
        data.Groups[1].Durations.ByTime.ShouldBe([new(0, 0, 1, 2), new(28, 0, 1, 1)]);
    }

    [Fact]
    public void Every_bad_cell_is_reported_with_its_place()
    {
        var problems = Problems("days,decided,rule\n-3,1,a\nsoon,1,a\n3,maybe,\n4,1,a\n5,3,a\n");

        problems.Select(problem => $"{problem.Line}:{problem.Column}: {problem.Message}").ShouldBe(
        [
            "2:1: days: '-3' is negative; expected a time of 0 or more",
            "3:1: days: 'soon' is not a finite number; expected a time of 0 or more",
            "4:3: decided: 'maybe' is no event code; expected 1, true or yes (it happened), or 0, false or no (censored); other codes with --event-codes",
            "4:9: rule: this cell is empty; expected the name of a group",
            "6:3: decided: '3' is no event code; expected 1, true or yes (it happened), or 0, false or no (censored); other codes with --event-codes",
        ]);
    }

    [Theory]
    [InlineData("days,decided,rule\n", "no rows")]
    [InlineData("day,decide,rul\n3,1,a\n", "did you mean 'day'")]
    public void A_table_that_tells_nothing_is_refused(string text, string expected) => Problems(text)[0].Message.ShouldContain(expected);

    [Fact]
    public void A_column_with_a_value_per_row_is_no_group()
    {
        var problem = Problems("days,decided,rule\n" + string.Concat(Enumerable.Range(0, SurvivalData.MostGroups + 100).Select(i => $"3,1,{i}\n"))).ShouldHaveSingleItem();
        (problem.Line, problem.Column).ShouldBe((SurvivalData.MostGroups + 2, 5));
    }

    [Fact]
    public void Distinct_times_beyond_bounds_are_refused_with_the_remedy()
    {
        File.WriteAllLines(_path, Enumerable.Range(0, SurvivalData.MostDistinctTimes + 10).Select(i => $"{i},1,a").Prepend("days,decided,rule"));
        Should.Throw<ConfigurationException>(() => SurvivalData.Read(_path, Columns)).Problems.ShouldHaveSingleItem().Message.ShouldContain("round them");
    }

    [Fact]
    public void Memory_does_not_grow_with_the_number_of_rows()
    {
        var small = Allocated(10_000);
        Allocated(1_000_000).ShouldBeLessThan(small + 1_000_000, "less than a byte per row");

        long Allocated(int rows)
        {
            File.WriteAllLines(_path, Enumerable.Range(0, rows).Select(i => $"{14 * (i % 53)},{(i % 7 == 0 ? 0 : 1)},{(i % 2 == 0 ? "consensus" : "qmv")}").Prepend("days,decided,rule"));
            var before = GC.GetAllocatedBytesForCurrentThread();
            SurvivalData.Read(_path, Columns).Groups.Sum(group => group.Durations.Total).ShouldBe(rows);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }

    [Theory]
    [InlineData(20.5, "beyond the last observation of group 'b'")]
    [InlineData(0, "no horizon")]
    [InlineData(double.NaN, "no horizon")]
    public void A_horizon_beyond_the_observation_is_refused(double horizon, string expected)
    {
        var data = Read("days,decided,rule\n14,1,a\n40,0,a\n14,1,b\n20,0,b\n");
        Should.Throw<ConfigurationException>(() => SurvivalAnalysis.Of(data, horizon, Ties.Efron)).Problems.ShouldHaveSingleItem().Message.ShouldContain(expected);
        SurvivalAnalysis.Of(data, null, Ties.Efron).Horizon.ShouldBe(20);
    }

    [Fact]
    public void Groups_that_differ_beyond_measure_are_a_valid_document_with_nulls()
    {
        var analysis = SurvivalAnalysis.Of(Read("days,decided,rule\n14,1,a\n40,1,a\n14,0,b\n50,0,b\n"), null, Ties.Breslow);
        using var stream = new MemoryStream();
        SurvivalJson.Write(analysis, stream);

        using var json = JsonDocument.Parse(stream.ToArray());
        var cox = json.RootElement.GetProperty("cox");
        cox.GetProperty("ties").GetString().ShouldBe("breslow");
        cox.GetProperty("status").GetString().ShouldBe("infinite");
        cox.GetProperty("coefficients")[0].GetProperty("hazard_ratio").GetProperty("value").GetDouble().ShouldBe(0);
        cox.GetProperty("coefficients")[0].GetProperty("hazard_ratio").GetProperty("high").ValueKind.ShouldBe(JsonValueKind.Null);
        json.RootElement.GetProperty("groups")[1].GetProperty("median").GetProperty("value").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    private SurvivalData Read(string text)
    {
        File.WriteAllText(_path, text);
        return SurvivalData.Read(_path, Columns);
    }

    private IReadOnlyList<Problem> Problems(string text) => Should.Throw<ConfigurationException>(() => Read(text)).Problems;
}
