using System.Collections.Immutable;
using VotingSim.Classroom.Lessons;
using VotingSim.Deliberation;

namespace VotingSim.Classroom.Rooms;

/// <summary>Where a room stands in its term: what was before the matter that is on, and what the members remember of it.</summary>
public sealed record TermSession
{
    /// <summary>A matter begins.</summary>
    /// <param name="term">The term.</param>
    /// <param name="before">The matters before, which are over.</param>
    /// <param name="byVote">Whether a vote was chosen for this one.</param>
    public TermSession(Term term, ImmutableArray<Proceedings> before, bool byVote)
    {
        (Term, Before, ByVote) = (term, before, byVote);
        ResultsBefore = [.. before.Select(matter => matter.Held[^1].Message.Result!)];
        Memory = new(term, [.. before.Select(matter => matter.Session!.ByVote)], [.. ResultsBefore]);
    }

    /// <summary>The term.</summary>
    public Term Term { get; }

    /// <summary>The matters before, which are over.</summary>
    public ImmutableArray<Proceedings> Before { get; }

    /// <summary>Whether a vote was chosen for this one.</summary>
    public bool ByVote { get; }

    /// <summary>What came of the matters before.</summary>
    public CohortResult[] ResultsBefore { get; }

    /// <summary>What the members remember: of the matters before, and of this one when it is over.</summary>
    public TermMemory Memory { get; private init; }

    /// <summary>Whether a vote was chosen, for the matters up to this one.</summary>
    public ImmutableArray<bool> ByVotes => [.. Before.Select(matter => matter.Session!.ByVote), ByVote];

    /// <summary>The same after a round of the matter.</summary>
    /// <param name="result">What came of it; null while it goes on.</param>
    public TermSession After(CohortResult? result) =>
        result is null ? this : this with { Memory = new(Term, ByVotes, [.. ResultsBefore, result]) };
}
