namespace VotingSim.Analysis.Data;

/// <summary>What a cell says of the end of a row.</summary>
internal enum EventCode
{
    /// <summary>0, false or no: nothing happened until then.</summary>
    Zero,

    /// <summary>1, true or yes: it happened; in a column of 1 and 2, as R has them, it did not.</summary>
    One,

    /// <summary>2: it happened, in a column of 1 and 2.</summary>
    Two,
}
