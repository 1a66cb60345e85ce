using System.Runtime.Intrinsics;
using VotingSim.Randomness;

namespace VotingSim.Deliberation;

/// <summary>How a distance on an issue turns into a loss: (d / 100)^eta.</summary>
internal readonly struct Loss(double exponent)
{
    /// <summary>The loss of a distance, 0 to 100, before it is weighed by salience.</summary>
    public Vector256<double> Of(Vector256<double> distance)
    {
        var share = distance * Vector256.Create(0.01);
        return exponent switch
        {
            1 => share,
            2 => share * share,
            _ => Elementary.Power(share, exponent),
        };
    }
}
