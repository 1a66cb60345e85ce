using VotingSim.Configuration;
using VotingSim.Evidence.Scoring;

namespace VotingSim.Evidence.Documents;

/// <summary>How many cases there are of what.</summary>
/// <param name="Cases">Cases.</param>
/// <param name="Clusters">Clusters of them.</param>
/// <param name="Outcomes">Issues of which the text that was adopted is coded.</param>
/// <param name="Times">Cases with both dates.</param>
/// <param name="Undecided">Cases with both dates that were not decided.</param>
/// <param name="Manners">Cases of which it is known whether they were adopted by consent or against somebody.</param>
/// <param name="Votes">Those of them that were adopted against somebody.</param>
/// <param name="Blind">Cases whose positions were coded by somebody who did not know the outcome.</param>
/// <param name="GradeA">Cases of grade A.</param>
/// <param name="GradeB">Cases of grade B.</param>
/// <param name="GradeC">Cases of grade C.</param>
public sealed record CaseCountsDocument(
    int Cases, int Clusters, int Outcomes, int Times, int Undecided, int Manners, int Votes, int Blind, int GradeA, int GradeB, int GradeC)
{
    /// <summary>Counts cases.</summary>
    public static CaseCountsDocument Of(ScoredCases cases)
    {
        ArgumentNullException.ThrowIfNull(cases);
        var all = cases.All;
        return new(
            all.Length, cases.ClusterCount, all.Sum(one => one.Record.Outcome.Length), all.Count(one => one.Record.Days is not null),
            all.Count(one => one.Record.Days is not null && !one.Record.IsDecided),
            all.Count(one => one.Record.Ending is RecordedEnding.Consent or RecordedEnding.Vote),
            all.Count(one => one.Record.Ending == RecordedEnding.Vote), all.Count(one => one.Record.IsBlind),
            Graded("A"), Graded("B"), Graded("C"));

        int Graded(string grade) => all.Count(one => one.Record.Grade == grade);
    }
}
