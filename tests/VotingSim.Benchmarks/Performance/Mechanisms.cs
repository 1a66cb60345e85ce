using VotingSim.Crises;
using VotingSim.Deliberation;

namespace VotingSim.Benchmarks.Performance;

/// <summary>What each mechanism costs: the engine with all of them, less the engine without it, over the same rounds.</summary>
internal static class Mechanisms
{
    private const int Replications = 8 * CohortSize;
    private const int CohortSize = 1024;

    private static readonly (string Name, Func<DeliberationTerms, DeliberationTerms> Off)[] All =
    [
        ("consultation", terms => With(terms, settings => settings with { ConsultationRate = 0 })),
        ("concession (an exponential)", terms => terms with
        {
            Roster = terms.Roster with { Members = [.. terms.Roster.Members.Select(member => member with { ConcessionRate = 0 })] },
        }),
        ("ballot noise (a draw, now and then a logarithm)", terms => With(terms, settings => settings with { BallotNoise = 0 })),
        ("shadow of the vote (who is dispensable)", terms => With(terms, settings => settings with { ShadowOfTheVote = 0 })),
        ("urgency's shocks (a draw)", terms => terms with { Crisis = terms.Crisis with { Urgency = terms.Crisis.Urgency with { ShockRate = 0 } } }),
        ("target coalition, its draft and accommodation", terms => With(terms, settings => settings with { Drafting = DraftingMethod.Fixed, Text = [40] })),
    ];

    /// <summary>Measures them, on a world in which nothing ends before the horizon.</summary>
    public static (Measured Whole, Measured[] Parts) Measure(DeliberationTerms terms, int turns)
    {
        var lasting = Lasting(terms);
        var loops = All.Select(mechanism => (mechanism.Name, Loop: new PlainLoop(mechanism.Off(lasting)))).ToArray();
        var whole = new PlainLoop(lasting);
        var found = Measured.InTurn(turns, warmUps: 12, [("all mechanisms", () => Cost(whole)), .. loops.Select(one => (one.Name, new Func<double>(() => Cost(one.Loop))))]);
        return (found[0], [.. found[1..].Select(part => part.With(found[0], (without, all) => all - without))]);
    }

    /// <summary>What the two sides of the table cost in the world as it is: members and chair in the rounds, and what a replication costs besides, spread over its rounds.</summary>
    public static Measured[] Sides(DeliberationTerms terms, int turns)
    {
        var steps = new Steps(terms);
        for (var warmUp = 0; warmUp < 12; warmUp++)
        {
            steps.Deliberate(Replications, CohortSize);
        }

        var found = Enumerable.Range(0, turns).Select(_ => steps.Deliberate(Replications, CohortSize)).ToArray();
        return [.. Steps.Names.Select((name, step) => new Measured(name, [.. found.Select(turn => turn[step])]))];
    }

    private static double Cost(PlainLoop loop) => ProcessorTime.Of(() => loop.Deliberate(Replications, CohortSize));

    private static DeliberationTerms With(DeliberationTerms terms, Func<DeliberationSettings, DeliberationSettings> change) =>
        terms with { Settings = change(terms.Settings) };

    // A majority waits for consensus until the horizon, and a member that no text suits never consents.
    private static DeliberationTerms Lasting(DeliberationTerms terms) => With(terms, settings => settings with
    {
        Calendar = settings.Calendar with { PatienceDays = 2 * settings.HorizonDays },
    }) with
    {
        Crisis = terms.Crisis with { Stances = [terms.Crisis.Stances[0] with { RedLines = [new Tolerance(-2, -1)] }, .. terms.Crisis.Stances[1..]] },
    };
}
