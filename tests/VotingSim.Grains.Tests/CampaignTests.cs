using VotingSim.Campaigns;
using VotingSim.Cohorts;
using VotingSim.Crises;
using VotingSim.Deliberation;
using VotingSim.Rules;

namespace VotingSim.Grains.Tests;

/// <summary>The closed forms of section 9, through the grains.</summary>
public class CampaignTests(SiloFixture silo)
{
    private static readonly Conduct Forgetful = new()
    {
        Memory = new() { Outvoted = 0, Consent = 0, Deadlock = 0, LeftOut = 0 },
        Compliance = new() { Noise = 0, IsCertain = true },
    };

    public static TheoryData<int> Campaigns() => [.. Enumerable.Range(1, 20)];

    [Theory]
    [MemberData(nameof(Campaigns))]
    public async Task Without_memory_every_matter_is_to_the_bit_the_same_crisis_alone_with_the_same_draws(int index)
    {
        var terms = new RandomCampaign(index).Terms() with { Conduct = Forgetful };
        terms = terms with { Streams = [.. terms.Streams.Select(stream => stream with { Terms = stream.Terms with { Uncertainty = null } })] };
        var cohort = new Cohort(0, 50);
        var result = (await silo.HoldAsync(terms, cohort.Count)).Single();

        result.Matters.Length.ShouldBe(new CampaignCourse(terms, cohort).Arisen.Count);
        foreach (var (matter, sitting) in result.Matters.Zip(new CampaignCourse(terms, cohort).Arisen))
        {
            var alone = Deliberate(terms.Streams[matter.Stream].Terms, sitting);
            matter.Result.Endings.ShouldBe(alone.Endings);
            matter.Result.Days.ShouldBe(alone.Days);
            matter.Result.Supporters.ShouldBe(alone.Supporters);
            matter.Result.PositionalCohesion.ShouldBe(alone.PositionalCohesion);
            matter.Result.MeanUtility.ShouldBe(alone.MeanUtility);
            matter.Result.Outcome.Zip(alone.Outcome).ShouldAllBe(pair => pair.First.SequenceEqual(pair.Second));
            matter.CarriedOut.Zip(matter.Result.Endings, (who, ending) => (who, HasText: ending is not (Ending.Open or Ending.Failed)))
                .ShouldAllBe(pair => pair.HasText == (pair.who != 0));
        }
    }

    // ceil of an exponential wait is geometric: on every day a matter arises with probability 1 - exp(-rate / 365.25), which is Poisson but for the days.
    [Fact]
    public void As_many_matters_arise_as_a_Poisson_stream_brings_on_whole_days()
    {
        var crisis = Some.Terms(new Consensus(), [60, 60], [50, 50]);
        var terms = new CampaignTerms { Years = 8, Streams = [new() { Terms = crisis, PerYear = 0.7 }, new() { Terms = crisis, PerYear = 3 }] };
        var arrivals = Arrivals.Of(terms, new(0, 20_000));
        foreach (var (stream, rate) in new[] { (0, 0.7), (1, 3.0) })
        {
            var (days, chance) = ((int)(8 * 365.25), 1 - Math.Exp(-rate / 365.25));
            var counts = arrivals.Select(campaign => campaign.Count(arrival => arrival.Stream == stream)).ToArray();
            var below = Math.Pow(1 - chance, days);
            var term = below;
            for (var most = 0; most < 2 * 8 * rate; most++)
            {
                counts.Count(count => count <= most).ShouldBeBinomial(counts.Length, Math.Min(1, below), 100, $"at most {most} of stream {stream}");
                below.ShouldBe(Chance.Poisson(8 * rate, most), chance + Math.Abs((8 * rate) - (days * chance))); // Barbour & Hall (1984), and the means
                term *= (days - most) * chance / ((most + 1) * (1 - chance));
                below += term;
            }
        }

        arrivals.ShouldAllBe(campaign => campaign.SequenceEqual(campaign.OrderBy(arrival => arrival.Day).ThenBy(arrival => arrival.Stream)));
    }

    // Two members of three outvote the third on day 100 + 10; nothing else ever happens.
    [Theory]
    [InlineData(3)]
    [InlineData(0.5)]
    public async Task One_mark_fades_exponentially(double years)
    {
        var matter = Some.Terms(new Criterion { Quota = Quota.AtLeast(0.6m) }, [60, 60, 20], [100, 100, 100]);
        var terms = new CampaignTerms
        {
            Years = 5,
            Streams = [new() { Terms = matter, Days = [100] }],
            Conduct = new() { Memory = new() { Outvoted = 0.3, Years = years } },
        };
        var result = (await silo.HoldAsync(terms, 3)).Single();

        result.Matters.Single().Result.Endings.ShouldAllBe(ending => ending == Ending.Vote);
        for (var year = 1; year <= 5; year++)
        {
            var expected = -0.3 * Math.Exp(-((365.25 * year) - 110) / (365.25 * years));
            result.GoodwillMinimum[year - 1].ShouldAllBe(goodwill => Math.Abs(goodwill - expected) < 1e-12);
            result.GoodwillMean[year - 1].ShouldAllBe(goodwill => Math.Abs(goodwill - (expected / 3)) < 1e-12);
        }
    }

    // A loss of 0.4 at full salience: the third member is silent until shared success has given it unity enough, then it supports.
    [Fact]
    public async Task Set_days_are_a_recursion_that_a_spreadsheet_can_follow()
    {
        var matter = Some.Terms(new Consensus(), [60, 60, 20], [100, 100, 100], member: seat => Some.RigidMember(seat) with { Unity = 0.25, Reticence = 0.5 });
        int[] days = [0, 200, 400, 500, 900, 1300, 1500, 1700, 2500, 3600];
        var terms = new CampaignTerms
        {
            Years = 10,
            Streams = [new() { Terms = matter, Days = [.. days] }],
            Conduct = new() { Memory = new() { Consent = 0.06, Years = 4, Listening = 0 }, Compliance = new() { Noise = 0 } },
        };
        var result = (await silo.HoldAsync(terms, 1)).Single();

        var (goodwill, since, supported) = (0.0, 0.0, 0);
        foreach (var (row, day) in result.Matters.Zip(days))
        {
            goodwill *= Math.Exp(-(day - since) / (4 * 365.25));
            since = day;
            row.GoodwillMean[0].ShouldBe(goodwill, 1e-12);
            var urged = row.Result.Surplus[2][0] + 0.4; // kappa e of the day
            var supports = 0.25 + goodwill >= 0.4 - urged;
            (row.Result.Supporters[0] == 0b111UL).ShouldBe(supports);
            row.Result.Endings[0].ShouldBe(Ending.Consent);
            supported += supports ? 1 : 0;

            // Ten days later it is decided, and everybody gains.
            goodwill = (goodwill * Math.Exp(-10 / (4 * 365.25))) + 0.06;
            since += 10;
        }

        supported.ShouldBeInRange(3, 8);
    }

    [Fact]
    public async Task Under_another_rule_the_same_matters_arise_on_the_same_days_with_the_same_luck()
    {
        var terms = new RandomCampaign(3).Terms();
        var other = terms with { Streams = [.. terms.Streams.Select(stream => stream with { Terms = stream.Terms with { Rule = new Unanimity(), WayAround = null } })] };
        var (one, two) = ((await silo.HoldAsync(terms, 200)).Single(), (await silo.HoldAsync(other, 200)).Single());

        one.Matters.Length.ShouldBeGreaterThan(5);
        foreach (var (mine, theirs) in one.Matters.Zip(two.Matters))
        {
            (mine.Number, mine.Stream).ShouldBe((theirs.Number, theirs.Stream));
            mine.Slots.ShouldBe(theirs.Slots);
            mine.Arrivals.ShouldBe(theirs.Arrivals);
            mine.OpenedDay.ShouldBe(theirs.OpenedDay);
            mine.Result.OpeningCohesion.ShouldBe(theirs.Result.OpeningCohesion);
            mine.Result.WaitDays.ShouldBe(theirs.Result.WaitDays);
        }
    }

    [Theory]
    [MemberData(nameof(Campaigns))]
    public async Task The_cohort_size_does_not_change_a_bit(int index)
    {
        var terms = new RandomCampaign(index).Terms();
        var together = CampaignBits.Of(await silo.HoldAsync(terms, 60));

        CampaignBits.Of(await silo.HoldAsync(terms, 60, cohortSize: 1)).ShouldBe(together);
        CampaignBits.Of(await silo.HoldAsync(terms, 60, cohortSize: 17)).ShouldBe(together);
    }

    [Theory]
    [MemberData(nameof(Campaigns))]
    public async Task Nor_where_a_bloc_reforms_its_rule(int index)
    {
        var terms = new RandomCampaign(index).Reforming();
        var together = CampaignBits.Of(await silo.HoldAsync(terms, 60));

        CampaignBits.Of(await silo.HoldAsync(terms, 60, cohortSize: 1)).ShouldBe(together);
        CampaignBits.Of(await silo.HoldAsync(terms, 60, cohortSize: 17)).ShouldBe(together);
    }

    // Three support from the first session on and two object for ever: sessions on days 10, 20, 30, ... 2000.
    [Theory]
    [InlineData(45, 3, 50)]
    [InlineData(0, 3, 10)]
    [InlineData(1e9, 3, 2000)]
    [InlineData(45, 4, null)]
    public async Task The_willing_go_ahead_in_the_first_session_after_so_many_days_or_in_the_last(double after, int atLeast, int? day)
    {
        var matter = Some.Terms(new Consensus(), [60, 60, 60, 0, 0], [100, 100, 100, 100, 100], new() { Initial = 0, Growth = 0, ShockRate = 0 });
        var terms = new CampaignTerms
        {
            Years = 10,
            Streams = [new() { Terms = matter with { WayAround = new() { AfterDays = after, AtLeast = atLeast } }, Days = [0] }],
            Conduct = new() { Memory = new() { LeftOut = 0.2, Deadlock = 0.1 }, Compliance = new() { Noise = 0 } },
        };
        var result = (await silo.HoldAsync(terms, 1)).Single();
        var row = result.Matters.Single();

        row.Result.Endings[0].ShouldBe(day is null ? Ending.Open : Ending.Minilateral);
        row.Result.Days[0].ShouldBe(day ?? 2000);
        row.Result.Decided[0].ShouldBeFalse();
        row.Result.Coverage[0].ShouldBe(day is null ? double.NaN : 0.6);
        row.Result.OptedOut[0].ShouldBe(day is null ? 0UL : 0b11000UL);
        row.Result.Outvoted[0].ShouldBe(0);
        row.Result.MinimumUtility[0].ShouldBe(day is null ? 0.6 : 0.8, 1e-12); // those left out keep 20, the others have their 60
        row.CarriedOut[0].ShouldBe(day is null ? 0UL : 0b111UL);
        row.Effect[0].ShouldBe(day is null ? 0 : 40 * 0.6, 1e-12);
        var mark = day is null ? -0.1 : -0.2;
        result.GoodwillMinimum[9][0].ShouldBe(mark * Math.Exp(-(3652.5 - (day ?? 2000)) / (3 * 365.25)), 1e-12);
    }

    // The powers' positions are 90 and 30; the willing want 60.
    [Theory]
    [InlineData(0, 0, 60)]
    [InlineData(0, 1, 90)]
    [InlineData(1, 1, 30)]
    [InlineData(1, 0.25, 52.5)]
    public async Task A_sponsor_moves_the_text_of_the_willing_by_its_weight_and_nothing_else(int power, double weight, double outcome)
    {
        var still = Some.Terms(new Consensus(), [60, 60, 60, 0, 0], [100, 100, 100, 100, 100], new() { Initial = 0, Growth = 0, ShockRate = 0 });
        var heard = still with
        {
            Crisis = still.Crisis with
            {
                ExternalPowers = [Power(90), Power(30)],
            },
        };
        CampaignTerms Terms(Sponsor? sponsor) => new()
        {
            Years = 10,
            Streams = [new() { Terms = heard with { WayAround = new() { AfterDays = 45, Sponsor = sponsor } }, Days = [0] }],
            Conduct = new() { Memory = new() { LeftOut = 0.2 }, Compliance = new() { Noise = 0 } },
        };
        ExternalPower Power(double wants) => new() { Name = $"of {wants}", Position = [wants], Affinity = [0, 0, 0, 0, 0] };
        var alone = (await silo.HoldAsync(Terms(null), 1)).Single();
        var driven = (await silo.HoldAsync(Terms(new() { Power = power, Weight = weight }), 1)).Single();
        var (without, with) = (alone.Matters.Single(), driven.Matters.Single());

        with.Result.Outcome[0][0].ShouldBe(outcome, 1e-12);
        with.Result.Supported[0][0].ShouldBe(60, 1e-12);
        without.Result.Supported.ShouldBeEmpty();
        (with.Result.Endings[0], with.Result.Days[0], with.Result.OptedOut[0]).ShouldBe((Ending.Minilateral, 50, 0b11000UL));
        driven.GoodwillMinimum[9][0].ShouldBe(alone.GoodwillMinimum[9][0]);

        // Nothing urges them, so that the text is worth what it gains on the status quo of 20.
        with.Result.Surplus[0][0].ShouldBe((40 - Math.Abs(outcome - 60)) / 100, 1e-12);
        with.CarriedOut[0].ShouldBe(0b111UL);
        with.Effect[0].ShouldBe((outcome - 20) * 0.6, 1e-12);
    }

    [Fact]
    public async Task A_sponsor_without_weight_changes_no_bit_of_what_there_is_without_one()
    {
        var terms = new RandomCampaign(11).Terms();
        CampaignTerms With(Func<DeliberationTerms, Minilateral?> way) =>
            terms with { Streams = [.. terms.Streams.Select(stream => stream with { Terms = stream.Terms with { WayAround = way(stream.Terms), Uncertainty = null } })] };
        var willing = new Minilateral { AfterDays = 30, AtLeast = 1 };
        var powers = terms.Streams.Select(stream => stream.Terms.Crisis.ExternalPowers.Length).ToArray();
        powers.ShouldContain(count => count > 0);
        var without = (await silo.HoldAsync(With(_ => willing), 100)).Single();
        var with = (await silo.HoldAsync(
            With(stream => stream.Crisis.ExternalPowers.IsEmpty ? willing : willing with { Sponsor = new() { Power = 0, Weight = 0 } }), 100)).Single();

        without.Matters.Sum(matter => matter.Result.Endings.Count(ending => ending == Ending.Minilateral)).ShouldBeGreaterThan(20);
        with = with with { Matters = [.. with.Matters.Select(matter => matter with { Result = matter.Result with { Supported = [] } })] };
        CampaignBits.Of([with]).ShouldBe(CampaignBits.Of([without]));
    }

    private static CohortResult Deliberate(DeliberationTerms terms, Cohort cohort)
    {
        var chair = new Chair(terms);
        Delegation[] members = [.. terms.Roster.Members.Select((_, seat) => new Delegation(PreferenceProfile.Of(terms, seat), terms.Settings, terms.Seed))];
        if (chair.Open(cohort, [.. members.Select(member => member.Open(cohort))]))
        {
            chair.Begin([.. members.Select(member => member.Consult(chair.Brief()))]);
            while (chair.Conclude([.. members.Select(member => member.Answer(chair.Brief()))]))
            {
            }
        }

        return chair.Result();
    }
}
