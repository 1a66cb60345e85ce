namespace VotingSim.Grains.Tests;

public class PlainAgreementTests(SiloFixture silo)
{
    [Theory]
    [MemberData(nameof(Worlds))]
    public async Task The_engine_through_the_grains_agrees_with_the_plain_model_on_every_replication(int world)
    {
        var terms = new RandomWorld(world).Terms();
        foreach (var result in await silo.DeliberateAsync(terms, replications: 40, cohortSize: 1 + (world % 40)))
        {
            for (var slot = 0; slot < result.Cohort.Count; slot++)
            {
                var plain = new PlainDeliberation(terms, result.Cohort.First + (uint)slot);

                result.Decided[slot].ShouldBe(plain.Decided);
                result.Rounds[slot].ShouldBe(plain.Rounds);
                result.Supporters[slot].ShouldBe(plain.Supporters.Members);
                result.Objectors[slot].ShouldBe(plain.Objectors.Members);
                result.OptedOut[slot].ShouldBe(plain.OptedOut.Members);
                result.Outvoted[slot].ShouldBe(plain.Outvoted);
                for (var issue = 0; issue < plain.Outcome.Length; issue++)
                {
                    result.Outcome[issue][slot].ShouldAgreeWith(plain.Outcome[issue]);
                }

                result.AgreementIndex[slot].ShouldAgreeWith(plain.AgreementIndex);
                result.RiceIndex[slot].ShouldAgreeWith(plain.RiceIndex);
                result.OpeningCohesion[slot].ShouldAgreeWith(plain.OpeningCohesion);
                result.PositionalCohesion[slot].ShouldAgreeWith(plain.PositionalCohesion);
                result.Polarization[slot].ShouldAgreeWith(plain.Polarization);
                result.Coverage[slot].ShouldAgreeWith(plain.Coverage);
                result.MeanUtility[slot].ShouldAgreeWith(plain.MeanUtility);
                result.MinimumUtility[slot].ShouldAgreeWith(plain.MinimumUtility);
                result.Inequality[slot].ShouldAgreeWith(plain.Inequality);
            }
        }
    }

    public static TheoryData<int> Worlds() => [.. Enumerable.Range(1, 120)];
}
