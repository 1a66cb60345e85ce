using System.Collections.Concurrent;
using VotingSim.Experiments.Plan;
using VotingSim.Members;
using VotingSim.Rules;
using VotingSim.Statistics.Power;

namespace VotingSim.Analysis;

/// <summary>A-priori voting power in the arms of an experiment, computed once for every rule and roster.</summary>
internal sealed class PowerOfArms
{
    private readonly ConcurrentDictionary<(DecisionRule Rule, Roster Roster), Lazy<PowerProfile?>> _profiles = new();

    /// <summary>Power under the rule of an arm's first round; null where the table is too large to compute it.</summary>
    public PowerProfile? Of(Arm arm)
    {
        var terms = arm.Terms;
        var rule = terms.Rule.InForce(terms.Crisis.Category, terms.Settings.Calendar.DayOf(0));
        return _profiles.GetOrAdd((rule, terms.Roster), static key => new(() =>
        {
            var seated = new SeatedRule(key.Rule, key.Roster, tabulate: false);
            return VotingPower.IsWithinReach(seated) ? VotingPower.Of(seated) : null;
        })).Value;
    }
}
