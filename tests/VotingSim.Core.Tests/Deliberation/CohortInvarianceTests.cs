using VotingSim.Deliberation;
using VotingSim.Worlds;

namespace VotingSim.Core.Tests.Deliberation;

/// <summary>Replications do not know in which company they are worked through.</summary>
public class CohortInvarianceTests
{
    public static TheoryData<int> Indices() => [.. Enumerable.Range(0, 60)];

    [Theory]
    [MemberData(nameof(Indices))]
    public void The_cohort_size_does_not_change_a_bit(int index)
    {
        var terms = new AnyWorld(index).Terms();
        foreach (var uncertainty in new[] { null, ManyUncertain() })
        {
            var uncertain = terms with { Uncertainty = uncertainty };
            var together = DeliberationLoop.HoldAll(uncertain, 150, 150);
            var expected = DeliberationLoop.Bits(together);

            DeliberationLoop.Bits(DeliberationLoop.HoldAll(uncertain, 150, 1)).ShouldBe(expected);
            var parts = DeliberationLoop.HoldAll(uncertain, 150, 37);
            DeliberationLoop.Bits(parts).ShouldBe(expected);
            for (var column = 0; column < together[0].Parameters.Length; column++)
            {
                parts.SelectMany(part => part.Parameters[column]).ShouldBe(together[0].Parameters[column]);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Indices))]
    public void The_endings_of_a_row_agree_with_its_days_and_ballots(int index)
    {
        var terms = new AnyWorld(index).Terms();
        var (calendar, horizon) = (terms.Settings.Calendar, terms.Settings.HorizonDays);
        var result = DeliberationLoop.Hold(terms, 200);
        for (var slot = 0; slot < 200; slot++)
        {
            var (wait, rounds) = (result.WaitDays[slot], result.Rounds[slot]);
            if (result.Decided[slot])
            {
                result.Days[slot].ShouldBe(wait + calendar.DayOf(rounds - 1));
                result.Days[slot].ShouldBeLessThanOrEqualTo(horizon);
                result.Endings[slot].ShouldBe(result.Objectors[slot] == 0 ? Ending.Consent : Ending.Vote);
            }
            else
            {
                result.Days[slot].ShouldBe(horizon);
                result.Outcome.Select(issue => issue[slot]).ShouldBe(terms.Crisis.Issues.Select(issue => issue.StatusQuo));
                (wait + calendar.DayOf(rounds) > horizon).ShouldBeTrue();
                result.Endings[slot].ToString().ShouldBe(terms.Crisis.AtHorizon.ToString());
            }

            double.IsNaN(result.Content[slot]).ShouldBe(rounds == 0);
            double.IsNaN(result.AgreementIndex[slot]).ShouldBe(rounds == 0);
        }
    }

    private static WorldUncertainty ManyUncertain() => new()
    {
        PerDraw = 2,
        Parameters =
        [
            new() { Name = "deliberation.ballot-noise", Parameter = WorldParameter.BallotNoise, Prior = new Prior.LogUniform(0.01, 0.12), Lowest = 0, Highest = 100 },
            new() { Name = "members.holdout", Parameter = WorldParameter.Holdout, Prior = new Prior.LogNormal(1, 0.3), Scales = true, Lowest = 0, Highest = 1 },
            new() { Name = "members.M1.influence", Parameter = WorldParameter.Influence, Seat = 1, Prior = new Prior.Normal(1, 0.3), Lowest = 0.01, Highest = 100 },
            new() { Name = "urgency.initial", Parameter = WorldParameter.UrgencyInitial, Prior = new Prior.LogUniform(0.3, 3), Scales = true, Lowest = 0, Highest = 1e6 },
            new() { Name = "deliberation.patience-days", Parameter = WorldParameter.PatienceDays, Prior = new Prior.Triangular(0, 60, 240), Lowest = 0, Highest = 1e9 },
            new() { Name = "deliberation.position-noise", Parameter = WorldParameter.PositionNoise, Prior = new Prior.Uniform(0, 10), Lowest = 0, Highest = 100 },
        ],
    };
}
