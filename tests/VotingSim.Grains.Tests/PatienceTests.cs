using VotingSim.Deliberation;
using VotingSim.Rules;

namespace VotingSim.Grains.Tests;

/// <summary>Section 6 of docs/model.md, limit 7, and what lies before it: a chair that has a majority and seeks consensus all the same.</summary>
public class PatienceTests(SiloFixture silo)
{
    private static readonly DecisionRule Majority = new Criterion { Quota = Quota.MoreThan(0.5m) };

    public static TheoryData<int> Worlds() => [.. Enumerable.Range(1, 60)];

    [Theory]
    [MemberData(nameof(Worlds))]
    public async Task With_patience_beyond_the_horizon_a_majority_decides_by_consent_or_in_the_last_session(int world)
    {
        var terms = Patient(new RandomWorld(world).Terms(), Majority, days: 1000);
        var (settings, calendar) = (terms.Settings, terms.Settings.Calendar);

        var result = (await silo.DeliberateAsync(terms, replications: 100)).Single();

        for (var slot = 0; slot < 100; slot++)
        {
            var isLast = result.WaitDays[slot] + calendar.DayOf(result.Rounds[slot]) > settings.HorizonDays;
            (!result.Decided[slot] || isLast || result.Endings[slot] == Ending.Consent).ShouldBeTrue();
            (result.Endings[slot] == Ending.Consent).ShouldBe(result.Decided[slot] && result.Objectors[slot] == 0);
        }
    }

    // With a fixed text and no shadow the two rules meet the same ballots until one of them adopts.
    [Theory]
    [MemberData(nameof(Worlds))]
    public async Task It_is_then_in_no_world_earlier_than_consensus_and_as_early_where_nobody_abstains(int world)
    {
        var terms = new RandomWorld(world).Terms();
        terms = terms with { Settings = terms.Settings with { Drafting = DraftingMethod.Fixed, ShadowOfTheVote = 0 } };

        var majority = (await silo.DeliberateAsync(Patient(terms, Majority, days: 1000), replications: 50)).Single();
        var consensus = (await silo.DeliberateAsync(Patient(terms, new Consensus(), days: 1000), replications: 50, traced: 50)).Single();

        for (var slot = 0; slot < 50; slot++)
        {
            majority.Rounds[slot].ShouldBeGreaterThanOrEqualTo(consensus.Rounds[slot]);
            if (!consensus.Traces.Any(round => round.Replication == slot && round.Ballots.Contains(Ballot.Abstention)))
            {
                majority.Rounds[slot].ShouldBe(consensus.Rounds[slot]);
                (majority.Endings[slot] == Ending.Consent).ShouldBe(consensus.Endings[slot] == Ending.Consent);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Worlds))]
    public async Task Without_patience_and_under_consensus_and_unanimity_the_rule_alone_decides(int world)
    {
        var terms = new RandomWorld(world).TermsWithoutWait();
        foreach (var (rule, days) in new (DecisionRule, double)[] { (Majority, 0), (new Consensus(), 150), (new Unanimity(), 150) })
        {
            var rounds = (await silo.DeliberateAsync(Patient(terms, rule, days), replications: 20, traced: 20)).Single().Traces;
            rounds.ShouldAllBe(round => double.IsNaN(round.MajorityDay) != round.Adopted);
        }
    }

    // Memoryless ballots. Before d* a session adopts at once with probability c, that nobody objects, and is the first with a majority otherwise with probability m - c.
    // From then on it adopts with probability c while patience lasts, and with probability m when it has run out, and in the last session.
    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    [InlineData(34)]
    [InlineData(40)]
    [InlineData(75)]
    [InlineData(1000)]
    public async Task Between_no_patience_and_patience_without_end_times_and_endings_have_the_law_of_the_chain(double patience)
    {
        const int Replications = 60_000, Members = 5, Sessions = 12;
        const double Noise = 0.1, Unity = 0.05, Reticence = 0.1;
        var settings = Some.Silence with
        {
            Text = [20], BallotNoise = Noise, HorizonDays = 125, Calendar = Some.SessionsEvery(10) with { PatienceDays = patience },
        };
        var terms = Some.Terms(
            Majority, Some.Spread(Members, 10, 90), [80, 40, 60, 70, 50], new() { Initial = 0, ShockRate = 0 }, settings,
            seat => Some.RigidMember(seat) with { Unity = Unity, Reticence = Reticence });

        // Every margin is 0: all members are alike.
        var (support, objection) = (1 / (1 + Math.Exp(-Unity / Noise)), 1 / (1 + Math.Exp((Unity + Reticence) / Noise)));
        var (majority, consent) = (0.0, 0.0);
        for (var yes = 3; yes <= Members; yes++)
        {
            var ways = yes == 3 ? 10 : yes == 4 ? 5 : 1;
            majority += ways * Math.Pow(support, yes) * Math.Pow(1 - support, Members - yes);
            consent += ways * Math.Pow(support, yes) * Math.Pow(1 - support - objection, Members - yes);
        }

        var (consents, votes) = (new double[Sessions], new double[Sessions]);
        var reached = new double[Sessions]; // undecided, the first majority having been in this session
        var none = 1.0;                     // undecided, and no majority yet
        for (var session = 0; session < Sessions; session++)
        {
            var isLast = session == Sessions - 1;
            for (var first = 0; first < session; first++)
            {
                var isOver = isLast || 10 * (session - first) >= patience;
                consents[session] += reached[first] * consent;
                votes[session] += isOver ? reached[first] * (majority - consent) : 0;
                reached[first] *= 1 - (isOver ? majority : consent);
            }

            var atOnce = isLast || patience == 0;
            consents[session] += none * consent;
            votes[session] += atOnce ? none * (majority - consent) : 0;
            reached[session] = atOnce ? 0 : none * (majority - consent);
            none *= 1 - majority;
        }

        var ended = new Dictionary<(int Rounds, Ending Ending), int>();
        foreach (var result in await silo.DeliberateAsync(terms, Replications, cohortSize: 4096))
        {
            for (var slot = 0; slot < result.Cohort.Count; slot++)
            {
                var end = (result.Rounds[slot], result.Endings[slot]);
                ended[end] = ended.GetValueOrDefault(end) + 1;
            }
        }

        for (var session = 0; session < Sessions; session++)
        {
            Count(session, Ending.Consent).ShouldBeBinomial(Replications, consents[session], 2 * Sessions, $"consent in session {session}");
            Count(session, Ending.Vote).ShouldBeBinomial(Replications, votes[session], 2 * Sessions, $"a vote in session {session}");
        }

        int Count(int session, Ending ending) => ended.GetValueOrDefault((session + 1, ending));
    }

    private static DeliberationTerms Patient(DeliberationTerms terms, DecisionRule rule, double days) => terms with
    {
        Rule = rule,
        Settings = terms.Settings with { Calendar = terms.Settings.Calendar with { PatienceDays = days } },
        Uncertainty = null,
    };
}
