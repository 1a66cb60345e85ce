using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using VotingSim.Members;
using VotingSim.Rules;

namespace VotingSim.Deliberation;

/// <summary>T, whom the draft is made for: members ranked by margin (descending, then by seat), taken until the rule would adopt with them
/// in support and the rest objecting.</summary>
/// <remarks>
/// Nothing is sorted: for each member the set of those ranked at or above it is built by comparing pairs, in vector lanes. These sets are
/// nested, so the smallest that suffices is the intersection of all that suffice.
/// </remarks>
internal static class TargetCoalition
{
    public static void Find(ulong[] target, SeatedRule rule, ReadOnlySpan<Reply> replies, int members, int lanes)
    {
        var everybody = Coalition.AllOf(members).Members;
        if (rule.NobodyIsDispensable)
        {
            Array.Fill(target, everybody, 0, lanes);
            return;
        }

        Span<Vector256<double>> margins = stackalloc Vector256<double>[Roster.MaximumSize];
        Span<Vector256<ulong>> upTo = stackalloc Vector256<ulong>[Roster.MaximumSize];
        for (var lane = 0; lane < lanes; lane += Cohort.LanesPerVector)
        {
            for (var member = 0; member < members; member++)
            {
                margins[member] = replies[member].Margins.At(lane);
                upTo[member] = Vector256.Create(1UL << member);
            }

            for (var first = 0; first < members; first++)
            {
                var (margin, bit, above) = (margins[first], Vector256.Create(1UL << first), upTo[first]);
                for (var second = first + 1; second < members; second++)
                {
                    var secondIsAbove = Vector256.GreaterThan(margins[second], margin).AsUInt64();
                    above |= secondIsAbove & Vector256.Create(1UL << second);
                    upTo[second] |= Vector256.AndNot(bit, secondIsAbove);
                }

                upTo[first] = above;
            }

            var sets = MemoryMarshal.Cast<Vector256<ulong>, ulong>(upTo);
            for (var offset = 0; offset < Cohort.LanesPerVector; offset++)
            {
                var smallest = everybody;
                for (var member = 0; member < members; member++)
                {
                    var set = sets[(member * Cohort.LanesPerVector) + offset];
                    smallest &= rule.Suffices(new(set)) ? set : everybody;
                }

                target[lane + offset] = smallest;
            }
        }
    }
}
