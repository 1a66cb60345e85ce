using System.Collections.Immutable;
using VotingSim.Configuration;
using VotingSim.Configuration.Cases;

namespace VotingSim.Evidence.Scoring;

/// <summary>Cases of which a part is not scored, and why.</summary>
/// <param name="Part">The part.</param>
/// <param name="Reason">Why it is not.</param>
/// <param name="Cases">Names of the cases.</param>
public sealed record Exclusion(ScorePart Part, string Reason, ImmutableArray<string> Cases)
{
    /// <summary>All that is left out of some cases.</summary>
    /// <param name="cases">The cases.</param>
    public static ImmutableArray<Exclusion> Of(IEnumerable<Case> cases) =>
    [
        .. cases.SelectMany(one => ReasonsOf(one.Record).Select(reason => (reason.Part, reason.Reason, one.Name)))
            .GroupBy(each => (each.Part, each.Reason)).OrderBy(group => group.Key.Part).ThenBy(group => group.Key.Reason, StringComparer.Ordinal)
            .Select(group => new Exclusion(group.Key.Part, group.Key.Reason, [.. group.Select(each => each.Name)])),
    ];

    private static IEnumerable<(ScorePart Part, string Reason)> ReasonsOf(CaseRecord record)
    {
        if (record.Outcome.IsEmpty)
        {
            yield return (ScorePart.Outcome, record.Ending switch
            {
                RecordedEnding.Failed => "it failed: nothing was adopted",
                RecordedEnding.Open => "it is open: nothing was adopted yet",
                _ => "the text is not coded",
            });
        }

        if (record.Opened is null || record.Ended is null)
        {
            yield return (ScorePart.Time, (record.Opened, record.Ended) switch
            {
                (null, null) => "neither the day of the event nor that of the end is known",
                (null, _) => "the day of the event is not known",
                _ => "the day of the end is not known",
            });
        }

        if (record.Ending is not (RecordedEnding.Consent or RecordedEnding.Vote))
        {
            yield return (ScorePart.Manner, record.IsDecided ? "it is not recorded whether anybody stood against it" : "nothing was adopted");
        }
    }
}
