using VotingSim.Deliberation;
using VotingSim.Experiments.Plan;
using VotingSim.Grains;

namespace VotingSim.Classroom.Deliberations;

/// <summary>A deliberation that somebody watches: rounds come from its room one at a time, and those that were held can be looked at again.</summary>
public sealed class LiveDeliberation : IAsyncDisposable
{
    private readonly IRoomGrain _room;
    private readonly RoomOrder _order;
    private readonly RuleTimetable _timetable;
    private readonly List<RoundView> _rounds = [];
    private int _shown;

    private LiveDeliberation(IRoomGrain room, RoomOrder order, Arm arm, CrisisText text, AgendaMessage? opening)
    {
        (_room, _order, Arm, Text) = (room, order, arm, text);
        Terms = arm.Terms.InWorld(order.Replication);
        _timetable = new(arm.Terms);
        if (opening is not null)
        {
            _rounds.Add(RoundView.Opening(Terms, opening, _timetable));
        }
    }

    /// <summary>Who deliberates on what, under which rule.</summary>
    public Arm Arm { get; }

    /// <summary>The terms as they are in this world: what is uncertain in a run that is held again has here the value that was drawn.</summary>
    public DeliberationTerms Terms { get; }

    /// <summary>Crisis and rule in words.</summary>
    public CrisisText Text { get; }

    /// <summary>The luck.</summary>
    public uint Replication => _order.Replication;

    /// <summary>Whether the matter reached the agenda in time for a session; where it did not, there is nothing to look at.</summary>
    public bool HasOpened => _rounds.Count > 0;

    /// <summary>The opening statements and all rounds held so far; empty where the matter did not reach the agenda.</summary>
    public IReadOnlyList<RoundView> Rounds => _rounds;

    /// <summary>What is looked at: 0 is the opening, 1 the first round.</summary>
    public int Shown => _shown;

    /// <summary>The round that is looked at. Only where the matter has reached the agenda.</summary>
    public RoundView Current => _rounds[_shown];

    /// <summary>The round before it; the opening has none.</summary>
    public RoundView? Before => _shown > 0 ? _rounds[_shown - 1] : null;

    /// <summary>What came of it; null while it goes on.</summary>
    public CohortResult? Result { get; private set; }

    /// <summary>Whether the last round is looked at, or there is none.</summary>
    public bool IsAtEnd => !HasOpened || (Result is not null && _shown == _rounds.Count - 1);

    /// <summary>The day on which time is up. Unit: days from the event.</summary>
    public double Horizon => Arm.Terms.Settings.HorizonDays;

    /// <summary>Convenes a room.</summary>
    public static async Task<LiveDeliberation> ConveneAsync(IGrainFactory grains, string room, Arm arm, CrisisText text, uint replication)
    {
        var (grain, order) = (grains.GetGrain<IRoomGrain>(room), new RoomOrder(arm.Terms, replication));
        return new(grain, order, arm, text, await grain.OpenAsync(order));
    }

    /// <summary>Looks at the next round, which is held now if it was not before. At the end nothing happens.</summary>
    public Task StepAsync() => GoToAsync(_shown + 1);

    /// <summary>Looks at the round before. At the opening nothing happens.</summary>
    public void StepBack() => _shown = Math.Max(0, _shown - 1);

    /// <summary>Looks at the last round; those before it are held first.</summary>
    public Task GoToEndAsync() => GoToAsync(int.MaxValue);

    /// <summary>Looks at a round; those before it are held first. Beyond the end it is the last one.</summary>
    public async Task GoToAsync(int round)
    {
        if (!HasOpened)
        {
            return;
        }

        while (Result is null && _rounds.Count <= round)
        {
            var held = await _room.HoldAsync(_order, [.. Enumerable.Repeat(RoundActs.None, _rounds.Count - 1)], RoundActs.None);
            _rounds.Add(RoundView.Of(Terms, held, _timetable));
            Result = held.Result;
        }

        _shown = Math.Clamp(round, 0, _rounds.Count - 1);
    }

    public async ValueTask DisposeAsync() => await _room.CloseAsync();
}
