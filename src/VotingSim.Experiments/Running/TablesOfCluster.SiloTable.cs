using System.Diagnostics;
using Orleans.Runtime.Placement;
using VotingSim.Campaigns;
using VotingSim.Cohorts;
using VotingSim.Deliberation;
using VotingSim.Grains;

namespace VotingSim.Experiments.Running;

public sealed partial class TablesOfCluster
{
    private sealed class SiloTable(TablesOfCluster cluster, SiloAddress silo, IChairGrain chair, CancellationToken givenUp) : ITable
    {
        private static readonly TimeSpan BetweenQuestions = TimeSpan.FromSeconds(0.5);
        private static readonly TimeSpan LongestWayOfAResult = TimeSpan.FromSeconds(1.5);
        private static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(20);

        public string Site { get; } = silo.ToString();

        public async Task<CohortResult> DeliberateAsync(CohortOrder order)
        {
            var message = await HearAsync(() => chair.DeliberateAsync(order), order.Arm, order.Cohort);
            cluster._processors[message.Silo] = message.Processors;
            return message.Result;
        }

        public async Task<CampaignResult> HoldCampaignsAsync(CampaignOrder order)
        {
            var message = await HearAsync(() => chair.HoldCampaignsAsync(order), order.Arm, order.Cohort);
            cluster._processors[message.Silo] = message.Processors;
            return message.Result;
        }

        private async Task<T> HearAsync<T>(Func<Task<T>> ask, string arm, Cohort cohort)
        {
            try
            {
                var call = There(ask);
                await AssureAsync(call, arm, cohort);
                var message = await call;
                cluster.Sign();
                return message;
            }
            catch (Exception e) when (IsOfTheWay(e))
            {
                throw new TableLostException(e.Message, e);
            }
        }

        // A cohort may take as long as it takes, while its chair says that it is at work on it. What is asked and what is answered may be lost
        // with a silo that it goes through, and so may the cohort: the chair is asked again before it has answered.
        private async Task AssureAsync(Task call, string arm, Cohort cohort)
        {
            var questions = new List<Task<bool>>();
            var lastSign = Stopwatch.GetTimestamp();
            long? denied = null;
            while (await Task.WhenAny(call, Task.Delay(BetweenQuestions, givenUp)) != call)
            {
                givenUp.ThrowIfCancellationRequested();
                foreach (var answered in questions.Where(question => question.IsCompleted).ToArray())
                {
                    questions.Remove(answered);
                    if (answered.IsCompletedSuccessfully && answered.Result)
                    {
                        (lastSign, denied) = (Stopwatch.GetTimestamp(), null);
                        cluster.Sign();
                    }
                    else if (answered.IsCompletedSuccessfully)
                    {
                        denied ??= Stopwatch.GetTimestamp(); // it may have finished just now
                    }
                }

                if (denied is { } since && Stopwatch.GetElapsedTime(since) > LongestWayOfAResult)
                {
                    throw new TableLostException("The chair knows nothing of the cohort.");
                }

                if (Stopwatch.GetElapsedTime(lastSign) > LongestSilence)
                {
                    throw new TableLostException("The chair does not answer.");
                }

                questions.Add(There(() => chair.IsDeliberatingAsync(arm, cohort)));
            }
        }

        private Task<T> There<T>(Func<Task<T>> call)
        {
            RequestContext.Set(IPlacementDirector.PlacementHintKey, silo);
            try
            {
                return call();
            }
            finally
            {
                RequestContext.Clear();
            }
        }
    }
}
