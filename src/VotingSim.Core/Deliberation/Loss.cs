using System.Runtime.CompilerServices;
using VotingSim.Randomness;
using VotingSim.Vectors;

namespace VotingSim.Deliberation;

/// <summary>How a distance on an issue turns into a loss: (d / 100)^eta. A type for each course that it can take, so that a loop over lanes has none to
/// choose.</summary>
internal interface ILoss
{
    /// <summary>The loss of a distance, 0 to 100, before it is weighed by salience.</summary>
    static abstract T Of<T>(T distance, double exponent)
        where T : struct, ILanes<T>;
}

/// <summary>eta = 1.</summary>
internal readonly struct LinearLoss : ILoss
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Of<T>(T distance, double exponent)
        where T : struct, ILanes<T> => distance * T.Of(0.01);
}

/// <summary>eta = 2.</summary>
internal readonly struct QuadraticLoss : ILoss
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Of<T>(T distance, double exponent)
        where T : struct, ILanes<T>
    {
        var share = distance * T.Of(0.01);
        return share * share;
    }
}

/// <summary>Any other eta.</summary>
internal readonly struct PowerLoss : ILoss
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Of<T>(T distance, double exponent)
        where T : struct, ILanes<T> => Elementary.Power(distance * T.Of(0.01), exponent);
}

/// <summary>The loss of a distance in a loop that is not run often.</summary>
internal readonly struct Loss(double exponent)
{
    /// <summary>The loss of a distance, 0 to 100, before it is weighed by salience.</summary>
    public T Of<T>(T distance)
        where T : struct, ILanes<T> => exponent switch
        {
            1 => LinearLoss.Of(distance, exponent),
            2 => QuadraticLoss.Of(distance, exponent),
            _ => PowerLoss.Of(distance, exponent),
        };
}
