using VotingSim.Campaigns;
using VotingSim.Cohorts;
using VotingSim.Deliberation;
using VotingSim.Grains.Clustering;
using VotingSim.Worlds;

namespace VotingSim.Grains;

/// <summary>Asks a chair to deliberate a cohort with the members of its table.</summary>
/// <param name="Arm">Names the arm in logs and traces.</param>
/// <param name="Terms">What fixes the deliberation but luck. The chair keeps what it has prepared while they are the same object; on their
/// way between processes, equal terms become one.</param>
/// <param name="Cohort">The replications.</param>
/// <param name="Traced">Replications with an index below this number are written down round by round.</param>
/// <param name="Engine">Fingerprint of the engine that asks: a chair of another refuses. Null where both are in one process.</param>
[GenerateSerializer, Immutable, Alias("votingsim.order")]
public sealed record CohortOrder(
    [property: Id(0)] string Arm,
    [property: Id(1)] DeliberationTerms Terms,
    [property: Id(2)] Cohort Cohort,
    [property: Id(3)] long Traced,
    [property: Id(4)] string? Engine = null);

/// <summary>What came of a cohort.</summary>
/// <param name="Result">Its columns.</param>
/// <param name="Silo">Where it was deliberated.</param>
/// <param name="Processors">How many processors are there: so many tables keep them busy.</param>
[GenerateSerializer, Immutable, Alias("votingsim.cohort")]
public readonly record struct CohortMessage(
    [property: Id(0)] CohortResult Result, [property: Id(1)] SiloAddress Silo, [property: Id(2)] int Processors);

/// <summary>A silo that takes part in the cluster.</summary>
/// <param name="Silo">Where it is.</param>
/// <param name="Name">Its name, which says its engine.</param>
[GenerateSerializer, Immutable, Alias("votingsim.present")]
public readonly record struct PresentSilo([property: Id(0)] SiloAddress Silo, [property: Id(1)] string Name)
{
    /// <summary>Its engine; null where its name does not say it.</summary>
    public Engine? Engine => Engine.OfSilo(Name);

    /// <summary>Whether it deliberates as this process does.</summary>
    public bool IsOfThisEngine => Engine?.Fingerprint == Engine.Current.Fingerprint;

    /// <summary>Address and engine, as messages name a stranger.</summary>
    public override string ToString() => $"{Silo?.Endpoint} of engine {Engine?.ToString() ?? "unknown"}";
}

/// <summary>Calls a member to the table.</summary>
/// <param name="Profile">What the member brings to the table. The member keeps what it has prepared while it is the same object: it sits in
/// the silo of its chair.</param>
/// <param name="Settings">How the deliberation runs.</param>
/// <param name="Seed">The seed of all draws.</param>
/// <param name="Uncertainty">Which parameters are drawn for every world; null where all are as configured.</param>
/// <param name="Cohort">The replications.</param>
[GenerateSerializer, Immutable, Alias("votingsim.open")]
public sealed record OpenMessage(
    [property: Id(0)] PreferenceProfile Profile,
    [property: Id(1)] DeliberationSettings Settings,
    [property: Id(2)] ulong Seed,
    [property: Id(3)] WorldUncertainty? Uncertainty,
    [property: Id(4)] Cohort Cohort);

/// <summary>Asks a chair to hold the campaigns of a cohort with the members of its table.</summary>
/// <param name="Arm">Names the arm in logs and traces.</param>
/// <param name="Terms">What fixes the campaigns but luck; as in <see cref="CohortOrder"/>.</param>
/// <param name="Cohort">The replications.</param>
/// <param name="Traced">The number of the matter that is written down round by round; null for none.</param>
/// <param name="Engine">Fingerprint of the engine that asks; as in <see cref="CohortOrder"/>.</param>
[GenerateSerializer, Immutable, Alias("votingsim.campaign-order")]
public sealed record CampaignOrder(
    [property: Id(0)] string Arm,
    [property: Id(1)] CampaignTerms Terms,
    [property: Id(2)] Cohort Cohort,
    [property: Id(3)] int? Traced = null,
    [property: Id(4)] string? Engine = null);

/// <summary>What came of the campaigns of a cohort.</summary>
/// <param name="Result">Its columns.</param>
/// <param name="Silo">Where they were held.</param>
/// <param name="Processors">How many processors are there.</param>
[GenerateSerializer, Immutable, Alias("votingsim.campaigns")]
public readonly record struct CampaignMessage(
    [property: Id(0)] CampaignResult Result, [property: Id(1)] SiloAddress Silo, [property: Id(2)] int Processors);

/// <summary>Tells a member that the campaigns of a cohort begin. It sits in the silo of its chair, as for every message to it.</summary>
/// <param name="Seat">Its seat.</param>
/// <param name="Seed">The seed of all draws.</param>
/// <param name="Conduct">How members remember, and carry out what was decided.</param>
/// <param name="Campaign">The replications.</param>
[GenerateSerializer, Immutable, Alias("votingsim.begin")]
public sealed record BeginMessage(
    [property: Id(0)] int Seat, [property: Id(1)] ulong Seed, [property: Id(2)] Conduct Conduct, [property: Id(3)] Cohort Campaign);

/// <summary>Tells a member what came of a matter.</summary>
[GenerateSerializer, Immutable, Alias("votingsim.outcome")]
public readonly record struct OutcomeMessage([property: Id(0)] CohortResult Result);

/// <summary>Asks a member whether the rule is to be reformed.</summary>
[GenerateSerializer, Immutable, Alias("votingsim.reform")]
public readonly record struct ReformMessage([property: Id(0)] ReformQuestion Question);

/// <summary>What a member says to a reform.</summary>
/// <param name="Ballots">For each lane that was asked: 1 for, 0 neither, -1 against.</param>
[GenerateSerializer, Immutable, Alias("votingsim.reform-ballots")]
public readonly record struct ReformBallotsMessage([property: Id(0)] int[] Ballots);

/// <summary>What a member says of campaigns that are over.</summary>
[GenerateSerializer, Immutable, Alias("votingsim.recollections")]
public readonly record struct RecollectionsMessage([property: Id(0)] Recollections Recollections);

/// <summary>Tells a member where a round stands.</summary>
[GenerateSerializer, Immutable, Alias("votingsim.brief")]
public readonly record struct BriefMessage([property: Id(0)] Brief Brief);

/// <summary>What a member answers.</summary>
[GenerateSerializer, Immutable, Alias("votingsim.reply")]
public readonly record struct ReplyMessage([property: Id(0)] Reply Reply);
