using VotingSim.Classroom.Deliberations;
using VotingSim.Classroom.Runs;
using VotingSim.Configuration;
using VotingSim.Experiments.Plan;

namespace VotingSim.Classroom.Components;

/// <summary>The sliders of a page, and the worlds that are deliberated anew while they move: a thousand at a time, those asked for last.</summary>
/// <param name="convener">Makes plans of choices.</param>
/// <param name="worlds">Deliberates.</param>
public sealed class WhatIfViewModel(Convener convener, OtherWorlds worlds) : IDisposable
{
    /// <summary>Worlds at each value that is tried for a turn.</summary>
    public const int WorldsOfTurn = 300;

    // Shorter than anybody notices, longer than a slider rests between two of its steps.
    private static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(150);

    private readonly SemaphoreSlim _oneAtATime = new(1);
    private readonly string _table = Convener.TableName();
    private ExperimentPlan? _usual;
    private CancellationTokenSource _asked = new();
    private int _seat;
    private (LiveSample? Of, string Sentence) _answered = (null, "");

    /// <summary>What is chosen, with what is changed.</summary>
    public TableChoice Choice { get; private set; } = new();

    /// <summary>Whether the sliders are looked at.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>The sliders; empty where there is nothing to move.</summary>
    public IReadOnlyList<Slider> All => _usual is null ? [] : Sliders.Of(_usual, Choice.WhatIf, _seat);

    /// <summary>The members: code and name, in the order of seats.</summary>
    public IEnumerable<(string Code, string Name)> Members =>
        _usual?.Arms[0].Terms.Roster.Members.Select(member => (member.Code, member.Name)) ?? [];

    /// <summary>Code of the member whose position can be moved.</summary>
    public string Member => _usual?.Arms[0].Terms.Roster.Members[_seat].Code ?? "";

    /// <summary>The worlds that were deliberated last; null before any were.</summary>
    public LiveSample? Sample { get; private set; }

    /// <summary>Whether those are of other values than the sliders say.</summary>
    public bool IsOld { get; private set; }

    /// <summary>The slider along which a turn was looked for; null where none was.</summary>
    public Lever? Turning { get; private set; }

    /// <summary>Where it turns along that slider, in sentences; empty while it is looked for.</summary>
    public string TurnWords { get; private set; } = "";

    /// <summary>The values at which it turns there.</summary>
    public IReadOnlyList<Turn> Turns { get; private set; } = [];

    /// <summary>The rules in words.</summary>
    public IReadOnlyList<string> Rules => _usual is { } usual ? [.. usual.Arms.Select(arm => CrisisText.Of(usual, arm).Rule)] : [];

    /// <summary>Whether other worlds have been asked for than the page began with.</summary>
    public bool HasMoved { get; private set; }

    /// <summary>The answer of the worlds that were deliberated last, or of those the page has; empty while there are none.</summary>
    /// <param name="other">Those the page has.</param>
    public string Answer(LiveSample? other)
    {
        if ((Sample ?? other) is not { } sample || sample.Done < sample.Total)
        {
            return "";
        }

        // A page is drawn often, and a whole sample says the same each time.
        if (!ReferenceEquals(_answered.Of, sample))
        {
            _answered = (sample, new WorldAnswer(sample, Rules).Sentence);
        }

        return _answered.Sentence;
    }

    /// <summary>Takes note of what is on the page.</summary>
    public void Take(TableChoice choice)
    {
        ArgumentNullException.ThrowIfNull(choice);
        Stop();
        (Choice, Sample, IsOld, HasMoved, _usual) = (choice, null, false, false, null);
        ForgetTurn();
        try
        {
            _usual = convener.Plan(choice with { WhatIf = WhatIf.Nothing });
        }
        catch (ConfigurationException)
        {
            return; // the page tells what is wrong
        }

        IsOpen |= !choice.WhatIf.IsNothing;
        var member = choice.WhatIf.Member;
        _seat = Math.Max(0, _usual.Arms[0].Terms.Roster.Members.Select(one => one.Code).ToList().IndexOf(member ?? ""));
    }

    /// <summary>Opens the panel, or closes it.</summary>
    public void Toggle() => IsOpen = !IsOpen;

    /// <summary>Takes another member, whose position is then as shipped.</summary>
    public void Seat(string code)
    {
        _seat = Math.Max(0, Members.Select(member => member.Code).ToList().IndexOf(code));
        Change(Choice.WhatIf.Without(Lever.Position));
    }

    /// <summary>Moves a slider.</summary>
    public void Move(Lever lever, double value)
    {
        var slider = All.First(one => one.Lever == lever);
        var changed = Math.Clamp(value, slider.Range.Low, slider.Range.High);
        Change(slider.IsNear(changed)
            ? Choice.WhatIf.Without(lever)
            : Choice.WhatIf.With(lever, changed, lever == Lever.Position ? Member : null));
    }

    /// <summary>Puts every slider back to where it was shipped.</summary>
    public void Reset() => Change(WhatIf.Nothing);

    /// <summary>Deliberates a thousand worlds of what the sliders say, once they rest; whatever was asked for before is given up.</summary>
    /// <returns>Whether there are new worlds; not where others were asked for in the meantime.</returns>
    public async Task<bool> RecomputeAsync()
    {
        var asked = Ask();
        try
        {
            await Task.Delay(Rest, asked);
            await _oneAtATime.WaitAsync(asked);
            try
            {
                var sample = convener.Sample(convener.Plan(Choice), _table);
                await worlds.FillAsync(sample, sample.Total, asked);
                (Sample, IsOld) = (sample, false);
                return true;
            }
            finally
            {
                _oneAtATime.Release();
            }
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    /// <summary>Looks for the values of a slider at which the answer turns, with everything else as it stands.</summary>
    /// <returns>Whether it was looked for to the end; not where something else was asked for in the meantime.</returns>
    public async Task<bool> TurnAsync(Lever lever)
    {
        var isBehind = IsOld;
        var asked = Ask();
        var slider = All.First(one => one.Lever == lever);
        (Turning, TurnWords, Turns) = (lever, "", []);
        try
        {
            await _oneAtATime.WaitAsync(asked);
            try
            {
                var (choice, member, answer) = (Choice, lever == Lever.Position ? Member : null, (WorldAnswer?)null);
                var (turns, first) = await TurnSearch.FindAsync(slider.Low, slider.High, slider.Range.Step, async value =>
                {
                    var sample = convener.Sample(convener.Plan(choice with { WhatIf = choice.WhatIf.With(lever, value, member) }), _table);
                    await worlds.FillAsync(sample, WorldsOfTurn, asked);
                    answer = new(sample, Rules);
                    return answer.Verdict;
                });
                (Turns, TurnWords) = (turns, TurnSentence.Of(slider, turns, first, answer!.Words));
            }
            finally
            {
                _oneAtATime.Release();
            }
        }
        catch (OperationCanceledException)
        {
            return false;
        }

        return !isBehind || await RecomputeAsync();
    }

    public void Dispose()
    {
        Stop();
        _asked.Dispose();
    }

    private void Change(WhatIf changed)
    {
        Stop();
        (Choice, IsOld, HasMoved) = (Choice with { WhatIf = changed }, true, true);
        ForgetTurn();
    }

    private void ForgetTurn() => (Turning, TurnWords, Turns) = (null, "", []);

    private void Stop() => _asked.Cancel();

    private CancellationToken Ask()
    {
        _asked.Cancel();
        _asked.Dispose();
        _asked = new();
        return _asked.Token;
    }
}
