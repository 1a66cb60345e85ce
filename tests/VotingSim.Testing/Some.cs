using System.Collections.Immutable;
using VotingSim.Calendars;
using VotingSim.Crises;
using VotingSim.Deliberation;
using VotingSim.Members;
using VotingSim.Rules;

namespace VotingSim.Testing;

/// <summary>Small parts of a deliberation for tests that do not care about the rest: one issue, everybody alike, nothing at random.</summary>
public static class Some
{
    /// <summary>
    /// Every mechanism switched off unless a test switches it on: no wait, no patience, no noise, no pressure, no shadow of the vote, the draft 60
    /// on the one issue in every session, held every ten days until day 2000.
    /// </summary>
    public static DeliberationSettings Silence { get; } = new()
    {
        Calendar = SessionsEvery(10),
        HorizonDays = 2000,
        Drafting = DraftingMethod.Fixed,
        Text = [60],
        PositionNoise = 0,
        BallotNoise = 0,
        DispositionDays = 0,
        ShadowOfTheVote = 0,
        ForesightDays = 0,
        UrgencyResponse = 0,
        Accommodation = 0,
    };

    /// <summary>A rule that no ballots satisfy.</summary>
    public static DecisionRule Impossibility { get; } = new Criterion { Quota = Quota.MoreThan(1) };

    /// <summary>55 % of the members and 65 % of the population, a blocking minority being at least four.</summary>
    public static DecisionRule DoubleMajority { get; } = new AllOf(
    [
        new Criterion { Quota = Quota.AtLeast(0.55m) },
        new Criterion { Weight = new VotingWeight.Population(), Quota = Quota.AtLeast(0.65m), BlockingMinority = 4 },
    ]);

    /// <summary>The code of whoever sits at a seat: M00, M01, ...</summary>
    public static string Code(int seat) => $"M{seat:00}";

    /// <summary>A member of which only the code, which is its name too, and perhaps the population matter.</summary>
    public static MemberState Member(string code, decimal population = 0) => new() { Code = code, Name = code, Population = population };

    /// <summary>A member that neither moves, nor holds out, nor keeps silent, of a population of its own.</summary>
    public static MemberState RigidMember(int seat) => new()
    {
        Code = Code(seat),
        Name = $"Member {seat}",
        Population = 1 + (seat * seat * 10),
        Flexibility = 0,
        Holdout = 0,
        Unity = 0,
        Reticence = 0,
    };

    /// <summary>A roster of so many members, from 1 to 64, M00 first; without populations each counts 0.</summary>
    public static Roster Roster(int members, Func<int, decimal>? population = null) =>
        Members.Roster.Of([.. Enumerable.Range(0, members).Select(seat => Member(Code(seat), population?.Invoke(seat) ?? 0))]);

    /// <summary>A roster of members with these codes.</summary>
    public static Roster Roster(params IEnumerable<string> codes) => Members.Roster.Of([.. codes.Select(code => Member(code))]);

    /// <summary>A crisis of security on one issue, whose status quo is 20; members are exposed as they find it salient.</summary>
    /// <param name="positions">Ideal points in seat order, from 0 to 100.</param>
    /// <param name="saliences">In seat order, from 0 to 100.</param>
    /// <param name="urgency">How time presses. The default is the model's.</param>
    public static Crisis Crisis(IReadOnlyList<double> positions, IReadOnlyList<double> saliences, Urgency? urgency = null) => new()
    {
        Name = "crisis",
        Category = "security",
        Issues = [new() { Name = "issue", Low = "low", High = "high", StatusQuo = 20 }],
        Stances =
        [
            .. positions.Zip(saliences, (position, salience) =>
                new Stance { Position = [position], Salience = [salience], Exposure = salience / 100 }),
        ],
        Urgency = urgency ?? new(),
    };

    /// <summary>Terms of a deliberation of rigid members, or of others, on <see cref="Crisis"/>; the seed is 42.</summary>
    public static DeliberationTerms Terms(
        DecisionRule rule,
        IReadOnlyList<double> positions,
        IReadOnlyList<double> saliences,
        Urgency? urgency = null,
        DeliberationSettings? settings = null,
        Func<int, MemberState>? member = null) => new()
        {
            Roster = Members.Roster.Of([.. Enumerable.Range(0, positions.Count).Select(member ?? RigidMember)]),
            Crisis = Crisis(positions, saliences, urgency),
            Rule = rule,
            Settings = settings ?? Silence,
            Seed = 42,
        };

    /// <summary>Sessions every so many days, the first after as many unless said otherwise; no wait for the agenda, and a chair without patience.</summary>
    public static SessionCalendar SessionsEvery(double days, double? first = null) =>
        new() { FirstRoundDay = first ?? days, RoundDays = days, PatienceDays = 0 };

    /// <summary>Positions at equal distances, a member each, the first at one end and the last at the other.</summary>
    public static ImmutableArray<double> Spread(int members, double from, double to) =>
        [.. Enumerable.Range(0, members).Select(seat => from + ((to - from) * seat / Math.Max(1, members - 1)))];
}
