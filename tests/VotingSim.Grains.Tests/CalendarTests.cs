using VotingSim.Crises;
using VotingSim.Deliberation;

namespace VotingSim.Grains.Tests;

/// <summary>Section 6 of docs/model.md, limit 6: what happens between sessions goes by the calendar, and a session only samples it.</summary>
public class CalendarTests(SiloFixture silo)
{
    private static readonly Urgency None = new() { Initial = 0, Growth = 0, ShockRate = 0, ShockSize = 0 };

    [Theory]
    [InlineData(1, 0, 0.1)]
    [InlineData(7, 0, 0.1)]
    [InlineData(7, 90, 0)]
    [InlineData(14, 0, 0.1)]
    [InlineData(30, 90, 0)]
    [InlineData(105, 0, 0.1)]
    public async Task Holdout_and_urgency_of_a_day_are_the_same_on_every_calendar(double roundDays, double dispositionDays, double noise)
    {
        const double Holdout = 0.8, Concession = 0.3, Start = 0.05, Growth = 0.2;
        var settings = Some.Silence with
        {
            Calendar = Some.SessionsEvery(roundDays), HorizonDays = 420, DispositionDays = dispositionDays, BallotNoise = noise, ShadowOfTheVote = 2, Accommodation = 0.5,
        };
        var terms = Some.Terms(
            new Rules.Unanimity(), [10, 25, 40, 80, 95], [30, 50, 60, 40, 50], None with { Initial = Start, Growth = Growth }, settings,
            seat => Some.RigidMember(seat) with { Holdout = Holdout, ConcessionRate = Concession });

        var rounds = (await silo.DeliberateAsync(terms with { Rule = Some.Impossibility }, replications: 1, traced: 1)).Single().Traces;

        rounds.Count.ShouldBe((int)(420 / roundDays));
        foreach (var round in rounds)
        {
            var day = (round.Round + 1) * roundDays;
            round.Day.ShouldBe(day, 1e-12 * day);
            var kappa = Start * Math.Exp(Growth * day / 30);
            round.Urgency.ShouldBe(kappa, 1e-12);
            for (var i = 0; i < 5; i++)
            {
                var reservation = 1 - PlainLoss.Of(terms, i, 20) - (kappa * terms.Crisis.Stances[i].Exposure);
                ((round.Aspirations[i] - reservation) / (1 - reservation)).ShouldBe(Holdout * Math.Exp(-Concession * day / 30), 1e-12);
            }
        }
    }

    // The two that stand at 90 object to every text and the three that stand at 10 to none, so that p = (180 w + 30) / (2 w + 3).
    [Theory]
    [InlineData(1)]
    [InlineData(3.5)]
    [InlineData(14)]
    [InlineData(35)]
    public async Task Weights_in_the_draft_of_a_day_are_the_same_on_every_calendar_with_the_same_first_session(double roundDays)
    {
        const double First = 14, Gain = 0.23, Heaviest = 2;
        var settings = Some.Silence with
        {
            Calendar = Some.SessionsEvery(roundDays, First), HorizonDays = 400, Drafting = DraftingMethod.Coalition, Accommodation = Gain, HeaviestVoice = Heaviest,
        };
        var terms = Some.Terms(Some.Impossibility, [90, 10, 10, 90, 10], [30, 50, 60, 40, 50], None, settings, seat => Some.RigidMember(seat) with { Unity = 1 });
        terms = terms with
        {
            Crisis = terms.Crisis with { Stances = [.. terms.Crisis.Stances.Select(stance => stance.Position[0] == 90 ? stance with { RedLines = [new(100, 100)] } : stance)] },
        };

        foreach (var round in (await silo.DeliberateAsync(terms, replications: 1, traced: 1)).Single().Traces)
        {
            var weight = 3 * (round.Draft[0] - 10) / (2 * (90 - round.Draft[0]));
            weight.ShouldBe(Math.Min(Heaviest, Math.Pow(1 + Gain, (round.Day - First) / 30)), 1e-12);
        }
    }

    [Theory]
    [InlineData(3, 3)]
    [InlineData(30, 10)]
    [InlineData(15, 15)]
    [InlineData(60, 60)]
    public async Task The_number_of_shocks_by_a_day_has_the_same_Poisson_law_on_every_calendar(double first, double roundDays)
    {
        const int Replications = 20_000;
        const double Rate = 0.9, Size = 0.5; // 1.8 shocks in 60 days
        var settings = Some.Silence with { Calendar = Some.SessionsEvery(roundDays, first), HorizonDays = 60 };
        var terms = Some.Terms(Some.Impossibility, [10, 90], [50, 50], new() { Initial = 1, Growth = 0, ShockRate = Rate, ShockSize = Size }, settings);

        var atMost = new int[9];
        foreach (var result in await silo.DeliberateAsync(terms, Replications, cohortSize: 1000, traced: Replications))
        {
            foreach (var round in result.Traces.Where(round => round.Day == 60))
            {
                var shocks = Math.Log(round.Urgency) / Math.Log(1 + Size);
                shocks.ShouldBe(Math.Round(shocks), 1e-9);
                for (var most = (int)Math.Round(shocks); most < atMost.Length; most++)
                {
                    atMost[most]++;
                }
            }
        }

        for (var most = 0; most < 7; most++)
        {
            atMost[most].ShouldBeBinomial(Replications, Chance.Poisson(Rate * 2, most), 7, $"at most {most} shocks");
        }
    }

    // The text is the status quo and nothing is urgent, so that a ballot is the sign of the disposition; one that is drawn anew keeps it in half of the cases.
    [Theory]
    [InlineData(60, 15)]
    [InlineData(60, 45)]
    [InlineData(60, 5)]
    [InlineData(20, 5)]
    [InlineData(20, 45)]
    [InlineData(0, 15)]
    public async Task A_disposition_survives_a_time_with_the_same_chance_on_every_calendar(double dispositionDays, double roundDays)
    {
        const int Replications = 5000, Members = 6;
        var settings = Some.Silence with
        {
            Calendar = Some.SessionsEvery(roundDays, first: 15), HorizonDays = 105, Text = [20], BallotNoise = 0.1, DispositionDays = dispositionDays,
        };
        var terms = Some.Terms(Some.Impossibility, Some.Spread(Members, 10, 90), [80, 40, 60, 70, 50, 90], None, settings);

        var traces = (await silo.DeliberateAsync(terms, Replications, cohortSize: 1000, traced: Replications)).SelectMany(result => result.Traces).ToArray();

        var first = traces.Where(round => round.Round == 0).ToDictionary(round => round.Replication, round => round.Ballots);
        var later = traces.Where(round => round.Round > 0).GroupBy(round => round.Day).ToArray();
        later.Max(session => session.Key).ShouldBe(105);
        foreach (var session in later)
        {
            var same = session.Sum(round => round.Ballots.Zip(first[round.Replication]).Count(pair => pair.First == pair.Second));
            var survival = dispositionDays == 0 ? 0 : Math.Exp(-(session.Key - 15) / dispositionDays);
            same.ShouldBeBinomial(Replications * Members, (1 + survival) / 2, 2 * later.Length, $"the same on day {session.Key}");

            // Nor do those that were drawn anew lean to one side.
            var positive = session.Sum(round => round.Ballots.Count(ballot => ballot == Ballot.Support));
            positive.ShouldBeBinomial(Replications * Members, 0.5, 2 * later.Length, $"positive on day {session.Key}");
        }
    }

    // In the limit do/dt = (psi / 30) (F W o + (I - F) x - o), whose solution is o* + exp(-(psi t / 30) (I - F W)) (x - o*).
    [Fact]
    public async Task Opinions_of_a_day_tend_to_those_of_continuous_listening_as_sessions_become_frequent()
    {
        const int N = 5;
        const double Day = 60, Rate = 2;
        double[] positions = [10, 25, 40, 80, 95], salience = [10, 20, 30, 40, 50];
        var share = salience.Select(s => 0.9 * (1 - (s / 100))).ToArray(); // f_i
        var voices = Enumerable.Range(1, N).Sum();
        var listening = new double[N, N];
        for (var i = 0; i < N; i++)
        {
            for (var j = 0; j < N; j++)
            {
                listening[i, j] = share[i] * (j + 1.0) / voices;
            }
        }

        var equilibrium = positions;
        for (var step = 0; step < 2000; step++)
        {
            equilibrium = [.. Times(listening, equilibrium).Select((heard, i) => heard + ((1 - share[i]) * positions[i]))];
        }

        var distance = positions.Zip(equilibrium, (x, o) => x - o).ToArray();
        var continuous = Exponential(listening, Rate * Day / 30, distance).Select((d, i) => equilibrium[i] + (Math.Exp(-Rate * Day / 30) * d)).ToArray();

        var errors = new List<double>();
        foreach (var roundDays in new[] { 20, 10, 5, 2.5, 1.25 })
        {
            var settings = Some.Silence with { Calendar = Some.SessionsEvery(roundDays), HorizonDays = Day, ConsultationRate = Rate };
            var terms = Some.Terms(Some.Impossibility, positions, salience, None, settings, seat => Some.RigidMember(seat) with { Flexibility = 0.9, Influence = 1 + seat });
            var last = (await silo.DeliberateAsync(terms, replications: 1, traced: 1)).Single().Traces[^1];
            last.Day.ShouldBe(Day);
            var error = Enumerable.Range(0, N).Max(i => Math.Abs(last.Opinions[i] - continuous[i]));

            // A step listens by (1 - e^-h) F W instead of e^-h (e^(h F W) - 1): apart by at most 2 f e^-h (e^h - 1 - h) in the maximum norm. Neither makes a
            // distance larger.
            var h = Rate * roundDays / 30;
            var apart = 2 * share.Max() * (1 - (Math.Exp(-h) * (1 + h)));
            var shrinks = Math.Exp(-h) + ((1 - Math.Exp(-h)) * share.Max());
            var steps = Day / roundDays;
            error.ShouldBeLessThanOrEqualTo(steps * Math.Pow(shrinks, steps - 1) * apart * distance.Max(Math.Abs));
            errors.Add(error);
        }

        // First order in L: half the interval, half the error, the better the shorter.
        for (var finer = 1; finer < errors.Count; finer++)
        {
            (errors[finer - 1] / errors[finer]).ShouldBe(2, 0.4);
        }
    }

    private static double[] Times(double[,] matrix, double[] vector) =>
        [.. Enumerable.Range(0, vector.Length).Select(i => Enumerable.Range(0, vector.Length).Sum(j => matrix[i, j] * vector[j]))];

    // exp(t M) v, by its series.
    private static double[] Exponential(double[,] matrix, double time, double[] vector)
    {
        var (sum, term) = (vector, vector);
        for (var k = 1; k < 60; k++)
        {
            term = [.. Times(matrix, term).Select(value => value * time / k)];
            sum = [.. sum.Zip(term, (a, b) => a + b)];
        }

        return sum;
    }
}
