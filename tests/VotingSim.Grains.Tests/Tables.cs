using System.Collections.Immutable;
using VotingSim.Calendars;
using VotingSim.Crises;
using VotingSim.Deliberation;
using VotingSim.Members;
using VotingSim.Rules;

namespace VotingSim.Grains.Tests;

/// <summary>Small tables for the closed forms: one issue, everybody of influence 1, every mechanism switched off unless a test switches it on.</summary>
internal static class Tables
{
    public static readonly DeliberationSettings Silent = new()
    {
        Calendar = Every(10),
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

    /// <summary>Sessions every so many days, from the first on; no wait for the agenda, and a chair without patience.</summary>
    public static SessionCalendar Every(double days, double? first = null) => new() { FirstRoundDay = first ?? days, RoundDays = days, PatienceDays = 0 };

    /// <summary>A rule that no ballots satisfy.</summary>
    public static readonly DecisionRule Never = new Criterion { Quota = Quota.MoreThan(1) };

    /// <summary>55 % of the members and 65 % of the population, a blocking minority being at least four.</summary>
    public static readonly DecisionRule DoubleMajority = new AllOf(
    [
        new Criterion { Quota = Quota.AtLeast(0.55m) },
        new Criterion { Weight = new VotingWeight.Population(), Quota = Quota.AtLeast(0.65m), BlockingMinority = 4 },
    ]);

    public static MemberState Rigid(int seat) => new()
    {
        Code = $"M{seat:00}",
        Name = $"Member {seat}",
        Population = 1 + (seat * seat * 10),
        Flexibility = 0,
        Holdout = 0,
        Unity = 0,
        Reticence = 0,
    };

    public static DeliberationTerms Of(
        DecisionRule rule, IReadOnlyList<double> positions, IReadOnlyList<double> saliences, Urgency urgency, DeliberationSettings settings, Func<int, MemberState>? member = null) => new()
        {
            Roster = Roster.Of([.. positions.Select((_, seat) => (member ?? Rigid)(seat))]),
            Crisis = new()
            {
                Name = "crisis",
                Category = "security",
                Issues = [new() { Name = "issue", Low = "low", High = "high", StatusQuo = 20 }],
                Stances = [.. positions.Select((position, seat) => new Stance { Position = [position], Salience = [saliences[seat]], Exposure = saliences[seat] / 100 })],
                Urgency = urgency,
            },
            Rule = rule,
            Settings = settings,
            Seed = 42,
        };

    /// <summary>D_i(y) with linear loss on one issue.</summary>
    public static double Loss(DeliberationTerms terms, int seat, double text) =>
        terms.Crisis.Stances[seat].Salience[0] / 100 * Math.Abs(text - terms.Crisis.Stances[seat].Position[0]) / 100;

    public static ImmutableArray<double> Spread(int members, double from, double to) =>
        [.. Enumerable.Range(0, members).Select(seat => from + ((to - from) * seat / Math.Max(1, members - 1)))];
}
