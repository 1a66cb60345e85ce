namespace VotingSim.Configuration.Tests;

public sealed class NearestTests
{
    // Counted by hand; "ca" to "abc" is 3 where no pair is edited twice (2 in the unrestricted distance).
    [Theory]
    [InlineData("", "", 0)]
    [InlineData("", "abc", 3)]
    [InlineData("kitten", "sitting", 3)]
    [InlineData("qouta", "quota", 1)]
    [InlineData("ca", "abc", 3)]
    [InlineData("Ballot", "ballot", 0)]
    public void Distance_counts_slips(string one, string other, int slips)
    {
        Nearest.Distance(one, other).ShouldBe(slips);
        Nearest.Distance(other, one).ShouldBe(slips);
    }

    [Fact]
    public void A_word_far_from_all_has_no_nearest() => Nearest.To("chair", ["drafting", "text", "confidence"]).ShouldBeNull();
}
