namespace VotingSim.Grains;

/// <summary>A member state at one table, with its own preference profile. Key: the table's key, a slash and the member's code.</summary>
[Alias("votingsim.member")]
public interface IMemberStateGrain : IGrainWithStringKey
{
    /// <summary>Takes its seat in a cohort and states its positions.</summary>
    [Alias("open")]
    Task<ReplyMessage> OpenAsync(OpenMessage message);

    /// <summary>Votes on the draft, and says what it will say next.</summary>
    [Alias("answer")]
    Task<ReplyMessage> AnswerAsync(BriefMessage message);
}
