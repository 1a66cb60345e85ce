using VotingSim.Crises;
using VotingSim.Deliberation;
using VotingSim.Members;
using VotingSim.Rules;

namespace VotingSim.Benchmarks;

/// <summary>What is measured on: the shape of the Myanmar crisis, one issue, ten members, coalition drafting, a population-weighted majority.</summary>
internal static class Worlds
{
    public static DeliberationTerms Myanmar(DecisionRule? rule = null)
    {
        (string Code, decimal Population, double Influence, double Position, double Salience)[] members =
        [
            ("BRN", 462721, 0.4, 45, 55), ("KHM", 17638801, 0.5, 25, 35), ("IDN", 283487931, 1.6, 70, 85), ("LAO", 7769819, 0.4, 15, 35), ("MYS", 35557673, 1.1, 72, 75),
            ("MMR", 54500091, 0.4, 5, 100), ("PHL", 115843670, 1.1, 40, 45), ("SGP", 5832387, 1.2, 65, 70), ("THA", 71668011, 1.1, 20, 80), ("VNM", 100987686, 1.2, 30, 45),
        ];
        return new()
        {
            Roster = Roster.Of([.. members.Select(m => new MemberState { Code = m.Code, Name = m.Code, Population = m.Population, Influence = m.Influence })]),
            Crisis = new()
            {
                Name = "myanmar",
                Category = "security",
                Issues = [new() { Name = "intervention", Low = "none", High = "sanctions", StatusQuo = 5 }],
                Stances = [.. members.Select(m => new Stance { Position = [m.Position], Salience = [m.Salience], Exposure = m.Salience / 100 })],
            },
            Rule = rule ?? Some.DoubleMajority,
            Settings = new(),
            Seed = 20210201,
        };
    }
}
