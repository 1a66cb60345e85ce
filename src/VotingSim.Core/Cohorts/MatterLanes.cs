namespace VotingSim.Cohorts;

/// <summary>The same arrival of the same stream, in all those replications of a cohort of campaigns in which it has the same number: a lane each.
/// Model.md 9.</summary>
public sealed class MatterLanes
{
    /// <summary>Streams that a campaign can have.</summary>
    public const int MostStreams = 64;

    /// <summary>Puts replications side by side.</summary>
    /// <param name="campaign">The cohort of campaigns.</param>
    /// <param name="number">Place of the matter among those of its campaign, from 0.</param>
    /// <param name="stream">The stream, from 0.</param>
    /// <param name="arrival">k: its place among the arrivals of its stream, from 0.</param>
    /// <param name="slots">Places of the replications in the cohort of campaigns, ascending. Never empty.</param>
    /// <param name="days">The day on which the matter arises in each. Unit: days of the campaign.</param>
    public MatterLanes(Cohort campaign, int number, int stream, int arrival, ReadOnlySpan<int> slots, ReadOnlySpan<double> days)
    {
        (Number, Stream, Arrival, Count) = (number, stream, arrival, slots.Length);
        var lanes = Cohort.PaddedTo(Count);
        (Slots, Days, Replications) = (new int[lanes], new double[lanes], new ulong[lanes]);
        for (var lane = 0; lane < lanes; lane++)
        {
            var source = Math.Min(lane, Count - 1); // the padding repeats the last
            (Slots[lane], Days[lane], Replications[lane]) = (slots[source], days[source], campaign.First + (ulong)slots[source]);
        }
    }

    /// <summary>Place of the matter among those of its campaign, from 0.</summary>
    public int Number { get; }

    /// <summary>The stream that it comes from.</summary>
    public int Stream { get; }

    /// <summary>k: its place among the arrivals of its stream.</summary>
    public int Arrival { get; }

    /// <summary>Number of replications.</summary>
    public int Count { get; }

    /// <summary>The replications as a cohort.</summary>
    public Cohort Cohort => new((uint)Replications[0], Count) { Matter = this };

    /// <summary>The matter that a cohort is at; null where each of its replications is a single crisis.</summary>
    public static MatterLanes? Of(Cohort cohort) => cohort.Matter;

    /// <summary>Place of each lane's replication in the cohort of campaigns.</summary>
    internal int[] Slots { get; }

    /// <summary>The day on which the matter arises in each lane.</summary>
    internal double[] Days { get; }

    /// <summary>The replication of each lane.</summary>
    internal ulong[] Replications { get; }

    /// <summary>256 (1 + s + 64 k): the draws of a matter are those of a crisis with this added to the purpose.</summary>
    internal uint PurposeShift => unchecked(256u * (1u + (uint)Stream + ((uint)MostStreams * (uint)Arrival)));
}
