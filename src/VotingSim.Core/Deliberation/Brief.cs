using VotingSim.Cohorts;

namespace VotingSim.Deliberation;

/// <summary>What the chair tells every member in a round, for all replications still at the table. Columns have a value per lane; they are the
/// chair's, and are read only.</summary>
public sealed record Brief
{
    /// <summary>r, from 0: the session that comes.</summary>
    public required int Round { get; init; }

    /// <summary>Number of lanes in use, whole vectors. Columns may be longer.</summary>
    public required int Lanes { get; init; }

    /// <summary>For each lane the one that it was in the previous brief, in ascending order; empty where all are the same.</summary>
    public required ReadOnlyMemory<int> Kept { get; init; }

    /// <summary>The replication in each lane; at a matter of a campaign with what moves the purpose of its draws in the upper half.</summary>
    public required ulong[] Replications { get; init; }

    /// <summary>o_ik, the opinion of member i on issue k in column i K + k.</summary>
    public required Columns Opinions { get; init; }

    /// <summary>p_k, the text on each issue. Not yet written while the members consult before the first session.</summary>
    public required Columns Draft { get; init; }

    /// <summary>kappa(r).</summary>
    public required double[] Urgency { get; init; }

    /// <summary>kappa(r-1); before the first session the urgency of the opening.</summary>
    public required double[] LastUrgency { get; init; }

    /// <summary>The members that the others could have done without in the last ballot: bit i of a lane is dispensable_i.</summary>
    public required ulong[] Dispensable { get; init; }
}

/// <summary>What a member answers: its ballots on the draft, and what it will say next. Columns have a value per lane of the brief; they are the
/// member's, valid until its next answer.</summary>
public sealed record Reply
{
    /// <summary>The ballot in each lane. Empty in the opening.</summary>
    public required Ballot[] Ballots { get; init; }

    /// <summary>m_i = U_i(p) - A_i, without the ballot's noise. Empty in the opening.</summary>
    public required double[] Margins { get; init; }

    /// <summary>A_i, the aspiration. Empty in the opening.</summary>
    public required double[] Aspirations { get; init; }

    /// <summary>o_ik of the round that comes, a column per issue.</summary>
    public required Columns Opinions { get; init; }

    /// <summary>This reply with what a person in the seat did instead, in every lane. The margins stay those of the member, so that the two can be
    /// compared.</summary>
    /// <param name="ballot">The person's ballot; null where the member's own stands.</param>
    /// <param name="position">What the person will say next, a value per issue on the scale of 0 to 100; empty where the member speaks for
    /// itself.</param>
    public Reply Instead(Ballot? ballot, ReadOnlySpan<double> position)
    {
        var (ballots, opinions) = (Ballots, Opinions);
        if (ballot is { } cast)
        {
            ballots = new Ballot[Ballots.Length];
            Array.Fill(ballots, cast);
        }

        if (!position.IsEmpty)
        {
            opinions = new(Opinions.Count, Opinions.Lanes);
            for (var issue = 0; issue < opinions.Count; issue++)
            {
                opinions[issue].Fill(position[issue]);
            }
        }

        return this with { Ballots = ballots, Opinions = opinions };
    }
}
