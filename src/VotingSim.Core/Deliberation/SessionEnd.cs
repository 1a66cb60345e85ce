using VotingSim.Rules;

namespace VotingSim.Deliberation;

/// <summary>How a replication ended in a session.</summary>
/// <param name="Slot">Place of the replication in the cohort.</param>
/// <param name="Lane">Its lane.</param>
/// <param name="Round">The session.</param>
/// <param name="Day">The day of it, from the event.</param>
/// <param name="Urgency">kappa in it.</param>
/// <param name="Tally">The last ballots.</param>
/// <param name="StayOut">Who stays out of what came of it.</param>
internal readonly record struct SessionEnd(int Slot, int Lane, int Round, double Day, double Urgency, Tally Tally, Coalition StayOut)
{
    /// <summary>Whether the text was adopted.</summary>
    public bool IsAdopted { get; init; }

    /// <summary>Whether the willing go on without the rest.</summary>
    public bool GoesAround { get; init; }
}
