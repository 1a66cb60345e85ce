using System.Collections.Immutable;

namespace VotingSim.Configuration.Words;

/// <summary>A minute of background to a crisis, which tells nothing of how it ended.</summary>
/// <param name="Text">What led to it, and who wants what.</param>
/// <param name="Sources">Where that can be read; at least one.</param>
public sealed record Background(string Text, ImmutableArray<string> Sources);
