using VotingSim.Members;

namespace VotingSim.Core.Tests.Members;

public class RosterTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(11)]
    [InlineData(64)]
    public void A_roster_seats_its_members_in_order_and_everybody_listens_to_everybody_alike(int size)
    {
        var members = Members(size);

        var roster = Roster.Of(members);

        roster.Size.ShouldBe(size);
        roster.Members.ShouldBe(members);
        roster.Affinity.Length.ShouldBe(size * size);
        roster.Affinity.ShouldAllBe(affinity => affinity == 1);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(65)]
    public void A_roster_of_nobody_or_of_more_than_64_is_refused(int size) =>
        Should.Throw<ArgumentException>(() => Roster.Of(Members(size))).Message.ShouldContain($"1 to 64 members, not {size}");

    [Fact]
    public void A_member_that_sits_twice_is_named() =>
        Should.Throw<ArgumentException>(() => Roster.Of([.. Members(3), Some.Member("M01")])).Message.ShouldContain("M01 sits twice");

    [Fact]
    public void Affinity_is_read_by_listener_and_then_by_speaker()
    {
        var roster = Roster.Of(Members(2)) with { Affinity = [1, 0.25, 0.75, 1] };

        roster.AffinityOf(0, 1).ShouldBe(0.25);
        roster.AffinityOf(1, 0).ShouldBe(0.75);
    }

    private static MemberState[] Members(int size) => [.. Enumerable.Range(0, size).Select(seat => Some.Member(Some.Code(seat)))];
}
