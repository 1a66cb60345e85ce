namespace VotingSim.Deliberation;

/// <summary>One round of one replication, written down in full.</summary>
public sealed record TracedRound
{
    /// <summary>Index of the replication.</summary>
    public required long Replication { get; init; }

    /// <summary>r, from 0.</summary>
    public required int Round { get; init; }

    /// <summary>kappa(r). Unit: utility.</summary>
    public required double Urgency { get; init; }

    /// <summary>p_k. Shape: K. Unit: issue scale.</summary>
    public required double[] Draft { get; init; }

    /// <summary>Whether the draft was adopted.</summary>
    public required bool Adopted { get; init; }

    /// <summary>o_ik of member i on issue k at i K + k. Shape: n K. Unit: issue scale.</summary>
    public required double[] Opinions { get; init; }

    /// <summary>m_i, in seat order. Unit: utility.</summary>
    public required double[] Margins { get; init; }

    /// <summary>A_i, in seat order. Unit: utility.</summary>
    public required double[] Aspirations { get; init; }

    /// <summary>The ballots, in seat order.</summary>
    public required Ballot[] Ballots { get; init; }
}

/// <summary>Writes down the rounds of the first replications of an arm.</summary>
internal sealed class Trace(int members, int issues, long traced)
{
    private readonly List<TracedRound> _rounds = [];

    /// <summary>What was written, by replication and then by round.</summary>
    public IReadOnlyList<TracedRound> Rounds => [.. _rounds.OrderBy(round => round.Replication).ThenBy(round => round.Round)];

    public void Write(
        int lane, ulong replication, int round, double[] urgency, Columns draft, Columns opinions, ReadOnlySpan<Reply> replies, bool adopted)
    {
        if ((long)replication >= traced)
        {
            return;
        }

        var (margins, aspirations, ballots) = (new double[members], new double[members], new Ballot[members]);
        for (var member = 0; member < members; member++)
        {
            (margins[member], aspirations[member], ballots[member]) = (
                replies[member].Margins[lane], replies[member].Aspirations[lane], replies[member].Ballots[lane]);
        }

        _rounds.Add(new()
        {
            Replication = (long)replication,
            Round = round,
            Urgency = urgency[lane],
            Draft = [.. Enumerable.Range(0, issues).Select(issue => draft[issue, lane])],
            Adopted = adopted,
            Opinions = [.. Enumerable.Range(0, members * issues).Select(column => opinions[column, lane])],
            Margins = margins,
            Aspirations = aspirations,
            Ballots = ballots,
        });
    }
}
