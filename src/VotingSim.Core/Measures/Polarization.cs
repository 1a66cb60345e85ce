using VotingSim.Randomness;

namespace VotingSim.Measures;

/// <summary>How far the members stand apart in camps.</summary>
public static class Polarization
{
    /// <summary>alpha: how much identification within a camp counts.</summary>
    public const double Identification = 1.3;

    /// <summary>P = sum over i, j of pi_i^(1 + alpha) pi_j |o_i - o_j| / 100 with equal masses pi = 1/n, averaged over issues.</summary>
    /// <param name="cohesion">Positional cohesion, a value per lane.</param>
    /// <param name="members">n.</param>
    /// <returns>A value per lane. With equal masses the sum is (1/n)^(2 + alpha) n (n - 1) times the mean distance of a pair, which is how
    /// it is computed.</returns>
    /// <remarks>Esteban &amp; Ray (1994), On the measurement of polarization, Econometrica 62(4), 819-851, doi:10.2307/2951734. Compare it
    /// only between tables of one size.</remarks>
    internal static double[] OfPositions(double[] cohesion, int members)
    {
        var scale = Elementary.Power(1.0 / members, 2 + Identification) * members * (members - 1);
        return [.. cohesion.Select(value => scale * (1 - value))];
    }
}
