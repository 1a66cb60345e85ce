namespace VotingSim.Analysis.Campaigns;

/// <summary>How many matters of a campaign went one way, on average over worlds.</summary>
/// <param name="Ending">One of <see cref="Endings"/>.</param>
/// <param name="Count">How many. Unit: matters a campaign.</param>
/// <param name="CarriedOut">How many of them at least half of all members carry out; NaN where there is no text.</param>
public sealed record MatterCount(string Ending, double Count, double CarriedOut)
{
    /// <summary>The ways: decided by consent or by vote of all; decided while some stayed out; taken up by the willing; failed, or undecided and
    /// still
    /// open, at the horizon; and open on the last day, with the horizon still ahead.</summary>
    public static IReadOnlyList<string> Endings { get; } = ["consent", "vote", "opt-out", "minilateral", "failed", "undecided", "open"];
}
