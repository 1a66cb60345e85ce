namespace VotingSim.Analysis.Documents;

/// <summary>What an arm is to a member, against the baseline in the same worlds.</summary>
/// <param name="Code">The member.</param>
/// <param name="Utility">Mean difference of its utility of the outcome.</param>
/// <param name="Better">Share of the worlds in which the outcome is worth more to it. Range: 0 to 1.</param>
/// <param name="Worse">Share in which it is worth less. Range: 0 to 1.</param>
public sealed record MemberDifferenceDocument(string Code, MeanDocument Utility, double Better, double Worse)
{
    /// <summary>What is said of a member.</summary>
    public static MemberDifferenceDocument Of(MemberDifference member)
    {
        ArgumentNullException.ThrowIfNull(member);
        return new(member.Code, MeanDocument.Of(member.Utility), member.Better.Value, member.Worse.Value);
    }
}
