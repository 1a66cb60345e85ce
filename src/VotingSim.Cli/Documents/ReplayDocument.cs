namespace VotingSim.Cli.Documents;

/// <summary>What <c>replay --format json</c> writes: a deliberation round by round, and its row of the runs by column.</summary>
internal sealed record ReplayDocument(IEnumerable<ReplayedRoundDocument> Rounds, OrderedDictionary<string, object?> Row);
