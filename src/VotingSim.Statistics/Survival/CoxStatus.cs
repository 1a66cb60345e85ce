namespace VotingSim.Statistics.Survival;

/// <summary>How the estimation of a <see cref="CoxModel"/> ended.</summary>
public enum CoxStatus
{
    /// <summary>At the maximum of the likelihood.</summary>
    Converged,

    /// <summary>The likelihood rises without end in some coefficients, which are infinite: e.g. where one group never decides. Likelihood-ratio and
    /// score tests hold; Wald's does not.</summary>
    Infinite,

    /// <summary>Nobody decided, or nobody could have been compared: the data say nothing.</summary>
    NoInformation,

    /// <summary>No maximum was found; nothing is reported.</summary>
    NotConverged,
}
