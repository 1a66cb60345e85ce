using System.Collections.Immutable;
using VotingSim.Crises;
using VotingSim.Deliberation;
using VotingSim.Members;
using VotingSim.Worlds;

namespace VotingSim.Core.Tests.Deliberation;

/// <summary>A parameter is a column where it is uncertain and a number where it is not; nothing else differs.</summary>
public class UncertainQuantityTests
{
    // Those of campaigns no single deliberation reads: CampaignAgreementTests.
    public static TheoryData<WorldParameter> Parameters() => [.. Enum.GetValues<WorldParameter>().Where(parameter => parameter < WorldParameter.MemoryOutvoted)];

    // Drawn from an interval without width, it is the number that stands in the configuration of the other.
    [Theory]
    [MemberData(nameof(Parameters))]
    public void A_parameter_that_is_drawn_without_doubt_gives_the_bytes_of_one_that_is_configured(WorldParameter parameter)
    {
        for (var index = 0; index < 40; index++)
        {
            var terms = new AnyWorld(index).Terms();
            var value = ValueOf(parameter, index);
            var drawn = terms with
            {
                Uncertainty = new()
                {
                    Parameters = [new() { Name = "any", Parameter = parameter, Prior = new Prior.Uniform(value, value), Lowest = 0, Highest = 1e9 }],
                },
            };

            DeliberationLoop.Bits([DeliberationLoop.Hold(drawn, 40)]).ShouldBe(DeliberationLoop.Bits([DeliberationLoop.Hold(With(terms, parameter, value), 40)]), $"world {index}");
        }
    }

    [Fact]
    public void A_factor_multiplies_what_is_configured_and_the_product_is_clamped()
    {
        var terms = new AnyWorld(3).Terms();
        var factor = terms with
        {
            Uncertainty = new()
            {
                Parameters =
                [
                    new() { Name = "a", Parameter = WorldParameter.Holdout, Prior = new Prior.Uniform(0.5, 0.5), Scales = true, Lowest = 0, Highest = 1 },
                    new() { Name = "b", Parameter = WorldParameter.Flexibility, Prior = new Prior.Uniform(1e9, 1e9), Scales = true, Lowest = 0, Highest = 1 },
                ],
            },
        };
        var configured = terms with
        {
            Roster = terms.Roster with
            {
                Members = [.. terms.Roster.Members.Select(member => member with { Holdout = member.Holdout * 0.5, Flexibility = member.Flexibility > 0 ? 1 : 0 })],
            },
        };

        var result = DeliberationLoop.Hold(factor, 40);

        DeliberationLoop.Bits([result]).ShouldBe(DeliberationLoop.Bits([DeliberationLoop.Hold(configured, 40)]));
        result.Parameters.Length.ShouldBe(2);
        result.Parameters[0].ShouldAllBe(value => value == 0.5);
        result.Parameters[1].ShouldAllBe(value => value == 1e9);
    }

    [Fact]
    public void Replications_share_a_draw_and_another_parameter_changes_no_draw()
    {
        UncertainParameter Of(string name, Prior prior) => new() { Name = name, Parameter = WorldParameter.BallotNoise, Prior = prior, Lowest = 0, Highest = 1 };
        var terms = new AnyWorld(5).Terms();
        var (one, other) = (Of("deliberation.ballot-noise", new Prior.Uniform(0, 1)), Of("members.holdout", new Prior.Normal(0, 1)));

        var alone = DeliberationLoop.Hold(terms with { Uncertainty = new() { Parameters = [one] } }, 60).Parameters[0];
        var inThrees = DeliberationLoop.Hold(terms with { Uncertainty = new() { PerDraw = 3, Parameters = [other, one] } }, 60).Parameters;

        alone.Distinct().Count().ShouldBe(60);
        for (var replication = 0; replication < 60; replication++)
        {
            inThrees[1][replication].ShouldBe(alone[replication / 3]);
            inThrees[0][replication].ShouldBe(inThrees[0][replication / 3 * 3]);
        }
    }

    [Fact]
    public void A_row_of_a_posterior_is_drawn_whole_and_in_proportion_to_its_weight()
    {
        var terms = new AnyWorld(5).Terms() with
        {
            Uncertainty = new()
            {
                Parameters =
                [
                    new() { Name = "x", Parameter = WorldParameter.BallotNoise, Lowest = 0, Highest = 1 },
                    new() { Name = "y", Parameter = WorldParameter.Holdout, Lowest = 0, Highest = 1 },
                ],
                Posterior = new() { Columns = ["y", "x"], Rows = [[0.9, 0.01], [0.1, 0.02], [0.2, 0.03]], Weights = [1, 0, 3] },
            },
        };

        var drawn = DeliberationLoop.Hold(terms, 4000).Parameters;

        drawn[0].Zip(drawn[1]).All(pair => pair == (0.01, 0.9) || pair == (0.03, 0.2)).ShouldBeTrue();
        // Binomial with 4000 draws: six standard deviations are 164.
        drawn[0].Count(value => value == 0.03).ShouldBeInRange(2836, 3164);
    }

    private static double ValueOf(WorldParameter parameter, int index) => parameter switch
    {
        WorldParameter.HeaviestVoice => 1.5,
        WorldParameter.PatienceDays or WorldParameter.AgendaMedianDays or WorldParameter.DispositionDays => index % 4 == 0 ? 0 : 47.3,
        WorldParameter.Confidence or WorldParameter.Position or WorldParameter.Salience or WorldParameter.StatusQuo or WorldParameter.PowerPosition => 38.1,
        WorldParameter.PositionNoise or WorldParameter.SalienceNoise => index % 4 == 0 ? 0 : 7.7,
        WorldParameter.Influence or WorldParameter.PowerInfluence => 1.3,
        _ => index % 4 == 0 ? 0 : 0.37,
    };

    private static DeliberationTerms With(DeliberationTerms terms, WorldParameter parameter, double value)
    {
        var (settings, urgency) = (terms.Settings, terms.Crisis.Urgency);
        ImmutableArray<double> AllOf(ImmutableArray<double> values) => [.. values.Select(_ => value)];
        return parameter switch
        {
            WorldParameter.PositionNoise => Set(settings with { PositionNoise = value }),
            WorldParameter.SalienceNoise => Set(settings with { SalienceNoise = value }),
            WorldParameter.BallotNoise => Set(settings with { BallotNoise = value }),
            WorldParameter.DispositionDays => Set(settings with { DispositionDays = value }),
            WorldParameter.ConsultationRate => Set(settings with { ConsultationRate = value }),
            WorldParameter.Confidence => Set(settings with { Confidence = value }),
            WorldParameter.ShadowOfTheVote => Set(settings with { ShadowOfTheVote = value }),
            WorldParameter.UrgencyResponse => Set(settings with { UrgencyResponse = value }),
            WorldParameter.Accommodation => Set(settings with { Accommodation = value }),
            WorldParameter.HeaviestVoice => Set(settings with { HeaviestVoice = value }),
            WorldParameter.ChairBias => Set(settings with { ChairBias = value }),
            WorldParameter.PatienceDays => Set(settings with { Calendar = settings.Calendar with { PatienceDays = value } }),
            WorldParameter.AgendaMedianDays => Set(settings with { Calendar = settings.Calendar with { Agenda = settings.Calendar.Agenda with { MedianDays = value } } }),
            WorldParameter.AgendaSpread => Set(settings with { Calendar = settings.Calendar with { Agenda = settings.Calendar.Agenda with { Spread = value } } }),
            WorldParameter.Flexibility => Members(member => member with { Flexibility = value }),
            WorldParameter.Unity => Members(member => member with { Unity = value }),
            WorldParameter.Reticence => Members(member => member with { Reticence = value }),
            WorldParameter.Holdout => Members(member => member with { Holdout = value }),
            WorldParameter.ConcessionRate => Members(member => member with { ConcessionRate = value }),
            WorldParameter.Influence => Members(member => member with { Influence = value }),
            WorldParameter.UrgencyInitial => Urgent(urgency with { Initial = value }),
            WorldParameter.UrgencyGrowth => Urgent(urgency with { Growth = value }),
            WorldParameter.ShockRate => Urgent(urgency with { ShockRate = value }),
            WorldParameter.ShockSize => Urgent(urgency with { ShockSize = value }),
            WorldParameter.UrgencyCeiling => Urgent(urgency with { Ceiling = value }),
            WorldParameter.Exposure => Stances(stance => stance with { Exposure = value }),
            WorldParameter.Position => Stances(stance => stance with { Position = AllOf(stance.Position) }),
            WorldParameter.Salience => Stances(stance => stance with { Salience = AllOf(stance.Salience) }),
            WorldParameter.StatusQuo => terms with
            {
                Crisis = terms.Crisis with { Issues = [.. terms.Crisis.Issues.Select(issue => issue with { StatusQuo = value })] },
            },
            WorldParameter.PowerInfluence => Powers(power => power with { Influence = value }),
            WorldParameter.PowerDraftWeight => Powers(power => power with { DraftWeight = value }),
            WorldParameter.PowerPosition => Powers(power => power with { Position = AllOf(power.Position) }),
            _ => throw new NotSupportedException($"No configuration of {parameter}: add one."),
        };

        DeliberationTerms Set(DeliberationSettings changed) => terms with { Settings = changed };
        DeliberationTerms Urgent(Urgency changed) => terms with { Crisis = terms.Crisis with { Urgency = changed } };
        DeliberationTerms Members(Func<MemberState, MemberState> change) => terms with { Roster = terms.Roster with { Members = [.. terms.Roster.Members.Select(change)] } };
        DeliberationTerms Stances(Func<Stance, Stance> change) => terms with { Crisis = terms.Crisis with { Stances = [.. terms.Crisis.Stances.Select(change)] } };
        DeliberationTerms Powers(Func<ExternalPower, ExternalPower> change) =>
            terms with { Crisis = terms.Crisis with { ExternalPowers = [.. terms.Crisis.ExternalPowers.Select(change)] } };
    }
}
