namespace VotingSim.Experiments.Store;

/// <summary>Consecutive rows of one arm, read a column at a time: from a file, or from what has just been written to one.</summary>
internal abstract class ArmColumns : IAsyncDisposable
{
    /// <summary>Number of rows.</summary>
    public abstract int Rows { get; }

    /// <summary>A column of numbers; NaN where undefined. Whole numbers and flags are numbers too. Not to be changed.</summary>
    public abstract Task<double[]> NumbersAsync(string name);

    /// <summary>A column of words as it is stored, which is faster than as texts where there are many different ones.</summary>
    public abstract Task<ReadOnlyMemory<char>[]> LettersAsync(string name);

    public abstract ValueTask DisposeAsync();
}
