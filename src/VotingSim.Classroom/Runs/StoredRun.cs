using VotingSim.Experiments.Store;

namespace VotingSim.Classroom.Runs;

/// <summary>A run among the results.</summary>
/// <param name="Name">Its folder inside the results, e.g. <c>myanmar-consensus-or-qmv/20260101-101500</c>; names it in addresses.</param>
/// <param name="Folder">Its folder.</param>
/// <param name="Manifest">What was run.</param>
public sealed record StoredRun(string Name, ResultsFolder Folder, Manifest Manifest)
{
    /// <summary>The page with the figures; there is none where the file does not exist.</summary>
    public string Report => Path.Combine(Folder.Path, "report.html");
}
