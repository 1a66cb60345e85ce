using VotingSim.Cohorts;
using VotingSim.Deliberation;
using VotingSim.Members;
using VotingSim.Rules;
using VotingSim.Statistics;

namespace VotingSim.Configuration.Tests;

/// <summary>What docs/architecture.md and the README of each package show to other programs, compiled.</summary>
internal static class EngineInTenLines
{
    public static CohortResult Deliberate()
    {
        // <example>
        var terms = TermsReader.Read(members: "asean-10", crisis: "myanmar-2021", rule: "asean-qmv", seed: 1);
        var chair = new Chair(terms);
        Delegation[] members = [.. terms.Roster.Members.Select((_, seat) => new Delegation(PreferenceProfile.Of(terms, seat), terms.Settings, terms.Seed))];
        var thousand = new Cohort(First: 0, Count: 1000);
        if (chair.Open(thousand, [.. members.Select(member => member.Open(thousand))]))
        {
            chair.Begin([.. members.Select(member => member.Consult(chair.Brief()))]);
            while (chair.Conclude([.. members.Select(member => member.Answer(chair.Brief()))]))
            {
            }
        }

        var result = chair.Result();
        // </example>
        return result;
    }

    public static bool Adopts()
    {
        // <example>
        var roster = Roster.Of(new() { Code = "AAA", Name = "A" }, new() { Code = "BBB", Name = "B" }, new() { Code = "CCC", Name = "C" });
        var rule = new SeatedRule(new Criterion { Quota = Quota.AtLeast(0.6m) }, roster);
        var adopted = rule.Adopts(new Tally(Supporters: new(0b011), Objectors: new(0b100)));
        // </example>
        return adopted;
    }

    public static Estimate Share()
    {
        // <example>
        var share = Proportion.Wilson(successes: 7, trials: 10);    // 0.7, with its 95 % interval
        // </example>
        return share;
    }
}
