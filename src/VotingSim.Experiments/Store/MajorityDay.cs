using VotingSim.Deliberation;
using VotingSim.Experiments.Plan;

namespace VotingSim.Experiments.Store;

/// <summary>Since when there has been a majority, as traces and replays say it: counted from the event, as the days of sessions.</summary>
public static class MajorityDay
{
    /// <summary>The day of the first session, up to this one, in which the rule would have adopted. Unit: days from the event; NaN where
    /// there was none yet.</summary>
    public static double Of(Arm arm, TracedRound round) => round.Day - arm.Terms.Settings.Calendar.DayOf(round.Round) + round.MajorityDay;
}
