namespace VotingSim.Experiments.Store;

/// <summary>The results folder of a run that is under way is no longer where it was.</summary>
/// <param name="path">Where it was.</param>
public sealed class FolderVanishedException(string path)
    : IOException($"The results folder '{path}' vanished while the run was under way: it was removed, moved or unmounted. "
        + "Where it was only moved, --resume continues it there.");
