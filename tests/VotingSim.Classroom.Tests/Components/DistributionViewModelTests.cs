using VotingSim.Classroom.Components;
using VotingSim.Classroom.Deliberations;
using VotingSim.Deliberation;

namespace VotingSim.Classroom.Tests.Components;

/// <summary>The distribution over a handful of replications that are counted by hand.</summary>
public sealed class DistributionViewModelTests(SiloFixture silo) : IAsyncLifetime
{
    private LiveSample _sample = null!;
    private LiveDeliberation _live = null!;
    private DistributionViewModel _shown = null!;

    private ArmSample Arm => _sample.Arms[0];

    public async ValueTask InitializeAsync()
    {
        var convener = new Convener(new() { Folder = Path.GetTempPath() }, silo.Grains);
        var plan = convener.Plan(new() { Rules = ["consensus"] });
        _live = await convener.ConveneAsync(plan, plan.Arms[0], 0);
        _sample = convener.Sample(plan);
        _shown = new(_sample, [_live]);
    }

    public ValueTask DisposeAsync() => _live.DisposeAsync();

    [Fact]
    public void Before_anything_is_counted_there_is_an_axis_and_nothing_on_it()
    {
        _shown.Rounds.ShouldBe(8);
        _shown.Curve(Arm).ShouldBe("M0 1H1V1H2V1H3V1H4V1H5V1H6V1H7V1H8V1");
        (DistributionViewModel.Share(Arm), DistributionViewModel.Median(Arm), _shown.Outvoted(Arm)).ShouldBe(("", "", ""));
        DistributionViewModel.UndecidedShare(Arm).ShouldBe(0);
        (_shown.MostInRound, _shown.MostInBin).ShouldBe((1, 1));
        _shown.Gap.ShouldBeNull();
        _shown.Progress.ShouldBe("0 of 1,000 replications");
        _shown.Decision(0).ShouldBeNull();
    }

    [Fact]
    public void The_curve_is_the_share_that_has_decided_by_each_round()
    {
        Arm.Add(Counted((1, true), (1, true), (3, true), (8, true)));

        _shown.Rounds.ShouldBe(8);
        _shown.Curve(Arm).ShouldBe("M0 1H1V0.5H2V0.5H3V0.25H4V0.25H5V0.25H6V0.25H7V0.25H8V0");
        _shown.MostInRound.ShouldBe(2);
        _shown.EndLabels.Single().ShouldBe(("Consensus 100\u00A0%", 0, 0));
        DistributionViewModel.Share(Arm).ShouldStartWith("100\u00A0% decide in time (");
    }

    [Fact]
    public void The_axis_grows_in_steps_of_eight_rounds_and_to_the_end_where_somebody_is_undecided()
    {
        Arm.Add(Counted((9, true)));
        _shown.Rounds.ShouldBe(16);
        Arm.Add(Counted((_live.Horizon, false)));
        _shown.Rounds.ShouldBe(_live.Horizon);
        _shown.Horizon.ShouldBe(_live.Horizon * _live.Arm.Terms.Settings.RoundDays);
        DistributionViewModel.UndecidedShare(Arm).ShouldBe(0.5);
    }

    [Fact]
    public void The_band_encloses_the_curve()
    {
        Arm.Add(Counted((1, true), (2, true), (4, true), (_live.Horizon, false)));
        var band = Heights(_shown.Band(Arm));
        var curve = Heights(_shown.Curve(Arm));
        for (var round = 0; round < _shown.Rounds; round++)
        {
            // A drawing counts from the top.
            band[round].ShouldBeLessThan(curve[round]);
            band[^(round + 1)].ShouldBeGreaterThanOrEqualTo(round == 0 ? 1 : curve[round - 1]);
        }
    }

    [Fact]
    public void Days_on_the_axis_start_with_the_opening_in_even_steps_and_are_few_enough_to_read()
    {
        for (var last = 1; last <= _live.Horizon; last += 8)
        {
            Arm.Add(Counted((last, true)));
            double[] days = [.. _shown.Days];
            days[0].ShouldBe(0);
            days[^1].ShouldBeLessThanOrEqualTo(_shown.Horizon);
            days.Length.ShouldBeInRange(2, 10);
            days.Zip(days.Skip(1), (one, next) => next - one).Distinct().Count().ShouldBe(1);
        }
    }

    [Fact]
    public void Members_are_named_by_how_often_they_were_bound_over_their_objection()
    {
        Arm.Add(Counted((1, true), (1, true)) with { Objectors = [0b110, 0b010], OptedOut = [0b100, 0] });
        _shown.Outvoted(Arm).ShouldBe("Outvoted most often: KHM 100\u00A0% of decisions.");
    }

    [Fact]
    public async Task The_world_on_the_table_is_marked_where_it_decided_or_did_not()
    {
        await _live.GoToAsync(_live.Horizon);
        (_shown.Decision(0) is not null).ShouldBe(_live.Current.Adopted);
        _shown.IsUndecided(0).ShouldBe(!_live.Current.Adopted);
    }

    private static double[] Heights(string path) =>
        [.. path.Split('V').Skip(1).Select(step => double.Parse(step.Split('H', 'Z')[0], System.Globalization.CultureInfo.InvariantCulture))];

    // Texts of 50, nobody against.
    private static CohortResult Counted(params (int Round, bool Decided)[] slots)
    {
        var (none, nobody) = (new double[slots.Length], new ulong[slots.Length]);
        return new()
        {
            Cohort = new(0, slots.Length),
            Decided = [.. slots.Select(slot => slot.Decided)],
            Rounds = [.. slots.Select(slot => slot.Round)],
            Outcome = [[.. slots.Select(_ => 50.0)]],
            Supporters = nobody,
            Objectors = nobody,
            OptedOut = nobody,
            AgreementIndex = none,
            RiceIndex = none,
            OpeningCohesion = none,
            PositionalCohesion = none,
            Polarization = none,
            Outvoted = new int[slots.Length],
            Coverage = none,
            MeanUtility = none,
            MinimumUtility = none,
            Inequality = none,
            Traces = [],
        };
    }
}
