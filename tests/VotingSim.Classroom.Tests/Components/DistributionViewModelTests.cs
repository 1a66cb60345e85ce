using VotingSim.Classroom.Components;
using VotingSim.Classroom.Deliberations;
using VotingSim.Deliberation;

namespace VotingSim.Classroom.Tests.Components;

/// <summary>The distribution over a handful of replications that are counted by hand.</summary>
public sealed class DistributionViewModelTests(SiloFixture silo) : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new("distribution");
    private LiveSample _sample = null!;
    private LiveDeliberation _live = null!;
    private DistributionViewModel _shown = null!;

    private ArmSample Arm => _sample.Arms[0];

    public async ValueTask InitializeAsync()
    {
        OwnCrisis.Write(_folder.Path, wait: 0);
        var convener = new Convener(new() { Folder = _folder.Path }, silo.Grains);
        var plan = convener.Plan(new() { Crisis = OwnCrisis.Name, Rules = ["consensus"] });
        _live = await convener.ConveneAsync(plan, plan.Arms[0], 0);
        _sample = convener.Sample(plan);
        _shown = new(_sample, [_live]);
    }

    public async ValueTask DisposeAsync()
    {
        await _live.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public void Before_anything_is_counted_there_is_an_axis_and_nothing_on_it()
    {
        _shown.Columns.ShouldBe(8);
        _shown.Curve(Arm).ShouldBe("M0 1V1H8");
        (DistributionViewModel.Share(Arm), DistributionViewModel.Median(Arm), _shown.Outvoted(Arm)).ShouldBe(("", "", ""));
        DistributionViewModel.Endings(Arm).ShouldBe("");
        DistributionViewModel.UndecidedShare(Arm).ShouldBe(0);
        (_shown.MostInColumn, _shown.MostInBin).ShouldBe((1, 1));
        _shown.Gap.ShouldBeNull();
        _shown.Progress.ShouldBe("0 of 1,000 replications");
        _shown.Decision(0).ShouldBeNull();
    }

    [Fact]
    public void The_curve_is_the_share_that_has_decided_by_each_round()
    {
        Arm.Add(Counted((1, true), (1, true), (3, true), (8, true)));

        // The shipped calendar of what is acute: sessions on day 7, 21, 35, ... and so in the middle of columns of fourteen days.
        _shown.Columns.ShouldBe(8);
        _shown.Curve(Arm).ShouldBe("M0 1V1H0.5V0.5H2.5V0.25H7.5V0H8");
        _shown.DecidedInColumns(Arm).ShouldBe([2, 0, 1, 0, 0, 0, 0, 1]);
        _shown.MostInColumn.ShouldBe(2);
        _shown.EndLabels.Single().ShouldBe(("Consensus 100\u00A0%", 0, 0));
        DistributionViewModel.Share(Arm).ShouldStartWith("100\u00A0% decide in time (");
    }

    [Fact]
    public void The_axis_grows_in_steps_of_eight_columns_and_to_the_end_where_somebody_is_undecided()
    {
        Arm.Add(Counted((9, true)));
        _shown.Columns.ShouldBe(16);
        Arm.Add(Counted((Last, false)));
        _shown.Columns.ShouldBe((int)Math.Ceiling(_live.Horizon / _shown.ColumnDays));
        _shown.Horizon.ShouldBeInRange(_live.Horizon, _live.Horizon + _shown.ColumnDays);
        DistributionViewModel.UndecidedShare(Arm).ShouldBe(0.5);
    }

    [Fact]
    public void The_band_encloses_the_curve()
    {
        Arm.Add(Counted((1, true), (2, true), (4, true), (Last, false)));
        var band = Levels(_shown.Band(Arm));
        var curve = Levels(_shown.Curve(Arm));
        var turn = band.FindIndex(level => level.To == _shown.Columns) + 1;
        for (var place = 0.5; place < _shown.Columns; place++)
        {
            // A drawing counts from the top; the lower edge comes back from the right.
            var height = curve.First(level => level.To > place).Top;
            band[..turn].First(level => level.To > place).Top.ShouldBeLessThanOrEqualTo(height);
            band[turn..].First(level => level.To < place).Top.ShouldBeGreaterThanOrEqualTo(height);
        }

        band[..turn].First(level => level.To > 1.5).Top.ShouldBeLessThan(0.75);
        band[turn..].First(level => level.To < 1.5).Top.ShouldBeGreaterThan(0.75);
    }

    [Fact]
    public void Days_on_the_axis_start_with_the_opening_in_even_steps_and_are_few_enough_to_read()
    {
        for (var last = 1; last <= Last; last += 8)
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
        await _live.GoToEndAsync();
        (_shown.Decision(0) is not null).ShouldBe(_live.Current.Adopted);
        _shown.IsUndecided(0).ShouldBe(!_live.Current.Adopted);
    }

    private static List<(double Top, double To)> Levels(string path) =>
    [
        .. path.TrimEnd('Z').Split('V').Skip(1).Select(level => level.Split('H')).Select(level =>
            (double.Parse(level[0], System.Globalization.CultureInfo.InvariantCulture), double.Parse(level[1], System.Globalization.CultureInfo.InvariantCulture))),
    ];

    [Fact]
    public void Every_ending_has_its_share_and_who_never_met_is_told()
    {
        Arm.Add(Counted((1, true), (2, true), (3, true), (Last, false)) with
        {
            Endings = [Ending.Consent, Ending.Vote, Ending.Consent, Ending.Open],
            Rounds = [1, 2, 3, 0],
        });
        DistributionViewModel.Endings(Arm).ShouldBe("50\u00A0% by consent, 25\u00A0% by vote, 25\u00A0% still open (25\u00A0% never reached the agenda).");
        Arm.NeverOpened.ShouldBe(1);
        Arm.Add(Counted((Last, false)) with { Endings = [Ending.Failed] });
        DistributionViewModel.Endings(Arm).ShouldContain("20\u00A0% failed, 20\u00A0% still open");
    }

    // The number of columns up to the horizon, one for every session where the table opens at once.
    private int Last => (int)Math.Ceiling(_live.Horizon / _live.Arm.Terms.Settings.Calendar.RoundDays);

    // Texts of 50, nobody against; the day of session n is that of the calendar, the table having opened at once.
    private CohortResult Counted(params (int Round, bool Decided)[] slots)
    {
        var (none, nobody) = (new double[slots.Length], new ulong[slots.Length]);
        return new()
        {
            Cohort = new(0, slots.Length),
            Decided = [.. slots.Select(slot => slot.Decided)],
            Rounds = [.. slots.Select(slot => slot.Round)],
            Endings = [.. slots.Select(slot => slot.Decided ? Ending.Consent : Ending.Open)],
            WaitDays = new int[slots.Length],
            Days = [.. slots.Select(slot => slot.Decided ? _live.Arm.Terms.Settings.Calendar.DayOf(slot.Round - 1) : _live.Horizon)],
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
            Content = none,
            MeanUtility = none,
            MinimumUtility = none,
            Inequality = none,
            Parameters = [],
            Traces = [],
        };
    }
}
