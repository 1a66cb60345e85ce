using VotingSim.Configuration.Cases;
using VotingSim.Evidence.Cases;
using VotingSim.Experiments.Running;

[assembly: AssemblyFixture(typeof(SiloFixture))]

namespace VotingSim.Evidence.Tests.Cases;

public class CaseDeliberationsTests(SiloFixture silo)
{
    [Fact]
    public async Task Worlds_of_a_case_are_those_of_the_grains_whatever_the_number_of_cohorts()
    {
        var cases = CaseReader.Read(["asean"]);
        var terms = cases.Take(3).Select(one => CaseTerms.Of(one, CaseTerms.Plain, seed: 7)).ToArray();

        var worlds = await new CaseDeliberations(new TablesHere(silo.Grains)).RunAsync(terms, 1500, null, TestContext.Current.CancellationToken);

        worlds.Length.ShouldBe(3);
        for (var index = 0; index < terms.Length; index++)
        {
            var plain = await silo.DeliberateAsync(terms[index], 1500, cohortSize: 100);
            worlds[index].Outcome[0].ShouldBe(plain.SelectMany(cohort => cohort.Outcome[0]));
            worlds[index].Decided.ShouldBe(plain.SelectMany(cohort => cohort.Decided));
            worlds[index].Days.Where(double.IsFinite).ShouldBe(
                plain.SelectMany(cohort => cohort.Days.Where((_, world) => cohort.Decided[world])));
        }
    }
}
