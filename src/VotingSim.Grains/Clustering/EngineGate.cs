namespace VotingSim.Grains.Clustering;

/// <summary>Lets a silo join only a cluster of its own engine: who is there already decides, and of two that come at once the first.</summary>
internal sealed class EngineGate(IMembershipTable table, ILocalSiloDetails silo) : ILifecycleParticipant<ISiloLifecycle>
{
    /// <summary>How often a silo signs the table while it lives.</summary>
    public static TimeSpan BetweenSignatures { get; } = TimeSpan.FromSeconds(15);

    // Orleans counts those out, too, that have not signed the table for so long.
    private static readonly TimeSpan LongestSilence = BetweenSignatures * 3;

    void ILifecycleParticipant<ISiloLifecycle>.Participate(ISiloLifecycle lifecycle)
    {
        // Before the silo writes itself into the table, where all but accidents are found; and before it takes work.
        lifecycle.Subscribe(nameof(EngineGate), ServiceLifecycleStage.RuntimeGrainServices + 1, stop => CheckAsync(joining: false, stop));
        lifecycle.Subscribe(nameof(EngineGate), ServiceLifecycleStage.BecomeActive - 1, stop => CheckAsync(joining: true, stop));
    }

    private async Task CheckAsync(bool joining, CancellationToken cancellation)
    {
        var entries = (await table.ReadAllAsync(cancellation)).Members.Select(member => member.Item1).ToArray();
        foreach (var entry in entries)
        {
            if (!entry.SiloAddress.Equals(silo.SiloAddress)
                && (entry.Status == SiloStatus.Active || (joining && entry.Status == SiloStatus.Joining && IsBefore(entry)))
                && IsAlive(entry)
                && Engine.OfSilo(entry.SiloName) is var engine && engine?.Fingerprint != Engine.Current.Fingerprint)
            {
                throw new StrangeEngineException(
                    $"silo {entry.SiloAddress.Endpoint} of {entry.HostName} is of engine {engine?.ToString() ?? "unknown"}, this one of "
                    + $"{Engine.Current}; their numbers may differ. Use the same version of votingsim on every machine, or stop the others "
                    + "first: one that was killed is forgotten after a minute");
            }
        }

        bool IsBefore(MembershipEntry other) => entries.FirstOrDefault(entry => entry.SiloAddress.Equals(silo.SiloAddress)) is { } own
            && (other.StartTime, other.SiloAddress).CompareTo((own.StartTime, own.SiloAddress)) < 0;
    }

    private static bool IsAlive(MembershipEntry entry) =>
        DateTime.UtcNow - (entry.IAmAliveTime > entry.StartTime ? entry.IAmAliveTime : entry.StartTime) < LongestSilence;
}
