using System.Collections.Immutable;
using VotingSim.Members;

namespace VotingSim.Rules;

/// <summary>What a member's ballot weighs in a <see cref="Criterion"/>. Not to be confused with its influence, the weight of its voice.</summary>
public abstract record VotingWeight
{
    private VotingWeight()
    {
    }

    /// <summary>The weights that a rule file can ask for by a word, the default first.</summary>
    public static ImmutableArray<VotingWeight> Named { get; } =
        [new OneEach(), new Population(), new SquareRootOfPopulation(), new Gdp(), new Contribution()];

    /// <summary>One member, one vote.</summary>
    public sealed record OneEach : VotingWeight
    {
        /// <inheritdoc/>
        public override string Name => "one-each";

        /// <inheritdoc/>
        public override string Label => "members";

        /// <inheritdoc/>
        public override decimal Of(MemberState member) => 1;
    }

    /// <summary>Inhabitants.</summary>
    public sealed record Population : VotingWeight
    {
        /// <inheritdoc/>
        public override string Name => "population";

        /// <inheritdoc/>
        public override string Label => "population";

        /// <inheritdoc/>
        public override string Figure => "population";

        /// <inheritdoc/>
        public override decimal Of(MemberState member) => member.Population;
    }

    /// <summary>Square root of inhabitants (Penrose 1946, J. R. Stat. Soc. 109(1), 53-57).</summary>
    public sealed record SquareRootOfPopulation : VotingWeight
    {
        /// <inheritdoc/>
        public override string Name => "square-root-population";

        /// <inheritdoc/>
        public override string Label => "square root of population";

        /// <inheritdoc/>
        public override string Figure => "population";

        /// <inheritdoc/>
        public override decimal Of(MemberState member) => (decimal)Math.Sqrt((double)member.Population);
    }

    /// <summary>Gross domestic product.</summary>
    public sealed record Gdp : VotingWeight
    {
        /// <inheritdoc/>
        public override string Name => "gdp";

        /// <inheritdoc/>
        public override string Label => "gross domestic product";

        /// <inheritdoc/>
        public override string Figure => "gdp";

        /// <inheritdoc/>
        public override decimal Of(MemberState member) => member.Gdp;
    }

    /// <summary>Contribution to the common budget.</summary>
    public sealed record Contribution : VotingWeight
    {
        /// <inheritdoc/>
        public override string Name => "contribution";

        /// <inheritdoc/>
        public override string Label => "contributions";

        /// <inheritdoc/>
        public override decimal Of(MemberState member) => member.Contribution;
    }

    /// <summary>A weight listed for each member's code; a member that is not listed has no weight.</summary>
    public sealed record Listed(ImmutableSortedDictionary<string, decimal> Weights) : VotingWeight
    {
        /// <inheritdoc/>
        public override string Name => "";

        /// <inheritdoc/>
        public override string Label => "weighted votes";

        /// <inheritdoc/>
        public override decimal Of(MemberState member) => Weights.GetValueOrDefault(member.Code);
    }

    /// <summary>The word for it, in kebab case; empty where weights are listed.</summary>
    public abstract string Name { get; }

    /// <summary>The figure that has to be given for every member; empty where a weight of 0 can be meant.</summary>
    public virtual string Figure => "";

    /// <summary>What is weighed, in words.</summary>
    public abstract string Label { get; }

    /// <summary>The weight of one member's ballot. Range: &gt;= 0.</summary>
    public abstract decimal Of(MemberState member);
}
