namespace VotingSim.Analysis.Documents;

/// <summary>An estimate with its 95 % interval, whatever the file calls it: what a row of <c>summary.csv</c> is made of.</summary>
public interface IInterval
{
    /// <summary>The estimate. NaN where it is undefined.</summary>
    double Estimate { get; }

    /// <summary>Lower limit. NaN where it is undefined.</summary>
    double Low { get; }

    /// <summary>Upper limit. NaN where it is undefined, infinite where it lies beyond the end of observation.</summary>
    double High { get; }
}
