namespace VotingSim.Analysis.Documents;

/// <summary>The answer: the second rule of the experiment against the first, over all crises and design points.</summary>
/// <param name="Text">The answer in words.</param>
/// <param name="Crisis">Name of the crisis; null where it is over several.</param>
/// <param name="Rule">Name of the rule.</param>
/// <param name="Baseline">Name of the rule that it is compared with.</param>
/// <param name="Pairs">Number of pairs of arms: crises times design points.</param>
/// <param name="ConsentShare">Share of the rule's decisions that nobody objected to.</param>
/// <param name="Earlier">Share of the worlds in which the rule decides earlier. Range: 0 to 1.</param>
/// <param name="Same">Share in which both decide on the same day, or neither does.</param>
/// <param name="Later">Share in which it decides later.</param>
/// <param name="Days">Difference in days over worlds; below 0 the rule is earlier.</param>
public sealed record HeadlineDocument(
    string Text,
    string? Crisis,
    string Rule,
    string Baseline,
    int Pairs,
    double ConsentShare,
    double Earlier,
    double Same,
    double Later,
    SpreadDocument Days)
{
    /// <summary>What is said of a headline.</summary>
    public static HeadlineDocument Of(Headline headline)
    {
        ArgumentNullException.ThrowIfNull(headline);
        var worlds = WorldsDocument.Of(headline.Worlds);
        return new(
            headline.Text,
            headline.Contrast.Crisis,
            headline.Rule,
            headline.Baseline,
            headline.Contrast.Pairs.Length,
            headline.ConsentShare.Value,
            worlds.Earlier,
            worlds.Same,
            worlds.Later,
            worlds.Days);
    }
}
