using CsCheck;
using VotingSim.Evidence.Baselines;
using VotingSim.Rules;

namespace VotingSim.Evidence.Tests.Baselines;

/// <summary>Baselines against plain readings of what they are, on whole positions at random.</summary>
public class PlainBaselinesTests
{
    private static readonly Gen<(double[] Positions, int Needed, double StatusQuo)> Tables =
        from positions in Gen.Int[0, 100].Select(position => (double)position).Array[2, 9]
        from needed in Gen.Int[1, positions.Length]
        from statusQuo in Gen.Int[0, 100]
        select (positions, needed, (double)statusQuo);

    [Fact]
    public void The_agenda_setter_is_whom_a_walk_over_all_texts_finds() => Tables.Sample(
        table =>
        {
            var (positions, needed, statusQuo) = table;
            var expected = positions.Select(wish => Enumerable.Range(0, 101).Select(text => (double)text)
                .Where(text => positions.Count(position => Math.Abs(text - position) <= Math.Abs(statusQuo - position)) >= needed)
                .OrderBy(text => Math.Abs(text - wish)).ThenBy(text => Math.Abs(text - statusQuo)).First());

            var said = new AgendaSetter().Of(Case(table), []).Outcome[0];

            said.Values.ShouldBe(expected.Order(), tolerance: 1e-9);
        },
        iter: 400);

    [Fact]
    public void The_most_reluctant_is_the_last_of_those_needed_in_order_of_willingness() => Tables.Sample(
        table =>
        {
            var (positions, needed, statusQuo) = table;
            var up = positions.Average() > statusQuo;
            var last = up ? positions.OrderDescending().ElementAt(needed - 1) : positions.Order().ElementAt(needed - 1);
            var expected = positions.Average() == statusQuo ? statusQuo : up ? Math.Max(statusQuo, last) : Math.Min(statusQuo, last);

            new MostReluctant().Of(Case(table), []).Outcome[0].Mean.ShouldBe(expected);
        },
        iter: 400);

    [Fact]
    public void No_text_has_a_greater_product_of_gains_than_the_bargain() => Tables.Sample(
        table =>
        {
            var (positions, _, statusQuo) = table;
            var bargain = new NashBargaining().Of(Case(table), []).Outcome[0].Mean;
            var greatest = Enumerable.Range(0, 1001).Max(step => SumOfLogs(step / 10.0));

            SumOfLogs(bargain).ShouldBe(greatest, 1e-9);

            double SumOfLogs(double text) =>
                positions.Sum(position => Math.Log(Math.Max(1, Math.Abs(statusQuo - position) - Math.Abs(text - position))));
        },
        iter: 200);

    [Fact]
    public void The_median_has_as_many_members_above_as_below() => Tables.Sample(
        table =>
        {
            var median = new MedianMember().Of(Case(table), []).Outcome[0].Mean;
            var sorted = table.Positions.Order().ToArray();

            median.ShouldBe((sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2);
        },
        iter: 400);

    private static VotingSim.Configuration.Cases.Case Case((double[] Positions, int Needed, double StatusQuo) table) =>
        SomeCase.Of(table.Positions, table.StatusQuo, rule: new Criterion { Quota = Quota.AtLeastCount(table.Needed) });
}
