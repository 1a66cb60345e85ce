using VotingSim.Classroom.Components;
using VotingSim.Classroom.Deliberations;
using VotingSim.Classroom.Runs;

namespace VotingSim.Classroom.Tests.Components;

/// <summary>Sliders, the worlds that come of them and where the answer turns, against plain counting.</summary>
public sealed class WhatIfViewModelTests : IDisposable
{
    private static readonly TableChoice Two = new() { Crisis = "economic-shock", Rules = ["consensus", "asean-qmv"], Seed = 7 };

    private readonly Convener _convener;
    private readonly OtherWorlds _worlds = new(() => false, TimeProvider.System);
    private readonly WhatIfViewModel _model;

    public WhatIfViewModelTests(SiloFixture silo)
    {
        _convener = new(new() { Folder = Path.GetTempPath() }, silo.Grains);
        _model = new(_convener, _worlds);
    }

    public void Dispose()
    {
        _model.Dispose();
        _worlds.Dispose();
    }

    [Fact]
    public async Task The_last_value_wins_and_its_worlds_are_those_of_its_experiment()
    {
        _model.Take(Two);
        _model.All.Select(slider => slider.Lever).ShouldBe(Enum.GetValues<Lever>());
        _model.All.ShouldAllBe(slider => slider.IsUsual);
        _model.Move(Lever.Patience, 10);
        var first = _model.RecomputeAsync();
        _model.Move(Lever.Patience, 0);
        _model.IsOld.ShouldBeTrue();
        (await _model.RecomputeAsync()).ShouldBeTrue();
        (await first).ShouldBeFalse();
        _model.IsOld.ShouldBeFalse();
        _model.Choice.Query.ShouldEndWith("&patience=0");

        var plain = await SampleAsync(_model.Choice, 1000);
        _model.Sample!.Arms[1].Worlds.ShouldBe(plain.Arms[1].Worlds);
        _model.Answer(null).ShouldBe(PlainAnswer(plain));

        _model.Reset();
        _model.Choice.ShouldBe(Two);
        _model.All.ShouldAllBe(slider => slider.IsUsual);
    }

    [Fact]
    public void A_slider_back_at_its_shipped_value_changes_nothing()
    {
        _model.Take(Two);
        foreach (var slider in _model.All)
        {
            _model.Move(slider.Lever, slider.High);
            _model.Choice.WhatIf.Values.Keys.ShouldBe([slider.Lever]);
            _model.Move(slider.Lever, slider.Usual);
            _model.Choice.ShouldBe(Two);
        }
    }

    [Fact]
    public async Task Where_the_quota_turns_the_answer_is_what_trying_every_tenth_of_its_range_says()
    {
        _model.Take(Two);
        (await _model.TurnAsync(Lever.Quota)).ShouldBeTrue();
        _model.TurnWords.ShouldNotBeEmpty();

        // The plain way: which rule is clearly earlier at each value of the grid, and at both sides of each turn.
        var tried = new List<(double Quota, int Answer)>();
        foreach (var quota in Enumerable.Range(0, 11).Select(place => Math.Round(0.5 + (place * 0.05), 6)).Concat(_model.Turns.SelectMany(turn => new[] { turn.Below, turn.Above })))
        {
            var sample = await SampleAsync(Two with { WhatIf = WhatIf.Nothing.With(Lever.Quota, quota) }, WhatIfViewModel.WorldsOfTurn);
            tried.Add((quota, PlainVerdict(sample)));
        }

        var changes = tried.Order().Distinct().ToArray();
        changes.Zip(changes.Skip(1)).Where(pair => pair.First.Answer != pair.Second.Answer)
            .Select(pair => new Turn(pair.First.Quota, pair.Second.Quota, pair.First.Answer, pair.Second.Answer)).ShouldBe(_model.Turns);
        _model.Turns.ShouldAllBe(turn => Math.Abs(turn.Above - turn.Below - 0.01) < 1e-9);
        _model.Turns.Count.ShouldBeGreaterThan(0);
        _model.TurnWords.ShouldStartWith($"At “{_model.All.Single(slider => slider.Lever == Lever.Quota).Told(_model.Turns[0].Below)}” ");
    }

    [Fact]
    public async Task While_people_are_in_a_room_other_worlds_wait_their_turn()
    {
        var clock = new Microsoft.Extensions.Time.Testing.FakeTimeProvider { AutoAdvanceAmount = TimeSpan.FromSeconds(1) };
        using var yielding = new OtherWorlds(() => true, clock);
        var sample = _convener.Sample(_convener.Plan(Two));
        using var stop = new CancellationTokenSource();
        var filling = yielding.FillAsync(sample, 1000, stop.Token);
        await Wait.UntilAsync(() => sample.Done == 100, () => $"{sample.Done} worlds");
        await Task.Delay(200);
        sample.Done.ShouldBe(100);
        await stop.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(filling);
    }

    private async Task<LiveSample> SampleAsync(TableChoice choice, int worlds)
    {
        var sample = _convener.Sample(_convener.Plan(choice));
        await sample.AddAsync(worlds);
        return sample;
    }

    private static (int Earlier, int Same, int Later) Counts(LiveSample sample)
    {
        var (earlier, same, later) = (0, 0, 0);
        for (var world = 0; world < sample.Done; world++)
        {
            var (one, other) = (sample.Arms[1].Worlds[world], sample.Arms[0].Worlds[world]);
            var (mine, first) = (one.Decided ? one.Day : double.PositiveInfinity, other.Decided ? other.Day : double.PositiveInfinity);
            (earlier, same, later) = (earlier + (mine < first ? 1 : 0), same + (mine == first ? 1 : 0), later + (mine > first ? 1 : 0));
        }

        return (earlier, same, later);
    }

    // Wilson's interval holds those shares that the score test does not reject: one half, as long as |2x - n| <= z sqrt(n).
    private static int PlainVerdict(LiveSample sample)
    {
        var (earlier, _, later) = Counts(sample);
        return Math.Abs(earlier - later) > 1.959963984540054 * Math.Sqrt(earlier + later) ? Math.Sign(later - earlier) : 0;
    }

    private static string PlainAnswer(LiveSample sample)
    {
        var (earlier, same, later) = Counts(sample);
        earlier.ShouldBeGreaterThan(later);
        var (low, high) = Wilson(earlier, sample.Done);
        var (mine, first) = (Half(sample.Arms[1]), Half(sample.Arms[0]));
        return $"Qualified majority is earlier than Consensus in {Percent(earlier / 1000.0)} of the worlds ({Percent(low)}–{Percent(high)}), "
            + $"as early in {Percent(same / 1000.0)} and later in {Percent(later / 1000.0)}; half have decided by day {ClassroomWording.Day(mine)} "
            + $"against day {ClassroomWording.Day(first)}, {Math.Round(first - mine)} days earlier.";
    }

    // The day by which half have decided, where half do; the wait for the agenda makes no two days of different worlds alike.
    private static double Half(ArmSample arm) => arm.Days.Order().ElementAt(499);

    private static (double Low, double High) Wilson(double successes, double trials)
    {
        const double Z = 1.959963984540054;
        var (p, scale) = (successes / trials, 1 + (Z * Z / trials));
        var half = Z * Math.Sqrt((p * (1 - p) / trials) + (Z * Z / (4 * trials * trials)));
        return ((p + (Z * Z / (2 * trials)) - half) / scale, (p + (Z * Z / (2 * trials)) + half) / scale);
    }

    private static string Percent(double share) => ClassroomWording.Percent(share);
}
