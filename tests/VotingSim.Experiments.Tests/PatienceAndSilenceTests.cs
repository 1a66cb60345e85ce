using VotingSim.Deliberation;
using VotingSim.Experiments.Plan;

namespace VotingSim.Experiments.Tests;

/// <summary>What the shipped experiment patience-and-silence is there to show, from its own arms.</summary>
public sealed class PatienceAndSilenceTests(SiloFixture silo) : IClassFixture<SiloFixture>
{
    private const int Replications = 1000;

    private static readonly ExperimentPlan Plan = ExperimentReader.Read("patience-and-silence", []);

    [Fact]
    public async Task With_both_off_nearly_every_majority_decision_outvotes_somebody()
    {
        var result = await DeliberateAsync("asean-qmv", patience: 0, reticence: 0);
        Share(result, Ending.Vote).ShouldBeGreaterThan(0.9);
        result.Outvoted.Average().ShouldBeGreaterThan(1.5);
    }

    [Fact]
    public async Task Patience_and_silence_each_leave_more_to_consent_and_outvote_fewer_and_patience_takes_time()
    {
        foreach (var fixedValue in (double[])[0, 0.05, 0.15])
        {
            await ShouldRiseAsync(patience => ("asean-qmv", patience, fixedValue), takesTime: true, 0, 30, 180);
        }

        foreach (var fixedValue in (double[])[0, 30, 180])
        {
            await ShouldRiseAsync(reticence => ("asean-qmv", fixedValue, reticence), takesTime: false, 0, 0.05, 0.15);
        }
    }

    [Fact]
    public async Task Consensus_has_no_majority_to_be_patient_with()
    {
        var impatient = await DeliberateAsync("consensus", patience: 0, reticence: 0.05);
        var patient = await DeliberateAsync("consensus", patience: 180, reticence: 0.05);
        patient.Days.ShouldBe(impatient.Days);
        patient.Outcome[0].ShouldBe(impatient.Outcome[0]);
        Share(patient, Ending.Vote).ShouldBe(0);
    }

    private static double Share(CohortResult result, Ending ending) => result.Endings.Count(one => one == ending) / (double)result.Endings.Length;

    private async Task ShouldRiseAsync(Func<double, (string Rule, double Patience, double Reticence)> arm, bool takesTime, params double[] values)
    {
        CohortResult? before = null;
        foreach (var value in values)
        {
            var (rule, patience, reticence) = arm(value);
            var result = await DeliberateAsync(rule, patience, reticence);
            if (before is not null)
            {
                Share(result, Ending.Consent).ShouldBeGreaterThan(Share(before, Ending.Consent));
                result.Outvoted.Average().ShouldBeLessThan(before.Outvoted.Average());
                (result.Days.Average() > before.Days.Average()).ShouldBe(takesTime);
            }

            before = result;
        }
    }

    private async Task<CohortResult> DeliberateAsync(string rule, double patience, double reticence) =>
        (await silo.DeliberateAsync(Plan.Arms.Single(arm => arm.Rule == rule && arm.Parameters[0].Number == patience && arm.Parameters[1].Number == reticence).Terms, Replications)).Single();
}
