using System.Collections.Immutable;
using VotingSim.Statistics.Power;

namespace VotingSim.Cli.Documents;

/// <summary>What <c>power --format json</c> writes; its fields are in the codebook.</summary>
internal sealed record PowerDocument(
    string Rule,
    ImmutableArray<MemberPowerDocument> Members,
    double PowerToAct,
    double TernaryPowerToAct,
    UInt128 WinningCoalitions,
    UInt128 MinimalWinningCoalitions,
    UInt128 BlockingCoalitions,
    ImmutableArray<string> Vetoers,
    ImmutableArray<string> Dummies)
{
    public static PowerDocument Of(string rule, PowerProfile power) => new(
        rule,
        [.. power.Members.Select(MemberPowerDocument.Of)],
        power.PowerToAct,
        power.TernaryPowerToAct,
        power.WinningCoalitions,
        power.MinimalWinningCoalitions,
        power.BlockingCoalitions,
        [.. power.Vetoers.Select(member => member.Code)],
        [.. power.Dummies.Select(member => member.Code)]);
}
