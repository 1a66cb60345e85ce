using VotingSim.Deliberation;
using VotingSim.Members;
using VotingSim.Rules;

namespace VotingSim.Statistics.Tests.Power;

/// <summary>The definitions of voting power, coalition by coalition, order by order and round by round, on the plain reading of a rule. For up to
/// eight members.</summary>
internal sealed class PlainPower
{
    private readonly DecisionRule _rule;
    private readonly Roster _roster;
    private readonly List<HashSet<int>> _winning;

    public PlainPower(DecisionRule rule, Roster roster)
    {
        (_rule, _roster) = (rule, roster);
        _winning = [.. Coalitions().Where(Wins)];
    }

    public int Winning => _winning.Count;

    public int Minimal => MinimalWinning().Count();

    /// <summary>A coalition blocks if nothing can be adopted against it.</summary>
    public int Blocking => Coalitions().Count(coalition => !Wins([.. Everybody.Except(coalition)]));

    private IEnumerable<int> Everybody => Enumerable.Range(0, _roster.Size);

    public int Swings(int member) => _winning.Count(coalition => IsCritical(member, coalition));

    public double Johnston(int member)
    {
        return Of(member) / Everybody.Sum(Of);

        double Of(int one) =>
            _winning.Where(coalition => IsCritical(one, coalition)).Sum(coalition => 1.0 / coalition.Count(other => IsCritical(other, coalition)));
    }

    public double DeeganPackel(int member) =>
        MinimalWinning().Where(coalition => coalition.Contains(member)).Sum(coalition => 1.0 / coalition.Count) / Minimal;

    public double Holler(int member) =>
        MinimalWinning().Count(coalition => coalition.Contains(member)) / (double)MinimalWinning().Sum(coalition => coalition.Count);

    public double ShapleyShubik(int member)
    {
        var (pivots, orders) = (0, 0);
        foreach (var order in Orders([.. Everybody]))
        {
            var before = order.TakeWhile(other => other != member).ToHashSet();
            orders++;
            pivots += !Wins(before) && Wins([.. before, member]) ? 1 : 0;
        }

        return (double)pivots / orders;
    }

    public double TernaryPowerToAct() => BallotRound.All(_roster.Size).Average(ballots => Adopts(ballots) ? 1.0 : 0);

    /// <summary>How much more often a proposal is adopted with the better ballot of a member than with the worse one, over all rounds of the others.</summary>
    public double Ternary(int member, Ballot worse, Ballot better) => BallotRound.All(_roster.Size - 1).Average(others =>
    {
        var rounds = new[] { better, worse }.Select(ballot => Adopts([.. others[..member], ballot, .. others[member..]])).ToArray();
        return (rounds[0] ? 1.0 : 0) - (rounds[1] ? 1 : 0);
    });

    private IEnumerable<HashSet<int>> Coalitions() =>
        Enumerable.Range(0, 1 << _roster.Size).Select(bits => Everybody.Where(seat => (bits >> seat & 1) == 1).ToHashSet());

    private IEnumerable<HashSet<int>> MinimalWinning() => _winning.Where(coalition => coalition.All(member => IsCritical(member, coalition)));

    private bool IsCritical(int member, HashSet<int> coalition) =>
        coalition.Contains(member) && !Wins([.. coalition.Where(other => other != member)]);

    private bool Wins(HashSet<int> coalition) => PlainRule.Suffices(_rule, _roster, coalition.Contains);

    private bool Adopts(Ballot[] ballots) => PlainRule.Adopts(_rule, PlainRule.Votes(_roster, ballots));

    private static IEnumerable<int[]> Orders(int[] members) => members.Length == 0
        ? [[]]
        : members.SelectMany(first => Orders([.. members.Where(other => other != first)]), (first, rest) => (int[])[first, .. rest]);
}
