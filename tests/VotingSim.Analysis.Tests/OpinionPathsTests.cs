using VotingSim.Experiments.Running;

namespace VotingSim.Analysis.Tests;

public class OpinionPathsTests(RunFixture runs)
{
    [Fact]
    public async Task Paths_are_the_means_of_the_opinions_of_each_replication_replayed_alone()
    {
        const int Replications = 12;
        foreach (var arm in RunFixture.Plan(replications: 20).Arms)
        {
            var paths = await OpinionPaths.ReplayAsync(arm, runs.Grains, Replications);

            var alone = new List<IReadOnlyList<VotingSim.Deliberation.TracedRound>>();
            for (var replication = 0u; replication < Replications; replication++)
            {
                alone.Add((await Replay.OfAsync(arm, replication, runs.Grains)).Traces);
            }

            var most = alone.Max(rounds => rounds.Count);
            paths.Days.ShouldBe(Enumerable.Range(1, most).Select(round => round * 14.0));
            var issues = arm.Terms.Crisis.Issues.Length;
            for (var seat = 0; seat < 5; seat++)
            {
                for (var issue = 0; issue < issues; issue++)
                {
                    var (path, column) = (paths.Of(seat, issue), (seat * issues) + issue);
                    (path.Code, path.Issue).ShouldBe(($"M0{seat}", arm.Terms.Crisis.Issues[issue].Name));
                    path.Opening.Value.ShouldBe(alone.Average(rounds => rounds[0].Opinions[column]), 1e-9);
                    path.End.Value.ShouldBe(alone.Average(rounds => rounds[^1].Opinions[column]), 1e-9);
                    path.Opening.Low.ShouldBeLessThan(path.Opening.Value);
                    for (var round = 0; round < most; round++)
                    {
                        path.Means[round].ShouldBe(alone.Average(rounds => rounds[Math.Min(round, rounds.Count - 1)].Opinions[column]), 1e-9);
                    }
                }
            }
        }
    }
}
