using System.Collections.Immutable;

namespace VotingSim.Rules;

/// <summary>How a rule reads a tally: what it asks for, part by part, and how far each part is from being met.</summary>
public abstract record RuleReading
{
    private RuleReading()
    {
    }

    /// <summary>Whether the tally meets this part.</summary>
    public required bool IsMet { get; init; }

    /// <summary>A weight that must reach a line.</summary>
    public sealed record Quota : RuleReading
    {
        /// <summary>What is weighed, in words, e.g. <c>population</c>.</summary>
        public required string Label { get; init; }

        /// <summary>The weight on the side of adoption.</summary>
        public required decimal Reached { get; init; }

        /// <summary>The weight that is needed. It can be beyond the whole.</summary>
        public required decimal Needed { get; init; }

        /// <summary>The weight of all that the part counts.</summary>
        public required decimal Whole { get; init; }

        /// <summary>Whether this counts members, so that the numbers are whole.</summary>
        public bool CountsMembers { get; init; }

        /// <summary>A part that misses its line is met all the same while fewer than this many members withhold support. Default 0: the
        /// line alone decides.</summary>
        public int BlockingMinority { get; init; }

        /// <summary>Members that withhold support, of those the part counts.</summary>
        public int Withholding { get; init; }
    }

    /// <summary>Several parts, all of which must be met, or any one.</summary>
    public sealed record Combination : RuleReading
    {
        /// <summary>Whether every part must be met; otherwise one is enough.</summary>
        public required bool NeedsAll { get; init; }

        /// <summary>The parts.</summary>
        public required ImmutableArray<RuleReading> Parts { get; init; }
    }

    /// <summary>The parts that weigh something, in order, whatever they are combined by.</summary>
    public IEnumerable<Quota> Quotas => this switch
    {
        Quota quota => [quota],
        Combination combination => combination.Parts.SelectMany(part => part.Quotas),
        _ => [],
    };

    /// <summary>A count of members on the side of adoption against the count that is needed. Nothing is met that nobody supports.</summary>
    internal static Quota OfMembers(string label, int reached, int needed, int whole, Tally tally) => new()
    {
        Label = label,
        Reached = reached,
        Needed = needed,
        Whole = whole,
        CountsMembers = true,
        IsMet = reached >= needed && !tally.Supporters.IsEmpty,
    };
}
