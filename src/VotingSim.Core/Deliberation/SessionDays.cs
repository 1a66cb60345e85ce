using System.Runtime.CompilerServices;
using VotingSim.Calendars;
using VotingSim.Cohorts;
using VotingSim.Vectors;
using VotingSim.Worlds;

namespace VotingSim.Deliberation;

/// <summary>The days of each replication: how long it waits for the agenda, when its sessions are, and since when it has had a majority. Model.md
/// 2 and 3.4.</summary>
internal sealed class SessionDays(DeliberationSettings settings)
{
    private readonly SessionCalendar _calendar = settings.Calendar;
    private double[] _majority = [];  // d*; NaN where there was no majority yet
    private Quantity _patience;       // omega
    private bool? _calls;             // a person's choice in the place of omega, for one session

    /// <summary>W, a column. Unit: days from the event.</summary>
    public double[] Waits { get; private set; } = [];

    /// <summary>Begins with another cohort.</summary>
    public void Open(WorldDraws worlds, int lanes)
    {
        if (Waits.Length < lanes)
        {
            (Waits, _majority) = (new double[lanes], new double[lanes]);
        }

        Array.Fill(_majority, double.NaN);
        _patience = worlds.Of(WorldParameter.PatienceDays, _calendar.PatienceDays);
        worlds.DrawWaits(
            Waits,
            worlds.Of(WorldParameter.AgendaMedianDays, _calendar.Agenda.MedianDays),
            worlds.Of(WorldParameter.AgendaSpread, _calendar.Agenda.Spread));
    }

    /// <summary>The day of a session, W + d_r. Unit: days from the event.</summary>
    public double DayOf(int lane, int round) => Waits[lane] + _calendar.DayOf(round);

    /// <summary>Whether a session is held: whether its day is within the horizon.</summary>
    public bool IsHeld(int lane, int round) => DayOf(lane, round) <= settings.HorizonDays;

    /// <summary>d*: the day after the opening of the first session in which the rule would have adopted; NaN where there was none yet.</summary>
    public double MajorityOf(int lane) => _majority[lane];

    /// <summary>Lets a person choose for the session that is judged next, as if patience were 0 or had no end.</summary>
    public void Call(bool votes) => _calls = votes;

    /// <summary>Judges a session: a text that the rule would adopt is adopted where nobody objects, where patience is at its end, or in the last
    /// session. Columns of all bits or none.</summary>
    /// <param name="sufficient">Where the rule would adopt; and then, where it would and the chair waits.</param>
    /// <param name="objectors">Who objects. An objector that would stay out of the decision objects like any other.</param>
    /// <param name="adopted">Where the text is adopted, to be written.</param>
    /// <param name="over">Where it is adopted or no session follows, to be written.</param>
    /// <param name="round">The session.</param>
    /// <param name="lanes">Number of lanes in use.</param>
    public void Judge(ulong[] sufficient, ulong[] objectors, ulong[] adopted, ulong[] over, int round, int lanes)
    {
        if (Width.IsEight)
        {
            Judge<EightLanes>(sufficient, objectors, adopted, over, round, lanes);
        }
        else
        {
            Judge<FourLanes>(sufficient, objectors, adopted, over, round, lanes);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Judge<T>(ulong[] sufficient, ulong[] objectors, ulong[] adopted, ulong[] over, int round, int lanes)
        where T : struct, ILanes<T>
    {
        var (waits, majority) = (Waits, _majority);
        var patience = _calls is { } calls ? new Quantity(calls ? 0 : double.PositiveInfinity) : _patience;
        _calls = null;
        var (day, next, horizon) = (T.Of(_calendar.DayOf(round)), T.Of(_calendar.DayOf(round + 1)), T.Of(settings.HorizonDays));
        for (var lane = 0; lane < lanes; lane += T.Count)
        {
            var (suffices, first) = (sufficient.BitsAt<T>(lane), majority.At<T>(lane));
            first = T.Select(T.Without(suffices, T.Same(first, first)), day, first);
            majority.Set(lane, first);
            var isLast = T.Greater(waits.At<T>(lane) + next, horizon);
            var isUnopposed = T.Has(~objectors.BitsAt<T>(lane), T.OfBits(ulong.MaxValue));
            var adopts = suffices & (isUnopposed | T.AtLeast(day - first, patience.At<T>(lane)) | isLast);
            adopted.SetBits(lane, adopts);
            over.SetBits(lane, adopts | isLast);
            sufficient.SetBits(lane, T.Without(suffices, adopts));
        }
    }

    /// <summary>Moves the kept lanes to the front.</summary>
    public void Keep(ReadOnlySpan<int> kept)
    {
        Waits.Keep(kept);
        _majority.Keep(kept);
    }
}
