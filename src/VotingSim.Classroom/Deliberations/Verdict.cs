using VotingSim.Deliberation;
using static VotingSim.Classroom.Languages.Speech;

namespace VotingSim.Classroom.Deliberations;

/// <summary>How a round ended, in a word or two.</summary>
public static class Verdict
{
    /// <summary>The word for a round.</summary>
    public static string Of(RoundView round) => round switch
    {
        { HasBallots: false } => Tell("the text on the table"),
        { Adopted: true } => Of(round.Tally.Objectors.IsEmpty ? Ending.Consent : Ending.Vote),
        { Ending: { } ending } => Tell($"{Of(ending)}: status quo"),
        { Reading.IsMet: true } => Tell("a majority over objections"),
        _ => Tell("not adopted"),
    };

    /// <summary>The word for an ending.</summary>
    public static string Of(Ending ending) => ending switch
    {
        Ending.Consent => Tell("adopted by consent"),
        Ending.Vote => Tell("adopted by vote"),
        Ending.Failed => Tell("failed"),
        Ending.Minilateral => Tell("the willing went ahead"),
        _ => Tell("still open"),
    };
}
