using VotingSim.Statistics.Power;

namespace VotingSim.Cli.Documents;

/// <summary>The voting power of a member.</summary>
internal sealed record MemberPowerDocument(
    string Code,
    UInt128 Swings,
    double Banzhaf,
    double BanzhafNormalized,
    double ShapleyShubik,
    double Johnston,
    double DeeganPackel,
    double Holler,
    double ColemanPrevent,
    double ColemanInitiate,
    TernaryPowerDocument? Ternary)
{
    public static MemberPowerDocument Of(MemberPower member) => new(
        member.Code,
        member.Swings,
        member.Banzhaf,
        member.BanzhafNormalized,
        member.ShapleyShubik,
        member.Johnston,
        member.DeeganPackel,
        member.Holler,
        member.ColemanPrevent,
        member.ColemanInitiate,
        member.Ternary is { } ternary ? new(ternary.Whole, ternary.FromAbstention, ternary.FromObjection) : null);
}
