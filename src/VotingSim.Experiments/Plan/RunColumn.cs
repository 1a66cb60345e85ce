using VotingSim.Deliberation;

namespace VotingSim.Experiments.Plan;

/// <summary>A column of the rows of a run: its name, what it means, and where its values come from.</summary>
/// <param name="Name">The name in every format.</param>
/// <param name="Unit">Unit or range.</param>
/// <param name="Meaning">What it says, in a sentence.</param>
public abstract record RunColumn(string Name, string Unit, string Meaning)
{
    /// <summary>A column of words.</summary>
    public sealed record OfWords(string Name, string Unit, string Meaning, Func<Arm, CohortResult, string[]> Values) : RunColumn(Name, Unit, Meaning);

    /// <summary>A column of yes and no.</summary>
    public sealed record OfFlags(string Name, string Unit, string Meaning, Func<Arm, CohortResult, bool[]> Values) : RunColumn(Name, Unit, Meaning);

    /// <summary>A column of whole numbers.</summary>
    public sealed record OfCounts(string Name, string Unit, string Meaning, Func<Arm, CohortResult, long[]> Values) : RunColumn(Name, Unit, Meaning)
    {
        /// <summary>Whether a value may need more than 31 bits. Default: it may not.</summary>
        public bool IsWide { get; init; }
    }

    /// <summary>A column of numbers. NaN is undefined: null in Parquet and JSON, empty in CSV.</summary>
    /// <param name="Name">The name in every format.</param>
    /// <param name="Unit">Unit or range.</param>
    /// <param name="Meaning">What it says, in a sentence.</param>
    /// <param name="MayBeUndefined">Whether a value can be undefined.</param>
    /// <param name="IsMeasure">Whether its mean belongs into the summary.</param>
    /// <param name="Values">The values of a cohort.</param>
    public sealed record OfNumbers(
        string Name,
        string Unit,
        string Meaning,
        bool MayBeUndefined,
        bool IsMeasure,
        Func<Arm, CohortResult, double[]> Values) : RunColumn(Name, Unit, Meaning);
}
