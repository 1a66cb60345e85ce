using System.Globalization;

namespace VotingSim.Statistics.Survival;

/// <summary>A term of a <see cref="CoxModel"/>: a covariate, whose effect may change with time.</summary>
/// <param name="Name">Its name in the results.</param>
/// <param name="Covariate">Which covariate, from 0.</param>
/// <param name="Factor">What the covariate is multiplied by at each time; null for 1 throughout. Must be finite at every time of a decision.</param>
/// <remarks>
/// A covariate x beside x ln t lets the hazard ratio rise or fall steadily, as in Golub (2007), Eur. Union Polit. 8(2), 155-179,
/// doi:10.1177/1465116507076428, and Golub &amp; Steunenberg (2007), Eur. Union Polit. 8(4), 555-566, doi:10.1177/1465116507082814; the same
/// covariate between several times gives a hazard ratio for each stretch.
/// </remarks>
public sealed record CoxTerm(string Name, int Covariate, Func<double, double>? Factor = null)
{
    /// <summary>A covariate with the same effect at all times.</summary>
    public static CoxTerm Constant(CoxData data, int covariate) => new(data.Covariates[covariate], covariate);

    /// <summary>A covariate times the natural logarithm of time: what its effect gains each time that time grows e-fold. All decisions must be
    /// later than 0.</summary>
    public static CoxTerm LogTime(CoxData data, int covariate) => new($"{data.Covariates[covariate]} x ln(time)", covariate, Math.Log);

    /// <summary>A covariate whose effect is limited to the times after one and up to another.</summary>
    public static CoxTerm Between(CoxData data, int covariate, double after, double upTo) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{data.Covariates[covariate]} ({after}, {upTo}]"), covariate,
            time => time > after && time <= upTo ? 1 : 0);
}
