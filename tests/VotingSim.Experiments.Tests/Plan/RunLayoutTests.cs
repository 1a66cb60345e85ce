using VotingSim.Experiments.Plan;

namespace VotingSim.Experiments.Tests.Plan;

public class RunLayoutTests
{
    [Theory]
    [InlineData(1, 1)] // all six arms in one
    [InlineData(4096, 1)]
    [InlineData(4097, 6)]
    [InlineData(RunPart.Rows, 6)]
    [InlineData(RunPart.Rows + 1, 12)]
    public void Arms_of_few_replications_share_parts_and_no_part_has_more_rows_than_it_may(long replications, int parts)
    {
        var layout = RunLayout.Of(RunFixture.Plan(replications));

        layout.Parts.Length.ShouldBe(parts);
        layout.Parts.ShouldAllBe(part => part.Count <= RunPart.Rows);
        layout.Parts.Select(part => part.FileName).ShouldBe(layout.Parts.Select(part => part.FileName).Order(StringComparer.Ordinal));
        layout.Parts.Select(part => part.FileName).Distinct().Count().ShouldBe(parts);
    }

    [Fact]
    public void Rows_are_in_order_of_arm_then_replication_and_rules_that_are_compared_are_not_parted()
    {
        var few = RunFixture.Plan(replications: 3000);
        var many = few with { Arms = [.. Enumerable.Range(0, 40).SelectMany(point => few.Arms.Take(3).Select(arm => arm with { Index = (3 * point) + arm.Index, Baseline = 3 * point, Id = $"{arm.Id}-{point}" }))] };
        var layout = RunLayout.Of(many);

        layout.Parts.SelectMany(part => part.Slices).Select(slice => (slice.Arm.Index, slice.First, slice.Count)).ShouldBe(Enumerable.Range(0, 120).Select(arm => (arm, 0L, 3000)));
        layout.Parts.Take(layout.Parts.Length - 1).ShouldAllBe(part => part.Slices.Length == 21); // 21 times 3,000 rows fit, and 21 is three rules at seven points
        foreach (var arm in many.Arms)
        {
            var (part, offset) = layout.PlaceOf(arm, 0);
            part.Slices[offset / 3000].ShouldBe(layout.SliceOf(arm, 0));
            layout.SlicesOf(arm).ShouldHaveSingleItem().Arm.ShouldBe(arm);
            layout.PlaceOf(many.Arms[arm.Baseline], 0).Part.ShouldBeSameAs(part);
        }
    }

    [Fact]
    public void Where_a_run_may_end_early_every_arm_has_files_of_its_own()
    {
        var layout = RunLayout.Of(RunFixture.Plan(replications: 3000) with { Until = new("rmst-days", 1) });

        layout.Parts.ShouldAllBe(part => part.Slices.Length == 1);
        layout.Parts.Length.ShouldBe(6 * 3);
    }
}
