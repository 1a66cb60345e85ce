using VotingSim.Configuration.Cases;

namespace VotingSim.Configuration.Tests.Cases;

public sealed class StructureReaderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new("structures");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_structure_has_the_keys_that_it_says_and_its_uncertainty_in_place()
    {
        File.WriteAllText(_folder.In("free.yaml"), "uncertainty: free\nparameters:\n  members.holdout: { uniform: [0.3, 0.9] }\n");
        File.WriteAllText(_folder.In("s.yaml"), "structure: patient\ntitle: it waits\ndeliberation: { patience-days: 1/2 }\nuncertainty: free.yaml\n");

        var structure = StructureReader.Read([_folder.In("s.yaml"), "asean"])[0];

        (structure.Name, structure.Title).ShouldBe(("patient", "it waits"));
        structure.Keys.ToJsonString().ShouldBe(
            """{"deliberation":{"patience-days":0.5},"uncertainty":{"uncertainty":"free","per-draw":1,"parameters":{"members.holdout":{"uniform":[0.3,0.9]}}}}""");
    }

    [Theory]
    [InlineData("structure: a\ndeliberation: { patience-day: 5 }", "s.yaml:2:17: deliberation.patience-day: unknown key; did you mean 'patience-days'?")]
    [InlineData("structure: a\nuncertainty: asaen", "s.yaml:2:14: uncertainty: no uncertainty of the name 'asaen' ships; did you mean 'asean'? (a file of your own is named by its path, e.g. ./asaen.yaml)")]
    [InlineData("structure: a\nmembers: asean-10", "s.yaml:2:1: members: unknown key; expected one of structure, title, deliberation, urgency, uncertainty")]
    [InlineData("crisis: a", "s.yaml:1:1: this is a file of kind 'crisis'; expected one of kind 'structure'")]
    public void A_broken_structure_is_named_with_its_remedy(string text, string problem)
    {
        File.WriteAllText(_folder.In("s.yaml"), text);

        Should.Throw<ConfigurationException>(() => StructureReader.Read([_folder.In("s.yaml")])).Problems.Select(found => found.ToString())
            .ShouldContain(_folder.In(problem));
    }
}
