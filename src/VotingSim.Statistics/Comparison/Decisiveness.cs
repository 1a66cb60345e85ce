using VotingSim.Rules;

namespace VotingSim.Statistics.Comparison;

/// <summary>Whose ballot decided.</summary>
public static class Decisiveness
{
    /// <summary>The members that could each have turned the result alone, all other ballots being what they were.</summary>
    /// <param name="rule">The rule that read the ballots.</param>
    /// <param name="tally">The ballots.</param>
    /// <param name="size">Number of members. Range: 1 to 64.</param>
    /// <returns>Of an adopted proposal those without whose objection it stands: it would have failed had the member objected. Of a failed one those
    /// who could have carried it: it would have been adopted had the member supported.</returns>
    /// <remarks>Swings in actual ballots, not in all coalitions as in the a-priori indices (Banzhaf 1965, Rutgers Law Rev. 19(2), 317-343).</remarks>
    public static Coalition Of(SeatedRule rule, Tally tally, int size)
    {
        ArgumentNullException.ThrowIfNull(rule);
        var adopted = rule.Adopts(tally);
        var (candidates, decisive) = (Coalition.AllOf(size) - (adopted ? tally.Objectors : tally.Supporters), Coalition.Empty);
        for (var left = candidates.Members; left != 0; left &= left - 1)
        {
            var member = new Coalition(left & (0 - left));
            var other = adopted
                ? new Tally(tally.Supporters - member, tally.Objectors | member)
                : new Tally(tally.Supporters | member, tally.Objectors - member);
            if (rule.Adopts(other) != adopted)
            {
                decisive |= member;
            }
        }

        return decisive;
    }
}
