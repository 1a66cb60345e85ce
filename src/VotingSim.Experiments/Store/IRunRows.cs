using VotingSim.Experiments.Plan;

namespace VotingSim.Experiments.Store;

/// <summary>The rows of a run, slice by slice, wherever they are.</summary>
internal interface IRunRows
{
    /// <summary>How the rows are cut.</summary>
    RunLayout Layout { get; }

    /// <summary>Opens a slice.</summary>
    /// <param name="arm">The arm.</param>
    /// <param name="index">Place of the slice within the arm.</param>
    Task<ArmColumns> OpenAsync(Arm arm, int index);
}
