using System.Collections.Immutable;
using VotingSim.Crises;

namespace VotingSim.Configuration.Words;

/// <summary>What the scale of an issue means to people.</summary>
/// <param name="Name">Name of the issue.</param>
/// <param name="Low">What 0 means.</param>
/// <param name="High">What 100 means.</param>
/// <param name="Points">What places between mean, ascending; empty where that is not said.</param>
public sealed record IssueWords(string Name, string Low, string High, ImmutableArray<ScalePoint> Points);
