using VotingSim.Crises;
using VotingSim.Experiments.Plan;
using VotingSim.Worlds;

namespace VotingSim.Analysis.Tests;

/// <summary>The small experiment with waits for the agenda, crises one of which dies at the horizon, and parameters that two replications share.</summary>
internal static class UncertainRuns
{
    public static ExperimentPlan Plan(long replications)
    {
        var plan = RunFixture.Plan(replications);
        var uncertainty = new WorldUncertainty
        {
            PerDraw = 2,
            Parameters =
            [
                new() { Name = "deliberation.ballot-noise", Parameter = WorldParameter.BallotNoise, Prior = new Prior.LogUniform(0.01, 0.12), Lowest = 0, Highest = 1000 },
                new() { Name = "deliberation.patience-days", Parameter = WorldParameter.PatienceDays, Prior = new Prior.Uniform(0, 120), Lowest = 0, Highest = 1e6 },
            ],
        };
        return plan with
        {
            Arms =
            [
                .. plan.Arms.Select(arm => arm with
                {
                    Terms = arm.Terms with
                    {
                        Settings = arm.Terms.Settings with { HorizonDays = 200, Calendar = new() { Agenda = new() { MedianDays = 40, Spread = 1.5 }, FirstRoundDay = 7, PatienceDays = 60 } },
                        Crisis = arm.Terms.Crisis with { AtHorizon = arm.Crisis == "strike" ? AtHorizon.Failed : AtHorizon.Open },
                        Uncertainty = uncertainty,
                    },
                }),
            ],
        };
    }
}
