using System.Collections.Immutable;
using CsCheck;
using VotingSim.Deliberation;
using VotingSim.Rules;

namespace VotingSim.Core.Tests.Deliberation;

/// <summary>The ballots of session r are cast on day F + r L after the opening; here F = L.</summary>
public class RuleTimetableTests
{
    private static readonly Tally OneObjects = new(new(0b011), new(0b100));
    private static readonly Tally TwoObject = new(new(0b001), new(0b110));

    [Fact]
    public void Each_round_has_the_rule_of_the_day_on_which_its_ballots_are_cast()
    {
        var timetable = new RuleTimetable(Terms(new Sequence(new Consensus(), 30, new Sequence(new ConsensusMinus(1), 45, new ConsensusMinus(2))), "security"));

        // Days 10, 20, 30 | 40 | 50, ..., 100: the horizon of 105 days has room for ten sessions.
        for (var round = 0; round < 10; round++)
        {
            timetable.InRound(round).Adopts(OneObjects).ShouldBe(round >= 3);
            timetable.InRound(round).Adopts(TwoObject).ShouldBe(round >= 4);
        }

        timetable.Rounds.ShouldBe(10);
        Should.Throw<IndexOutOfRangeException>(() => timetable.InRound(10));
    }

    [Fact]
    public void Members_look_as_far_ahead_as_their_foresight_reaches()
    {
        var timetable = new RuleTimetable(Terms(new Sequence(new Consensus(), 30, new Sequence(new ConsensusMinus(1), 45, new ConsensusMinus(2))), "security"));

        for (var round = 0; round < 10; round++)
        {
            var day = (10 * (round + 1)) + 20;
            timetable.AheadOf(round).Adopts(OneObjects).ShouldBe(day > 30);
            timetable.AheadOf(round).Adopts(TwoObject).ShouldBe(day > 45);
        }
    }

    [Fact]
    public void A_rule_is_seated_once_for_all_rounds_that_it_governs()
    {
        var timetable = new RuleTimetable(Terms(new Sequence(new Consensus(), 30, new ConsensusMinus(1)), "security"));

        Enumerable.Range(0, 10).Select(timetable.InRound).Distinct().Count().ShouldBe(2);
    }

    [Theory]
    [InlineData("security", false, false)]
    [InlineData("economic", true, false)]
    [InlineData("health", true, true)]
    public void The_crisis_decides_the_category(string category, bool oneMayObject, bool twoMayObject)
    {
        var rules = ImmutableSortedDictionary<string, DecisionRule>.Empty.Add("security", new Consensus()).Add("economic", new ConsensusMinus(1));
        var rule = new RuleTimetable(Terms(new ByCategory(rules, new ConsensusMinus(2)), category)).InRound(0);

        rule.Adopts(OneObjects).ShouldBe(oneMayObject);
        rule.Adopts(TwoObject).ShouldBe(twoMayObject);
    }

    [Fact]
    public void Stages_inside_combinations_and_categories_are_kept_too() => Gen.Select(Gen.Int[0, 110], Gen.Int[0, 110], Gen.Int[0, 2]).Sample((first, second, form) =>
    {
        var staged = new Sequence(new Consensus(), first, new Sequence(new ConsensusMinus(1), second, new ConsensusMinus(2)));
        DecisionRule rule = form switch
        {
            0 => new AllOf([new ConsensusMinus(3), staged]),
            1 => new Veto(["X"], new AnyOf([new Unanimity(), staged])),
            _ => new ByCategory(ImmutableSortedDictionary<string, DecisionRule>.Empty.Add("security", staged), new Unanimity()),
        };
        var timetable = new RuleTimetable(Terms(rule, "security"));

        for (var round = 0; round < 10; round++)
        {
            var day = 10 * (round + 1);
            timetable.InRound(round).Adopts(OneObjects).ShouldBe(day > first);
            timetable.InRound(round).Adopts(TwoObject).ShouldBe(day > first && day > second);
        }
    });

    private static DeliberationTerms Terms(DecisionRule rule, string category) => new()
    {
        Roster = Some.Roster("A", "B", "C"),
        Crisis = new()
        {
            Name = "crisis",
            Category = category,
            Issues = [new() { Name = "issue", Low = "low", High = "high", StatusQuo = 0 }],
            Stances = [.. Enumerable.Repeat(new VotingSim.Crises.Stance { Position = [50], Salience = [50], Exposure = 0.5 }, 3)],
        },
        Rule = rule,
        Settings = new() { Calendar = new() { FirstRoundDay = 10, RoundDays = 10 }, HorizonDays = 105, ForesightDays = 20 },
        Seed = 1,
    };
}
