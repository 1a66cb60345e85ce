using VotingSim.Configuration;
using VotingSim.Configuration.Cases;
using VotingSim.Evidence.Cases;

namespace VotingSim.Evidence.Tests.Cases;

public class ShippedCasesTests
{
    [Fact]
    public void Nineteen_decisions_of_ASEAN_ship_and_seventeen_have_an_outcome()
    {
        var cases = CaseReader.Read(["asean"]);

        cases.Length.ShouldBe(19);
        cases.Count(one => !one.Record.Outcome.IsEmpty).ShouldBe(17);
        cases.CountBy(one => one.Class).ToDictionary().ShouldBe(
            new Dictionary<string, int>(StringComparer.Ordinal) { ["acute"] = 8, ["pressing"] = 7, ["slow"] = 4 }, ignoreOrder: true);
        cases.Single(one => one.Name == "rcep").Record.Days.ShouldBe(2917);
    }

    [Fact]
    public void Every_shipped_structure_fits_every_shipped_case()
    {
        var cases = CaseReader.Read(["asean"]);
        string[] names = [.. Shipped.Files.Where(file => file.Kind == "structure").Select(file => file.Name)];
        foreach (var structure in StructureReader.Read(names))
        {
            foreach (var one in cases)
            {
                CaseTerms.Of(one, structure, seed: 1).Roster.Size.ShouldBe(one.Terms.Roster.Size);
            }
        }
    }
}
