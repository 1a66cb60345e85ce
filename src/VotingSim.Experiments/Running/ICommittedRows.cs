using VotingSim.Experiments.Store;

namespace VotingSim.Experiments.Running;

/// <summary>Takes in the rows of a run as they are committed, so that they need not be read again.</summary>
public interface ICommittedRows
{
    /// <summary>Takes in the rows of a part that has just been committed. Parts come in any order, and several at once.</summary>
    internal Task AddAsync(PartRows rows);
}
