namespace VotingSim.Grains;

/// <summary>A member state at one table, with its own preference profile. Key: the table's key, the activation of its chair and the
/// member's code, between slashes.</summary>
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
