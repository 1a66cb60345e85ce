using System.Collections.Immutable;
using System.Globalization;
using VotingSim.Rules;

namespace VotingSim.Classroom.Deliberations;

/// <summary>The quotas of a rule, in the order in which they are read, and the rule with other quotas in their place.</summary>
public static class Quotas
{
    /// <summary>All criteria of a rule that have a quota.</summary>
    public static IReadOnlyList<Criterion> Of(DecisionRule rule) => rule switch
    {
        Criterion criterion => [criterion],
        AllOf all => [.. all.Rules.SelectMany(Of)],
        AnyOf any => [.. any.Rules.SelectMany(Of)],
        Veto veto => Of(veto.Rule),
        OptOut optOut => Of(optOut.Rule),
        _ => [],
    };

    /// <summary>The rule with other amounts for its quotas; where there is none, the rule's own stands.</summary>
    public static DecisionRule Replace(DecisionRule rule, IReadOnlyList<decimal?> amounts)
    {
        var next = 0;
        return With(rule);

        DecisionRule With(DecisionRule part) => part switch
        {
            Criterion criterion => Next() is { } amount
                ? criterion with { Quota = criterion.Quota with { Amount = amount, Divisor = 1 } }
                : criterion,
            AllOf all => new AllOf(Each(all.Rules)),
            AnyOf any => new AnyOf(Each(any.Rules)),
            Veto veto => veto with { Rule = With(veto.Rule) },
            OptOut optOut => optOut with { Rule = With(optOut.Rule) },
            _ => part,
        };

        decimal? Next() => next < amounts.Count ? amounts[next++] : null;

        // In order, one after another: the amounts are.
        ImmutableArray<DecisionRule> Each(ImmutableArray<DecisionRule> rules)
        {
            var replaced = ImmutableArray.CreateBuilder<DecisionRule>(rules.Length);
            foreach (var rule in rules)
            {
                replaced.Add(With(rule));
            }

            return replaced.MoveToImmutable();
        }
    }

    /// <summary>A quota as it is typed: a share in per cent, or a count.</summary>
    public static string Text(Quota quota) => (quota.IsCount ? quota.Amount : 100 * quota.Share).ToString("0.####", CultureInfo.InvariantCulture);

    /// <summary>Reads what was typed for a quota; null where it is no number, out of reach, or the rule's own, which may be no decimal
    /// fraction.</summary>
    public static decimal? Read(Quota quota, string? text) =>
        text?.Trim() != Text(quota) && decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
        && number <= (quota.IsCount ? 1e12m : 100)
            ? quota.IsCount ? number : number / 100
            : null;
}
