using VotingSim.Calendars;
using VotingSim.Cohorts;
using VotingSim.Worlds;

namespace VotingSim.Deliberation;

/// <summary>The days of each replication: how long it waits for the agenda, when its sessions are, and since when it has had a majority. Model.md
/// 2 and 3.4.</summary>
internal sealed class SessionDays(DeliberationSettings settings)
{
    private readonly SessionCalendar _calendar = settings.Calendar;
    private double[] _majority = [];  // d*; NaN where there was no majority yet
    private Quantity _patience;       // omega

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

    /// <summary>Whether a text that the rule would adopt is adopted: where nobody objects, where patience is at its end, or in the last
    /// session.</summary>
    public bool LetsAdopt(int lane, int round, bool isUnopposed)
    {
        var day = _calendar.DayOf(round);
        if (double.IsNaN(_majority[lane]))
        {
            _majority[lane] = day;
        }

        // An objector that would stay out of the decision objects like any other.
        return isUnopposed || day - _majority[lane] >= _patience[lane] || !IsHeld(lane, round + 1);
    }

    /// <summary>Moves the kept lanes to the front.</summary>
    public void Keep(ReadOnlySpan<int> kept)
    {
        Waits.Keep(kept);
        _majority.Keep(kept);
    }
}
