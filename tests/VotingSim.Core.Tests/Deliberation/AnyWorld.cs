using VotingSim.Crises;
using VotingSim.Deliberation;
using VotingSim.Members;
using VotingSim.Rules;

namespace VotingSim.Core.Tests.Deliberation;

/// <summary>Deliberations at random, in which every mechanism is sometimes on and sometimes off.</summary>
internal sealed class AnyWorld(int index)
{
    private readonly Random _random = new(index);

    public DeliberationTerms Terms()
    {
        var (members, issues) = (_random.Next(2, 8), _random.Next(1, 4));
        return new()
        {
            Roster = Roster.Of([.. Enumerable.Range(0, members).Select(Member)]) with
            {
                Affinity = [.. Enumerable.Range(0, members * members).Select(pair => pair % (members + 1) == 0 ? 1 : Between(0, 2))],
            },
            Crisis = new()
            {
                Name = "crisis",
                Category = "security",
                Issues = [.. Enumerable.Range(0, issues).Select(issue => new Issue { Name = $"issue-{issue}", Low = "low", High = "high", StatusQuo = Between(0, 100) })],
                Stances = [.. Enumerable.Range(0, members).Select(_ => Stance(issues))],
                Urgency = new() { Initial = Between(0, 0.3), Growth = Between(0, 0.4), ShockRate = Sometimes(2), ShockSize = Between(-0.5, 1), Ceiling = Half ? 1e6 : 0.4 },
                ExternalPowers = [.. Enumerable.Range(0, _random.Next(3)).Select(power => Power(power, members, issues))],
                AtHorizon = Half ? AtHorizon.Open : AtHorizon.Failed,
            },
            Rule = Rule(),
            Settings = Settings(members, issues),
            Seed = (ulong)index,
        };
    }

    private bool Half => _random.Next(2) == 0;

    private double Between(double low, double high) => low + ((high - low) * _random.NextDouble());

    private double Sometimes(double high) => Half ? 0 : Between(0, high);

    private MemberState Member(int seat) => new()
    {
        Code = $"M{seat}",
        Name = $"M{seat}",
        Population = _random.Next(1, 100),
        Influence = Between(0.2, 2),
        Flexibility = Sometimes(1),
        Unity = Sometimes(0.2),
        Reticence = Sometimes(0.1),
        Holdout = Sometimes(1),
        ConcessionRate = Sometimes(0.5),
    };

    private Stance Stance(int issues) => new()
    {
        Position = [.. Enumerable.Range(0, issues).Select(_ => Between(0, 100))],
        Salience = [.. Enumerable.Range(0, issues).Select(_ => _random.Next(6) == 0 ? 0 : Between(0, 100))],
        Exposure = Between(0, 1),
        RedLines = _random.Next(8) > 0 ? [] : [.. Enumerable.Range(0, issues).Select(_ => new Tolerance(0, 70))],
    };

    private ExternalPower Power(int power, int members, int issues) => new()
    {
        Name = $"power-{power}",
        Position = [.. Enumerable.Range(0, issues).Select(_ => Between(0, 100))],
        Influence = Between(0.2, 3),
        Affinity = [.. Enumerable.Range(0, members).Select(_ => Between(0, 2))],
        DraftWeight = Sometimes(2),
    };

    private DecisionRule Rule()
    {
        var majority = new Criterion { Quota = Quota.AtLeast(0.6m) };
        return _random.Next(7) switch
        {
            0 => new Consensus(),
            1 => new Unanimity(),
            2 => new ConsensusMinus(1),
            3 => new OptOut(1, new Consensus()),
            4 => new Sequence(new Consensus(), 100, majority),
            5 => new Criterion { Weight = new VotingWeight.Population(), Quota = Quota.MoreThan(0.5m), OfVoting = true },
            _ => majority,
        };
    }

    private DeliberationSettings Settings(int members, int issues) => new()
    {
        Calendar = new()
        {
            Agenda = new() { MedianDays = Sometimes(400), Spread = Between(0, 1.5) },
            FirstRoundDay = Between(1, 30),
            RoundDays = Between(3, 40),
            PatienceDays = _random.Next(3) switch { 0 => 0, 1 => Between(0, 200), _ => 1e4 },
        },
        HorizonDays = Between(100, 600),
        Drafting = (DraftingMethod)_random.Next(4),
        Text = [.. Enumerable.Range(0, issues).Select(_ => Between(0, 100))],
        DraftWeights = (DraftWeights)_random.Next(4),
        PositionNoise = Sometimes(15),
        SalienceNoise = Sometimes(15),
        BallotNoise = Sometimes(0.15),
        DispositionDays = Sometimes(200),
        ConsultationRate = Sometimes(4),
        Confidence = Half ? 100 : Between(5, 60),
        ShadowOfTheVote = Sometimes(2),
        ForesightDays = Sometimes(100),
        UrgencyResponse = Sometimes(3),
        Accommodation = Sometimes(1),
        HeaviestVoice = Between(1, 4),
        ChairBias = Sometimes(0.5),
        ChairSeat = _random.Next(members),
        LossExponent = _random.Next(3) switch { 0 => 1, 1 => 2, _ => 1.5 },
    };
}
