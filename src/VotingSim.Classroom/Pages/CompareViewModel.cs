using VotingSim.Classroom.Deliberations;
using VotingSim.Configuration;

namespace VotingSim.Classroom.Pages;

/// <summary>The same world under several rules, round by round side by side, and the distribution over a thousand others.</summary>
public sealed class CompareViewModel(Convener convener) : IAsyncDisposable
{
    private CancellationTokenSource? _sampling;

    /// <summary>What was chosen.</summary>
    public TableChoice Choice { get; private set; } = new();

    /// <summary>The deliberations, one per rule; empty before they are convened, and where they cannot be.</summary>
    public IReadOnlyList<LiveDeliberation> Lives { get; private set; } = [];

    /// <summary>The other worlds; null where there are none.</summary>
    public LiveSample? Sample { get; private set; }

    /// <summary>What is wrong with what was asked for.</summary>
    public IReadOnlyList<Problem> Problems { get; private set; } = [];

    /// <summary>The round that is looked at; who ended before it shows the last.</summary>
    public int Shown { get; private set; }

    /// <summary>Whether the matter reached the agenda: then it did so on the same day under every rule.</summary>
    public bool HasOpened => Lives.All(live => live.HasOpened);

    /// <summary>The last round that any has held.</summary>
    public int Known => Lives.Max(live => live.Rounds.Count) - 1;

    /// <summary>Whether there is another round under any of the rules.</summary>
    public bool CanStep => HasOpened && Lives.Any(live => live.Result is null || Shown < live.Rounds.Count - 1);

    /// <summary>What has happened under which rule.</summary>
    public string News => ComparisonNews.Of(Lives, Shown, CanStep);

    /// <summary>The address of what is on the screen.</summary>
    public string Link => $"{LinkTo(Choice)}&round={Shown}";

    /// <summary>The address of the same with other luck.</summary>
    public string NextLink => LinkTo(Choice with { Seed = unchecked(Choice.Seed + 1) });

    /// <summary>The address of a choice.</summary>
    public static string LinkTo(TableChoice choice) => $"/compare?{choice.Query}";

    /// <summary>Takes note of what is asked for, as far as it fits beside one another.</summary>
    /// <returns>Whether it is another comparison than the one on the screen, so that it is to be convened.</returns>
    public bool Ask(TableChoice choice)
    {
        var fitting = choice with { Rules = [.. choice.Rules.Take(Comparison.MostRules)] };
        if (Lives.Count > 0 && fitting == Choice)
        {
            return false;
        }

        Choice = fitting;
        return true;
    }

    /// <summary>Convenes what was asked for in place of what was there.</summary>
    public async Task ConveneAsync()
    {
        await DisposeAsync();
        (Lives, Sample, Shown) = ([], null, 0);
        try
        {
            var plan = convener.Plan(Choice);
            Lives = await Task.WhenAll(plan.Arms.Select(arm => convener.ConveneAsync(plan, arm, Choice.Replication)));
            (Problems, Sample, _sampling) = ([], convener.Sample(plan), new());
        }
        catch (ConfigurationException e)
        {
            Problems = e.Problems;
        }
    }

    /// <summary>Convenes the same with other values in place of what was there, and looks at the same round; the other worlds are left as they
    /// are.</summary>
    /// <param name="choice">The same rules, with what is changed now.</param>
    public async Task FollowAsync(TableChoice choice)
    {
        if (choice == Choice)
        {
            return;
        }

        Choice = choice;
        var plan = convener.Plan(choice);
        var lives = await Task.WhenAll(plan.Arms.Select(arm => convener.ConveneAsync(plan, arm, choice.Replication)));
        await Task.WhenAll(lives.Select(live => live.GoToAsync(Shown)));
        IReadOnlyList<LiveDeliberation> left = lives;
        if (choice == Choice)
        {
            (left, Lives) = (Lives, lives);
        }

        Shown = Lives.Max(live => live.Shown);
        foreach (var live in left)
        {
            await live.DisposeAsync();
        }
    }

    /// <summary>Leaves the other worlds as they are.</summary>
    public void StopSampling() => _sampling?.Cancel();

    /// <summary>Deliberates the other worlds of what was convened, until something else is.</summary>
    /// <param name="afterCohort">Told after every cohort.</param>
    public async Task SampleAsync(Func<Task> afterCohort)
    {
        if (Sample is not { } sample || _sampling is not { } sampling)
        {
            return;
        }

        try
        {
            await sample.RunAsync(afterCohort, sampling.Token);
        }
        catch (OperationCanceledException)
        {
            // Something else is looked at now.
        }
    }

    /// <summary>Looks at a round under every rule.</summary>
    public async Task GoToAsync(int round)
    {
        await Task.WhenAll(Lives.Select(live => live.GoToAsync(Math.Max(0, round))));
        Shown = Lives.Count == 0 ? 0 : Lives.Max(live => live.Shown);
    }

    public async ValueTask DisposeAsync()
    {
        if (_sampling is { } sampling)
        {
            await sampling.CancelAsync();
            sampling.Dispose();
            _sampling = null;
        }

        foreach (var live in Lives)
        {
            await live.DisposeAsync();
        }
    }
}
