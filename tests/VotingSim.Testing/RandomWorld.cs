using System.Collections.Immutable;
using VotingSim.Crises;
using VotingSim.Deliberation;
using VotingSim.Members;
using VotingSim.Rules;
using VotingSim.Worlds;

namespace VotingSim.Testing;

/// <summary>
/// Worlds at random: 2 to 16 members, 1 to 4 issues, every mechanism on or off, every drafting method and weight, every kind of rule, waits and patience beyond the
/// horizon, and parameters that are uncertain.
/// </summary>
/// <param name="seed">Which world.</param>
/// <param name="members">How many members; null for any number from 2 to 16.</param>
public sealed class RandomWorld(int seed, int? members = null)
{
    private static readonly string[] Categories = ["security", "economic"];
    private readonly Random _random = new(seed);
    private bool _isInWholeDays;

    /// <summary>The next world of the seed: the first call always gives the same.</summary>
    public DeliberationTerms Terms()
    {
        var (size, issues) = (members ?? _random.Next(2, 17), _random.Next(1, 5));
        _isInWholeDays = _random.Next(2) == 0;
        var roster = new Roster
        {
            Members = [.. Enumerable.Range(0, size).Select(Member)],
            Affinity = [.. Enumerable.Range(0, size * size).Select(pair => pair / size == pair % size ? 1 : Maybe(1.0, () => _random.NextDouble()))],
        };
        var lines = Maybe(false, () => true);
        ImmutableArray<ExternalPower> powers = [.. Enumerable.Range(0, Maybe(0, () => _random.Next(1, 4))).Select(e => Power(e, size, issues))];
        return new()
        {
            Roster = roster,
            Crisis = new()
            {
                Name = $"world-{seed}",
                Category = Categories[_random.Next(2)],
                Issues = [.. Enumerable.Range(0, issues).Select(k => new Issue { Name = $"i{k}", Low = "low", High = "high", StatusQuo = 100 * _random.NextDouble() })],
                Stances = [.. roster.Members.Select(_ => Stance(issues, lines))],
                Urgency = new()
                {
                    Initial = Maybe(0, () => 0.1 * _random.NextDouble()),
                    Growth = Maybe(0, () => 0.3 * _random.NextDouble()),
                    ShockRate = Maybe(0, () => 2 * _random.NextDouble()),
                    ShockSize = 0.5 * _random.NextDouble(),
                    Ceiling = Maybe(1e6, () => 0.3 * _random.NextDouble()),
                },
                ExternalPowers = powers,
                AtHorizon = (AtHorizon)_random.Next(2),
            },
            Rule = Rule(size),
            Settings = Settings(size, issues),
            Uncertainty = _random.Next(2) == 0 ? null : new RandomUncertainty(_random, size, issues, powers.Length).Uncertainty(),
            Seed = (ulong)_random.NextInt64(),
        };
    }

    /// <summary>The same for a room or a closer look: the matter is on the table at once, so that there is a first session.</summary>
    public DeliberationTerms TermsWithoutWait()
    {
        var terms = Terms();
        return terms with
        {
            Settings = terms.Settings with { Calendar = terms.Settings.Calendar with { Agenda = new() } },
            Uncertainty = terms.Uncertainty is not { } uncertainty
                ? null
                : uncertainty with { Posterior = null, Parameters = uncertainty.Parameters.RemoveAll(parameter => parameter.Parameter == WorldParameter.AgendaMedianDays) },
        };
    }

    // On a calendar of whole days sessions fall on the very day on which patience runs out, a rule ends or the horizon is.
    private double Days(double days) => _isInWholeDays ? Math.Round(days / 7) * 7 : days;

    private DeliberationSettings Settings(int size, int issues) => new()
    {
        Calendar = new()
        {
            Agenda = new() { MedianDays = Maybe(0, () => 5 * Math.Pow(100, _random.NextDouble())), Spread = Maybe(0, () => 2 * _random.NextDouble()) },
            FirstRoundDay = Days(4 + (40 * _random.NextDouble())),
            RoundDays = Days(7 + (30 * _random.NextDouble())),
            PatienceDays = Maybe(0, () => Days(600 * _random.NextDouble())),
        },
        HorizonDays = Days(400),
        Drafting = (DraftingMethod)_random.Next(4),
        Text = [.. Enumerable.Range(0, issues).Select(_ => 100 * _random.NextDouble())],
        DraftWeights = (DraftWeights)_random.Next(4),
        PositionNoise = Maybe(0, () => 15 * _random.NextDouble()),
        SalienceNoise = Maybe(0, () => 30 * _random.NextDouble()),
        BallotNoise = Maybe(0, () => 0.1 * _random.NextDouble()),
        DispositionDays = Maybe(0, () => 200 * _random.NextDouble()),
        ConsultationRate = Maybe(0, () => 4 * _random.NextDouble()),
        Confidence = Maybe(100.0, () => 5 + (50 * _random.NextDouble())),
        ShadowOfTheVote = Maybe(0, () => 3 * _random.NextDouble()),
        ForesightDays = Maybe(0, () => Days(150 * _random.NextDouble())),
        UrgencyResponse = Maybe(0, () => 5 * _random.NextDouble()),
        Accommodation = Maybe(0, () => _random.NextDouble()),
        HeaviestVoice = Maybe(1000, () => 1 + (3 * _random.NextDouble())),
        ChairBias = Maybe(0, () => 0.5 * _random.NextDouble()),
        ChairSeat = _random.Next(size),
        LossExponent = _random.Next(3) switch { 0 => 1, 1 => 2, _ => 0.5 + (2 * _random.NextDouble()) },
    };

    private T Maybe<T>(T off, Func<T> on) => _random.Next(3) == 0 ? off : on();

    private MemberState Member(int seat) => new()
    {
        Code = Some.Code(seat),
        Name = $"Member {seat}",
        Population = _random.Next(1, 1_000_000),
        Gdp = _random.Next(1, 1000) / 10m,
        Contribution = _random.Next(1, 5),
        Influence = 0.2 + _random.NextDouble(),
        Flexibility = Maybe(0, () => _random.NextDouble()),
        Unity = Maybe(0, () => 0.2 * _random.NextDouble()),
        Reticence = Maybe(0, () => 0.2 * _random.NextDouble()),
        Holdout = Maybe(0, () => _random.NextDouble()),
        ConcessionRate = Maybe(0, () => _random.NextDouble()),
    };

    private Stance Stance(int issues, bool lines) => new()
    {
        Position = [.. Enumerable.Range(0, issues).Select(_ => 100 * _random.NextDouble())],
        Salience = [.. Enumerable.Range(0, issues).Select(_ => _random.Next(5) switch { 0 => 0, 1 => 100, _ => 100 * _random.NextDouble() })],
        Exposure = _random.NextDouble(),
        RedLines = lines ? [.. Enumerable.Range(0, issues).Select(_ => Maybe(Tolerance.Anything, () => new(30 * _random.NextDouble(), 70 + (30 * _random.NextDouble()))))] : [],
    };

    private ExternalPower Power(int index, int size, int issues) => new()
    {
        Name = $"Power {index}",
        Position = [.. Enumerable.Range(0, issues).Select(_ => 100 * _random.NextDouble())],
        Influence = 0.1 + _random.NextDouble(),
        DraftWeight = Maybe(0, () => 2 * _random.NextDouble()),
        Affinity = [.. Enumerable.Range(0, size).Select(_ => Maybe(0, () => _random.NextDouble()))],
    };

    private DecisionRule Rule(int size) => _random.Next(5) switch
    {
        0 => new Sequence(Simple(size, 2), Days(200 * _random.NextDouble()), Later(size)),
        1 => new ByCategory(ImmutableSortedDictionary<string, DecisionRule>.Empty.Add("security", Simple(size, 2)), Simple(size, 2)),
        2 => new OptOut(_random.Next(1, 3), Simple(size, 1)),
        _ => Simple(size, 2),
    };

    private DecisionRule Later(int size) => _random.Next(3) switch
    {
        0 => new Sequence(Simple(size, 1), Days(300 * _random.NextDouble()), Simple(size, 1)),
        1 => new OptOut(_random.Next(1, 3), Simple(size, 1)),
        _ => Simple(size, 2),
    };

    private DecisionRule Simple(int size, int depth) => _random.Next(depth == 0 ? 5 : 8) switch
    {
        0 => new Consensus(),
        1 => new Unanimity(),
        2 => new ConsensusMinus(_random.Next(0, 3)),
        5 => new AllOf([Simple(size, depth - 1), Simple(size, depth - 1)]),
        6 => new AnyOf([Simple(size, depth - 1), Simple(size, depth - 1)]),
        7 => new Veto(["M00", "M01"], Simple(size, depth - 1)),
        _ => new Criterion
        {
            Weight = _random.Next(6) switch
            {
                0 => new VotingWeight.Population(),
                1 => new VotingWeight.SquareRootOfPopulation(),
                2 => new VotingWeight.Gdp(),
                3 => new VotingWeight.Contribution(),
                4 => new VotingWeight.Listed(Enumerable.Range(0, size).ToImmutableSortedDictionary(Some.Code, i => (decimal)(1 + (i % 3)))),
                _ => new VotingWeight.OneEach(),
            },
            Quota = new(_random.Next(40, 90) / 100m, IsCount: false, Exceeded: _random.Next(2) == 0),
            OfVoting = _random.Next(2) == 0,
            BlockingMinority = Maybe(0, () => _random.Next(1, 4)),
        },
    };
}
