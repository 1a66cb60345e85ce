using VotingSim.Classroom.Components;
using VotingSim.Classroom.Deliberations;
using VotingSim.Classroom.Pages;

namespace VotingSim.Classroom.Tests.Pages;

/// <summary>Rules side by side, against their deliberations one by one.</summary>
public sealed class CompareViewModelTests(SiloFixture silo) : IAsyncDisposable
{
    private readonly CompareViewModel _worlds = new(new(new() { Folder = Path.GetTempPath() }, silo.Grains));

    public ValueTask DisposeAsync() => _worlds.DisposeAsync();

    [Fact]
    public async Task The_news_says_who_decides_first_and_what_becomes_of_the_others()
    {
        // The first world in which the rules differ: patience lets most majorities decide when consensus does.
        ulong seed = 0;
        do
        {
            await ConveneAsync(new() { Rules = ["consensus", "asean-qmv"], Seed = ++seed });
            await _worlds.GoToAsync(10_000);
        }
        while (!_worlds.Lives[1].Current.Adopted || (_worlds.Lives[0].Current is { Adopted: true } one && one.Day <= _worlds.Lives[1].Current.Day));

        await _worlds.GoToAsync(0);
        var calendar = _worlds.Lives[0].Arm.Terms.Settings.Calendar;
        _worlds.News.ShouldEndWith("Opening statements: every rule meets the same positions.");
        await _worlds.GoToAsync(10_000);

        var (consensus, majority) = (_worlds.Lives[0], _worlds.Lives[1]);
        _worlds.CanStep.ShouldBeFalse();
        _worlds.Shown.ShouldBe(Math.Max(consensus.Rounds.Count, majority.Rounds.Count) - 1);
        var opened = consensus.Rounds[0].Day;
        majority.Rounds[0].Day.ShouldBe(opened);
        var (last, first) = (DayOf(consensus.Current.Number), DayOf(majority.Current.Number));
        var rest = consensus.Current.Adopted ? $"Consensus follows {last - first} days later." : "Consensus has not decided when time is up.";
        _worlds.News.ShouldBe($"Qualified majority decides first, on day {first}. {rest}");

        await _worlds.GoToAsync(majority.Current.Number);
        _worlds.News.ShouldBe($"Qualified majority decides first, on day {first}. Consensus is still talking.");
        await _worlds.GoToAsync(majority.Current.Number - 1);
        _worlds.News.ShouldBe($"Round {_worlds.Shown}, day {DayOf(_worlds.Shown)}: nobody has decided yet.");
        _worlds.Link.ShouldBe($"/compare?crisis=myanmar-2021&rule=consensus&rule=asean-qmv&seed={seed}&round={_worlds.Shown}");

        double DayOf(int number) => opened + calendar.FirstRoundDay + ((number - 1) * calendar.RoundDays);
    }

    [Fact]
    public async Task Four_rules_are_told_in_the_order_in_which_they_decide()
    {
        // The first world in which those that follow do so in another order than they stand in.
        ulong seed = 0;
        LiveDeliberation[] following;
        do
        {
            (++seed).ShouldBeLessThan(500UL);
            await ConveneAsync(new() { Rules = ["unanimity", "consensus", "simple-majority", "asean-qmv"], Seed = seed });
            await _worlds.GoToAsync(10_000);
            var decided = _worlds.Lives.Where(live => live.Current.Adopted).ToArray();
            following = [.. decided.Where(live => live.Current.Day > decided.Min(one => one.Current.Day))];
        }
        while (following.SequenceEqual(following.OrderBy(live => live.Current.Day)));

        var places = following.OrderBy(live => live.Current.Day)
            .Select(live => _worlds.News.IndexOf($"{live.Text.Rule} follows ", StringComparison.Ordinal)).ToArray();
        places.ShouldAllBe(place => place > 0);
        places.ShouldBe(places.Order());
        foreach (var never in _worlds.Lives.Where(live => !live.Current.Adopted))
        {
            _worlds.News.IndexOf($"{never.Text.Rule} has not decided", StringComparison.Ordinal).ShouldBeGreaterThan(places[^1]);
        }
    }

    [Fact]
    public async Task Where_the_matter_never_reaches_the_agenda_there_is_no_round_and_still_a_thousand_other_worlds()
    {
        // A wait of e^(10 z) days is beyond two years in every fourth world.
        using var folder = new TemporaryFolder("compare");
        OwnCrisis.Write(folder.Path, wait: 1, spread: 10);
        await using var worlds = new CompareViewModel(new(new() { Folder = folder.Path }, silo.Grains));
        var (never, seeds) = (0, 40);
        for (var seed = 1; seed <= seeds; seed++)
        {
            worlds.Ask(new() { Crisis = OwnCrisis.Name, Rules = ["consensus", "asean-qmv"], Seed = (ulong)seed }).ShouldBeTrue();
            await worlds.ConveneAsync();
            worlds.Lives.Select(live => live.HasOpened).Distinct().ShouldHaveSingleItem().ShouldBe(worlds.HasOpened);
            if (!worlds.HasOpened)
            {
                never++;
                await worlds.GoToAsync(3);
                (worlds.Shown, worlds.CanStep, worlds.Lives.Count).ShouldBe((0, false, 2));
                worlds.Sample.ShouldNotBeNull();
                new DistributionViewModel(worlds.Sample, worlds.Lives).IsUndecided(0).ShouldBeTrue();
            }
        }

        never.ShouldBeInRange(1, seeds - 1);
        await worlds.SampleAsync(() => Task.CompletedTask);

        // P(z > ln(730 - 7) / 10) = 0.2552; five standard deviations of a thousand.
        worlds.Sample!.Arms[0].NeverOpened.ShouldBeInRange(186, 325);
    }

    [Fact]
    public async Task Four_rules_fit_and_the_same_choice_is_not_convened_again()
    {
        var five = new TableChoice { Rules = ["consensus", "unanimity", "asean-qmv", "two-thirds", "penrose"] };
        await ConveneAsync(five);
        _worlds.Lives.Select(live => live.Arm.Rule).ShouldBe(five.Rules.Take(4));
        _worlds.Ask(five).ShouldBeFalse();
        _worlds.Ask(five with { Seed = 2 }).ShouldBeTrue();
    }

    [Fact]
    public async Task The_other_worlds_are_left_when_something_else_is_looked_at()
    {
        await ConveneAsync(new() { Rules = ["consensus"] });
        var (sample, told) = (_worlds.Sample!, new TaskCompletionSource());
        var sampling = _worlds.SampleAsync(() =>
        {
            told.TrySetResult();
            return Task.CompletedTask;
        });
        await told.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        await ConveneAsync(new() { Rules = ["unanimity"] });
        await sampling.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        sample.Done.ShouldBeLessThan(sample.Total);
        _worlds.Sample.ShouldNotBeSameAs(sample);
    }

    [Fact]
    public async Task What_does_not_exist_is_told_in_place_of_what_was_there()
    {
        await ConveneAsync(new() { Rules = ["consensus"] });
        await ConveneAsync(new() { Rules = ["no-such-rule"] });
        _worlds.Problems.ShouldHaveSingleItem().Message.ShouldStartWith("no rule of the name");
        (_worlds.Lives.Count, _worlds.Sample, _worlds.Shown).ShouldBe((0, null, 0));
        await _worlds.SampleAsync(() => throw new InvalidOperationException("There is nothing to sample."));
        await _worlds.GoToAsync(3);
        _worlds.Shown.ShouldBe(0);
    }

    [Fact]
    public void The_next_seed_after_the_largest_is_the_smallest()
    {
        _worlds.Ask(new() { Seed = ulong.MaxValue });
        _worlds.NextLink.ShouldBe("/compare?crisis=myanmar-2021&rule=consensus&seed=0");
    }

    private async Task ConveneAsync(TableChoice choice)
    {
        _worlds.Ask(choice).ShouldBeTrue();
        await _worlds.ConveneAsync();
    }
}
