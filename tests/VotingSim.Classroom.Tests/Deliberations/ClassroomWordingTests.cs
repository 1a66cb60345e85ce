using VotingSim.Classroom.Deliberations;
using VotingSim.Deliberation;
using VotingSim.Experiments.Store;
using VotingSim.Members;
using VotingSim.Rules;

namespace VotingSim.Classroom.Tests.Deliberations;

/// <summary>How numbers, days and words are written for people.</summary>
public class ClassroomWordingTests
{
    [Theory]
    [InlineData(0, "0")]
    [InlineData(0.004, "0.4")]
    [InlineData(0.5, "50")]
    [InlineData(0.994, "99.4")]
    [InlineData(1, "100")]
    public void The_last_per_cent_at_either_end_has_a_tenth(double share, string expected) =>
        ClassroomWording.Percent(share).ShouldBe($"{expected}\u00A0%");

    [Fact]
    public void What_is_no_number_is_a_dash()
    {
        ClassroomWording.Percent(double.NaN).ShouldBe("–");
        ClassroomWording.ExactPercent(double.NaN).ShouldBe("–");
        ClassroomWording.ExactPercent(0.1).ShouldBe("10.0\u00A0%");
        ClassroomWording.Seconds(null).ShouldBe(" s");
    }

    [Fact]
    public void Numbers_have_as_many_digits_as_their_audience_can_use()
    {
        ClassroomWording.Scale(49.6).ShouldBe("50");
        ClassroomWording.Exact(49.64).ShouldBe("49.6");
        ClassroomWording.Utility(-0.126).ShouldBe("−0.13");
        ClassroomWording.Urgency(0.01249).ShouldBe("0.012");
        ClassroomWording.Influence(1.1).ShouldBe("1.1");
        ClassroomWording.Influence(1.25).ShouldBe("1.25");
        ClassroomWording.Day(180).ShouldBe("180");
        ClassroomWording.Day(3.5).ShouldBe("3.5");
        ClassroomWording.Seconds(12.34).ShouldBe("12.3 s");
        ClassroomWording.Large(1234567).ShouldBe("1,234,567");
        ClassroomWording.WeightShare(1, 3).ShouldBe("33.3 %");
    }

    [Theory]
    [InlineData(7, "7")]
    [InlineData(9999.5, "9999.5")]
    [InlineData(17638, "18 k")]
    [InlineData(17638801, "17.6 m")]
    [InlineData(2834879310, "2.8 bn")]
    public void Weights_are_as_short_as_is_exact_enough_to_read(double weight, string expected) =>
        ClassroomWording.Weight((decimal)weight).ShouldBe(expected);

    [Fact]
    public void Days_have_dates_where_the_first_has_one()
    {
        ClassroomWording.Date(new(2021, 2, 1), 28).ShouldBe("1 March 2021");
        ClassroomWording.Moment(new(2026, 3, 2, 9, 5, 59, TimeSpan.Zero)).ShouldBe("2 March 2026, 09:05 UTC");
    }

    [Theory]
    [InlineData(Ballot.Support, "support", "supports", "supported", 'S')]
    [InlineData(Ballot.Abstention, "abstain", "abstains", "abstained", 'A')]
    [InlineData(Ballot.Objection, "object", "objects", "objected", 'O')]
    public void A_ballot_is_a_verb_and_a_letter(Ballot ballot, string infinitive, string verb, string past, char letter)
    {
        (ClassroomWording.Infinitive(ballot), ClassroomWording.Verb(ballot), ClassroomWording.Past(ballot)).ShouldBe((infinitive, verb, past));
        BallotLetter.Of(ballot).ShouldBe(letter);
        BallotLetter.Read(letter).ShouldBe(ballot);
        BallotLetter.Read(char.ToLowerInvariant(letter)).ShouldBeNull();
    }

    [Fact]
    public void A_coalition_is_its_codes_in_seat_order()
    {
        var roster = Roster.Of(Member("KHM"), Member("LAO"), Member("MMR"));
        ClassroomWording.Codes(roster, Coalition.Empty).ShouldBe("nobody");
        ClassroomWording.Codes(roster, Coalition.Of(1)).ShouldBe("LAO");
        ClassroomWording.Codes(roster, Coalition.Of(2) | Coalition.Of(1)).ShouldBe("LAO and MMR");
        ClassroomWording.AnyOf(roster, Coalition.AllOf(3)).ShouldBe("KHM, LAO or MMR");

        static MemberState Member(string code) => new() { Code = code, Name = code };
    }

    [Fact]
    public void A_name_becomes_words() => ClassroomWording.Capital(ClassroomWording.Words("code-of-conduct")).ShouldBe("Code of conduct");
}
