using VotingSim.Members;

namespace VotingSim.Grains.Tests;

/// <summary>Section 9: what makes a matter of a campaign differ from a crisis alone.</summary>
internal sealed record PlainMatter(int Stream, int Arrival, double[] Goodwill, double Listening)
{
    public uint PurposeShift => 256 * (uint)(1 + Stream + (64 * Arrival));

    public Roster Of(Roster roster) => roster with
    {
        Members =
        [
            .. roster.Members.Select((member, i) => member with
            {
                Unity = Math.Max(0, member.Unity + Goodwill[i]),
                Flexibility = Math.Min(1, member.Flexibility * Math.Exp(Listening * Goodwill[i])),
            }),
        ],
    };
}
