using System.Collections.Immutable;
using VotingSim.Members;

namespace VotingSim.Rules;

/// <summary>What a member's ballot weighs in a <see cref="Criterion"/>. Not to be confused with its influence, the weight of its voice.</summary>
public abstract record VotingWeight
{
    private VotingWeight()
    {
    }

    /// <summary>One member, one vote.</summary>
    public sealed record OneEach : VotingWeight
    {
        /// <inheritdoc/>
        public override string Label => "members";

        /// <inheritdoc/>
        public override decimal Of(MemberState member) => 1;
    }

    /// <summary>Inhabitants.</summary>
    public sealed record Population : VotingWeight
    {
        /// <inheritdoc/>
        public override string Label => "population";

        /// <inheritdoc/>
        public override decimal Of(MemberState member) => member.Population;
    }

    /// <summary>Square root of inhabitants (Penrose 1946, J. R. Stat. Soc. 109(1), 53-57).</summary>
    public sealed record SquareRootOfPopulation : VotingWeight
    {
        /// <inheritdoc/>
        public override string Label => "square root of population";

        /// <inheritdoc/>
        public override decimal Of(MemberState member) => (decimal)Math.Sqrt((double)member.Population);
    }

    /// <summary>Gross domestic product.</summary>
    public sealed record Gdp : VotingWeight
    {
        /// <inheritdoc/>
        public override string Label => "gross domestic product";

        /// <inheritdoc/>
        public override decimal Of(MemberState member) => member.Gdp;
    }

    /// <summary>Contribution to the common budget.</summary>
    public sealed record Contribution : VotingWeight
    {
        /// <inheritdoc/>
        public override string Label => "contributions";

        /// <inheritdoc/>
        public override decimal Of(MemberState member) => member.Contribution;
    }

    /// <summary>A weight listed for each member's code; a member that is not listed has no weight.</summary>
    public sealed record Listed(ImmutableSortedDictionary<string, decimal> Weights) : VotingWeight
    {
        /// <inheritdoc/>
        public override string Label => "weighted votes";

        /// <inheritdoc/>
        public override decimal Of(MemberState member) => Weights.GetValueOrDefault(member.Code);
    }

    /// <summary>What is weighed, in words.</summary>
    public abstract string Label { get; }

    /// <summary>The weight of one member's ballot. Range: &gt;= 0.</summary>
    public abstract decimal Of(MemberState member);
}
