using CsCheck;
using VotingSim.Measures;

namespace VotingSim.Core.Tests.Measures;

public class CohesionTests
{
    // Hix, Noury & Roland (2005): 1 if all vote together, 0 if they are equally divided between the three options.
    // An even split between two options is a quarter of the way: (15 - 15/2) / 30.
    [Theory]
    [InlineData(30, 0, 0, 1)]
    [InlineData(0, 30, 0, 1)]
    [InlineData(0, 0, 30, 1)]
    [InlineData(10, 10, 10, 0)]
    [InlineData(15, 15, 0, 0.25)]
    [InlineData(15, 0, 15, 0.25)]
    [InlineData(20, 5, 5, 0.5)]
    [InlineData(8, 1, 1, 0.7)]
    public void The_agreement_index_is_the_published_one(int yes, int no, int abstain, double expected) => Cohesion.AgreementIndex(yes, no, abstain).ShouldBe(expected, 1e-15);

    // Rice (1928): the difference between the shares of yes and no; abstentions do not enter. 90 to 10 is 0.8.
    [Theory]
    [InlineData(10, 0, 1)]
    [InlineData(0, 10, 1)]
    [InlineData(5, 5, 0)]
    [InlineData(90, 10, 0.8)]
    [InlineData(3, 1, 0.5)]
    public void The_Rice_index_is_the_published_one(int yes, int no, double expected) => Cohesion.RiceIndex(yes, no).ShouldBe(expected, 1e-15);

    /// <summary>The agreement index is the share of the largest group, rescaled from 1/3..1 to 0..1.</summary>
    [Fact]
    public void The_agreement_index_is_the_rescaled_share_of_the_largest_group_whoever_that_is() => Gen.Select(Gen.Int[0, 64], Gen.Int[0, 64], Gen.Int[1, 64]).Sample((a, b, c) =>
    {
        var largest = (decimal)new[] { a, b, c }.Max() / (a + b + c);
        foreach (var index in new[] { Cohesion.AgreementIndex(a, b, c), Cohesion.AgreementIndex(c, a, b), Cohesion.AgreementIndex(b, c, a) })
        {
            index.ShouldBe((double)(((3 * largest) - 1) / 2), 1e-15);
            index.ShouldBeInRange(0, 1);
        }
    });

    /// <summary>Without abstentions 1 - A = 3/4 (1 - Rice): of the smaller side's share s, 1 - A is 3s/2 and 1 - Rice is 2s.</summary>
    [Fact]
    public void Without_abstentions_the_two_indices_rank_roll_calls_alike() => Gen.Select(Gen.Int[0, 64], Gen.Int[1, 64]).Sample((yes, no) =>
    {
        var rice = Cohesion.RiceIndex(yes, no);
        rice.ShouldBeInRange(0, 1);
        rice.ShouldBe(Cohesion.RiceIndex(no, yes));
        (1 - Cohesion.AgreementIndex(yes, no, 0)).ShouldBe(0.75 * (1 - rice), 1e-15);
    });

    [Fact]
    public void Without_ballots_there_is_no_index()
    {
        Cohesion.AgreementIndex(0, 0, 0).ShouldBe(double.NaN);
        Cohesion.RiceIndex(0, 0).ShouldBe(double.NaN);
    }
}
