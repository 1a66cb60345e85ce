using CsCheck;
using VotingSim.Rules;

namespace VotingSim.Core.Tests.Rules;

public class CoalitionTests
{
    private static readonly Gen<HashSet<int>> Sets = Gen.OneOf(Gen.Int[0, 63].Array[0, 5], Gen.Int[0, 63].Array[0, 150], Gen.Const(Enumerable.Range(0, 64).ToArray())).Select(seats => seats.ToHashSet());

    [Fact]
    public void A_coalition_is_a_set_of_seats() => Gen.Select(Sets, Sets).Sample((first, second) =>
    {
        var (a, b) = (Of(first), Of(second));

        Seats(a).ShouldBe(first.Order());
        a.Count.ShouldBe(first.Count);
        a.IsEmpty.ShouldBe(first.Count == 0);
        a.Includes(b).ShouldBe(first.IsSupersetOf(second));
        (a == b).ShouldBe(first.SetEquals(second));
        Seats(a | b).ShouldBe(first.Union(second).Order());
        Seats(a & b).ShouldBe(first.Intersect(second).Order());
        Seats(a - b).ShouldBe(first.Except(second).Order());
        (a | b).Includes(a).ShouldBeTrue();
    });

    [Fact]
    public void All_of_a_table_are_its_seats_up_to_64()
    {
        for (var size = 0; size <= 64; size++)
        {
            Seats(Coalition.AllOf(size)).ShouldBe(Enumerable.Range(0, size));
        }

        Coalition.Empty.ShouldBe(Coalition.AllOf(0));
    }

    private static Coalition Of(IEnumerable<int> seats) => seats.Aggregate(Coalition.Empty, (coalition, seat) => coalition | Coalition.Of(seat));

    private static IEnumerable<int> Seats(Coalition coalition) => Enumerable.Range(0, 64).Where(coalition.Contains);
}
