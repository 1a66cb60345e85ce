using System.Numerics;
using VotingSim.Campaigns;
using VotingSim.Classroom.Deliberations;
using VotingSim.Deliberation;
using VotingSim.Grains;

namespace VotingSim.Classroom.Lessons;

/// <summary>A thousand campaigns of the matters of a term under one rule, which the model plays alone.</summary>
public sealed class CampaignSample
{
    /// <summary>Campaigns.</summary>
    public const int Campaigns = 1000;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20); // for a silo that may be gone

    private readonly CampaignResult _result;
    private readonly int _members;

    private CampaignSample(bool byVote, CampaignResult result, int members) => (ByVote, _result, _members) = (byVote, result, members);

    /// <summary>Whether it is the rule of a vote.</summary>
    public bool ByVote { get; }

    /// <summary>Matters.</summary>
    public int Matters => _result.Matters.Length;

    /// <summary>Share of the campaigns that decide a matter.</summary>
    public double Decided(int matter) => _result.Matters[matter].Result.Decided.Average(decided => decided ? 1.0 : 0);

    /// <summary>Share of the campaigns that decide a matter over somebody's objection.</summary>
    public double Voted(int matter) => _result.Matters[matter].Result.Endings.Average(ending => ending == Ending.Vote ? 1.0 : 0);

    /// <summary>Share of the members that carry a decision on a matter out, where there is one; NaN where there is none.</summary>
    public double CarriedOut(int matter)
    {
        var (sitting, decided) = (_result.Matters[matter], _result.Matters[matter].Result.Decided);
        var shares = sitting.CarriedOut.Where((_, campaign) => decided[campaign]).Select(who => (double)BitOperations.PopCount(who) / _members);
        return shares.DefaultIfEmpty(double.NaN).Average();
    }

    /// <summary>Mean number of matters that a campaign decides.</summary>
    public double DecidedInAll => Enumerable.Range(0, Matters).Sum(Decided);

    /// <summary>Mean number of matters that are decided and carried out: each counts by the share of the members that do.</summary>
    public double CarriedOutInAll => _result.Matters.Sum(matter =>
        matter.CarriedOut.Average(who => (double)BitOperations.PopCount(who) / _members));

    /// <summary>Mean goodwill of the members at the opening of a matter, or with the number of matters at the end of the term: the quantile over
    /// campaigns. Unit: utility.</summary>
    /// <param name="matter">The matter, from 0.</param>
    /// <param name="share">Range: 0 to 1.</param>
    public double Goodwill(int matter, double share) =>
        Quantile(matter < Matters ? _result.Matters[matter].GoodwillMean : _result.GoodwillMean[^1], share);

    /// <summary>The same of the least contented member.</summary>
    public double LeastGoodwill(int matter, double share) =>
        Quantile(matter < Matters ? _result.Matters[matter].GoodwillMinimum : _result.GoodwillMinimum[^1], share);

    /// <summary>Holds the campaigns.</summary>
    /// <param name="grains">Where the chairs are.</param>
    /// <param name="table">The name of a table of its own.</param>
    /// <param name="term">The term.</param>
    /// <param name="byVote">The rule.</param>
    public static async Task<CampaignSample> OfAsync(IGrainFactory grains, string table, Term term, bool byVote)
    {
        var (chair, terms) = (grains.GetGrain<IChairGrain>(table), term.CampaignUnder(byVote));
        var order = new CampaignOrder(table, terms, new(0, Campaigns));
        var message = await RoomRecall.TryAsync(() => chair.HoldCampaignsAsync(order).WaitAsync(Patience));
        return new(byVote, message.Result, terms.Streams[0].Terms.Roster.Size);
    }

    private static double Quantile(double[] values, double share)
    {
        var sorted = values.Order().ToArray();
        return sorted[(int)Math.Round(share * (sorted.Length - 1))];
    }
}
