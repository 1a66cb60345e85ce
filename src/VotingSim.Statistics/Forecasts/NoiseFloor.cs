namespace VotingSim.Statistics.Forecasts;

/// <summary>The error that even a true model has, because what it is given and what it is held against were coded with errors.</summary>
public static class NoiseFloor
{
    /// <summary>The expected absolute error of a true model whose outcome is a weighted mean of positions.</summary>
    /// <param name="outcomeError">Standard deviation of the coding error of the outcome. Unit: the issue scale. Range: &gt;= 0.</param>
    /// <param name="positionError">Standard deviation of the coding error of a position. Unit and range likewise.</param>
    /// <param name="weights">Weight of each member in the outcome. Range: &gt;= 0, of any sum above 0.</param>
    /// <remarks>
    /// sqrt(2 / π) sqrt(e_o² + e_p² Σ w²) with weights that add up to 1: the mean size of a normal error. Assumes that errors are normal, without
    /// bias and independent between members and of the outcome's. Codings made by one person who knew the outcome are not; an error below the floor
    /// says so.
    /// </remarks>
    public static double AbsoluteError(double outcomeError, double positionError, IReadOnlyList<double> weights)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(outcomeError);
        ArgumentOutOfRangeException.ThrowIfNegative(positionError);
        var (sum, squares) = (weights.Sum(), weights.Sum(weight => weight * weight));
        if (!(sum > 0) || weights.Any(weight => weight < 0))
        {
            throw new ArgumentException("Weights are not below 0, and at least one is above.", nameof(weights));
        }

        return Math.Sqrt(2 / Math.PI * ((outcomeError * outcomeError) + (positionError * positionError * squares / (sum * sum))));
    }
}
