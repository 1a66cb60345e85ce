namespace VotingSim.Worlds;

/// <summary>What may be uncertain: the parameters of the model that do not change its calendar or its rule. Named like the properties that they
/// stand for.</summary>
public enum WorldParameter
{
    /// <summary>sigma.</summary>
    PositionNoise,

    /// <summary>sigma_s.</summary>
    SalienceNoise,

    /// <summary>tau.</summary>
    BallotNoise,

    /// <summary>theta.</summary>
    DispositionDays,

    /// <summary>psi.</summary>
    ConsultationRate,

    /// <summary>epsilon.</summary>
    Confidence,

    /// <summary>nu.</summary>
    ShadowOfTheVote,

    /// <summary>upsilon.</summary>
    UrgencyResponse,

    /// <summary>mu.</summary>
    Accommodation,

    /// <summary>w_max.</summary>
    HeaviestVoice,

    /// <summary>beta.</summary>
    ChairBias,

    /// <summary>omega.</summary>
    PatienceDays,

    /// <summary>A.</summary>
    AgendaMedianDays,

    /// <summary>B.</summary>
    AgendaSpread,

    /// <summary>phi_i, of one member or of all.</summary>
    Flexibility,

    /// <summary>b_i, of one member or of all.</summary>
    Unity,

    /// <summary>a_i, of one member or of all.</summary>
    Reticence,

    /// <summary>h_i at the opening, of one member or of all.</summary>
    Holdout,

    /// <summary>gamma_i, of one member or of all.</summary>
    ConcessionRate,

    /// <summary>c_i, of one member or of all.</summary>
    Influence,

    /// <summary>kappa_0.</summary>
    UrgencyInitial,

    /// <summary>g.</summary>
    UrgencyGrowth,

    /// <summary>lambda_s.</summary>
    ShockRate,

    /// <summary>J.</summary>
    ShockSize,

    /// <summary>The ceiling of urgency.</summary>
    UrgencyCeiling,

    /// <summary>e_i, of one member or of all.</summary>
    Exposure,

    /// <summary>X_ik, of one member or all, on one issue or all.</summary>
    Position,

    /// <summary>S_ik, of one member or all, on one issue or all.</summary>
    Salience,

    /// <summary>q_k, on one issue or all.</summary>
    StatusQuo,

    /// <summary>c_e, of one external power or of all.</summary>
    PowerInfluence,

    /// <summary>d_e, of one external power or of all.</summary>
    PowerDraftWeight,

    /// <summary>z_ek, of one external power or all, on one issue or all.</summary>
    PowerPosition,

    /// <summary>What being outvoted costs of goodwill, in a campaign.</summary>
    MemoryOutvoted,

    /// <summary>What a decision by consent gains of goodwill, in a campaign.</summary>
    MemoryConsent,

    /// <summary>What a deadlock costs a fully exposed member of goodwill, in a campaign.</summary>
    MemoryDeadlock,

    /// <summary>What being left out by the willing costs of goodwill, in a campaign.</summary>
    MemoryLeftOut,

    /// <summary>How long goodwill lasts, in a campaign.</summary>
    MemoryYears,

    /// <summary>How much goodwill opens or closes ears, in a campaign.</summary>
    MemoryListening,

    /// <summary>How much of carrying a decision out nobody can explain, in a campaign.</summary>
    ComplianceNoise,

    /// <summary>How far a sponsor moves the text of the willing, in a campaign.</summary>
    SponsorWeight,
}
