using VotingSim.Configuration.Cases;
using VotingSim.Evidence.Cases;

namespace VotingSim.Evidence.Baselines;

/// <summary>A way to forecast that needs no deliberation: what a model has to beat.</summary>
public abstract class Baseline
{
    /// <summary>The word by which files call it.</summary>
    public abstract string Name { get; }

    /// <summary>What it is, in a few words.</summary>
    public abstract string Title { get; }

    /// <summary>Whether it says something of some case that no simpler one says.</summary>
    /// <param name="cases">All cases.</param>
    public virtual bool IsOf(IReadOnlyList<Case> cases) => true;

    /// <summary>What it says of a case.</summary>
    /// <param name="one">The case, of which it may know everything but the record.</param>
    /// <param name="others">The cases of other clusters, with their records.</param>
    public abstract Forecast Of(Case one, IReadOnlyList<Case> others);
}
