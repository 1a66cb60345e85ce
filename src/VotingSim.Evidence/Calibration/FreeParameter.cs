using VotingSim.Statistics;
using VotingSim.Worlds;

namespace VotingSim.Evidence.Calibration;

/// <summary>A parameter of a structure that is free, on the scale on which its prior is a standard normal: z, of which every prior is a rising
/// function.</summary>
/// <param name="Name">Its name, e.g. <c>members.unity</c>.</param>
/// <param name="Prior">What it is drawn from before the record is known.</param>
/// <param name="Scales">Whether its values are factors of what is configured.</param>
public sealed record FreeParameter(string Name, Prior Prior, bool Scales)
{
    /// <summary>The value at a place of the prior.</summary>
    public double At(double z) => Prior.At(ShareBelow(z), z);

    /// <summary>The share of the prior that lies below a place of it.</summary>
    public static double ShareBelow(double z) => Math.Clamp(Distributions.NormalUpperTail(-z), 1e-15, 1 - 1e-15);
}
