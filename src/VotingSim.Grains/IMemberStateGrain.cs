namespace VotingSim.Grains;

/// <summary>A member state at one table, with its own preference profile. Key: the table's key, the activation of its chair and the member's code,
/// between slashes.</summary>
[Alias("votingsim.member")]
public interface IMemberStateGrain : IGrainWithStringKey
{
    /// <summary>Begins to remember the campaigns of a cohort, and forgets those before.</summary>
    [Alias("begin")]
    Task BeginAsync(BeginMessage message);

    /// <summary>Takes its seat in a cohort and states its positions.</summary>
    [Alias("open")]
    Task<ReplyMessage> OpenAsync(OpenMessage message);

    /// <summary>Listens to the opening statements, and says what it will say in the first session.</summary>
    [Alias("consult")]
    Task<ReplyMessage> ConsultAsync(BriefMessage message);

    /// <summary>Votes on the draft, and says what it will say next.</summary>
    [Alias("answer")]
    Task<ReplyMessage> AnswerAsync(BriefMessage message);

    /// <summary>Hears what came of the matter that it sat on last.</summary>
    [Alias("remember")]
    Task RememberAsync(OutcomeMessage message);

    /// <summary>Whether it is for a reform of the rule.</summary>
    [Alias("reform")]
    Task<ReformBallotsMessage> VoteOnReformAsync(ReformMessage message);

    /// <summary>Looks back on campaigns of so many years when they are over.</summary>
    [Alias("recall")]
    Task<RecollectionsMessage> RecallAsync(int years);
}
