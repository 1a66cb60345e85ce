namespace VotingSim.Cohorts;

/// <summary>A matter of the same stream, in all those replications of a cohort of campaigns in which it has the same number: a lane each.
/// Model.md 9.</summary>
public sealed class MatterLanes
{
    /// <summary>Streams that a campaign can have.</summary>
    public const int MostStreams = 64;

    private readonly uint _first;

    /// <summary>Puts replications side by side.</summary>
    /// <param name="campaign">The cohort of campaigns.</param>
    /// <param name="number">Place of the matter among those of its campaign, from 0.</param>
    /// <param name="stream">The stream, from 0.</param>
    /// <param name="slots">Places of the replications in the cohort of campaigns, ascending. Never empty.</param>
    /// <param name="arrivals">k in each: the place of the matter among the arrivals of its stream, from 0.</param>
    /// <param name="days">The day on which the matter arises in each. Unit: days of the campaign.</param>
    public MatterLanes(Cohort campaign, int number, int stream, ReadOnlySpan<int> slots, ReadOnlySpan<int> arrivals, ReadOnlySpan<double> days)
    {
        (_first, Number, Stream, Count) = (campaign.First, number, stream, slots.Length);
        var lanes = Cohort.PaddedTo(Count);
        (Slots, Arrivals, Days, Replications) = (new int[lanes], new int[lanes], new double[lanes], new ulong[lanes]);
        for (var lane = 0; lane < lanes; lane++)
        {
            var source = Math.Min(lane, Count - 1); // the padding repeats the last
            (Slots[lane], Arrivals[lane], Days[lane]) = (slots[source], arrivals[source], days[source]);
            Replications[lane] = (campaign.First + (ulong)slots[source]) | ((ulong)ShiftOf(stream, arrivals[source]) << 32);
        }
    }

    /// <summary>Place of the matter among those of its campaign, from 0.</summary>
    public int Number { get; }

    /// <summary>The stream that it comes from.</summary>
    public int Stream { get; }

    /// <summary>Number of replications.</summary>
    public int Count { get; }

    /// <summary>The replications as a cohort.</summary>
    public Cohort Cohort => new((uint)Replications[0], Count) { Matter = this };

    /// <summary>The matter that a cohort is at; null where each of its replications is a single crisis.</summary>
    public static MatterLanes? Of(Cohort cohort) => cohort.Matter;

    /// <summary>Place of each lane's replication in the cohort of campaigns.</summary>
    internal int[] Slots { get; }

    /// <summary>k in each lane.</summary>
    internal int[] Arrivals { get; }

    /// <summary>The day on which the matter arises in each lane.</summary>
    internal double[] Days { get; }

    /// <summary>The replication of each lane, with 256 (1 + s + 64 k) in the upper half: a generator adds that to the purpose.</summary>
    internal ulong[] Replications { get; }

    /// <summary>The lane in which a replication begins.</summary>
    internal int SlotOf(uint replication) => Array.BinarySearch(Slots, 0, Count, (int)(replication - _first));

    private static uint ShiftOf(int stream, int arrival) => unchecked(256u * (1u + (uint)stream + ((uint)MostStreams * (uint)arrival)));
}
