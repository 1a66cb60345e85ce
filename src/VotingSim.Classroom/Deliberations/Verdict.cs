using VotingSim.Deliberation;

namespace VotingSim.Classroom.Deliberations;

/// <summary>How a round ended, in a word or two.</summary>
public static class Verdict
{
    /// <summary>The word for a round.</summary>
    public static string Of(RoundView round) => round switch
    {
        { HasBallots: false } => "the text on the table",
        { Adopted: true } => Of(round.Tally.Objectors.IsEmpty ? Ending.Consent : Ending.Vote),
        { Ending: { } ending } => $"{Of(ending)}: status quo",
        { Reading.IsMet: true } => "a majority over objections",
        _ => "not adopted",
    };

    /// <summary>The word for an ending.</summary>
    public static string Of(Ending ending) => ending switch
    {
        Ending.Consent => "adopted by consent",
        Ending.Vote => "adopted by vote",
        Ending.Failed => "failed",
        Ending.Minilateral => "the willing went ahead",
        _ => "still open",
    };
}
