using System.Collections.Immutable;

namespace VotingSim.Configuration.Import;

/// <summary>What was made of a table of decisions: a folder of cases.</summary>
/// <param name="Name">Name of the folder, that of the table.</param>
/// <param name="Files">Its files, each by its name in the folder with its text.</param>
/// <param name="Cases">Number of cases among them.</param>
/// <param name="Report">What was taken, what was left out and why, and every date that was not simply read; a line each.</param>
public sealed record ImportedFolder(string Name, ImmutableArray<(string File, string Text)> Files, int Cases, ImmutableArray<string> Report);
