namespace VotingSim.Statistics.Forecasts;

/// <summary>What a comparison of two models says of the first, by whether the interval of the difference excludes 0.</summary>
public enum Verdict
{
    /// <summary>The interval contains 0, or is undefined.</summary>
    NoDifferent,

    /// <summary>The first errs less.</summary>
    Better,

    /// <summary>The first errs more.</summary>
    Worse,
}
