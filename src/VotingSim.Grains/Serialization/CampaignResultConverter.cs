using VotingSim.Campaigns;
using VotingSim.Cohorts;
using VotingSim.Deliberation;

namespace VotingSim.Grains.Serialization;

/// <summary>What came of campaigns, on the way to another process.</summary>
[RegisterConverter]
internal sealed class CampaignResultConverter : IConverter<CampaignResult, CampaignResultSurrogate>
{
    public CampaignResultSurrogate ConvertToSurrogate(in CampaignResult value) => new()
    {
        Cohort = value.Cohort,
        Matters = Array.ConvertAll(value.Matters, matter => new MatterSurrogate
        {
            Places = [matter.Number, matter.Stream, matter.IsReformed ? 1 : 0],
            Slots = matter.Slots,
            Arrivals = matter.Arrivals,
            Result = matter.Result,
            Numbers = [matter.OpenedDay, matter.GoodwillMean, matter.GoodwillMinimum, matter.Effect],
            CarriedOut = matter.CarriedOut,
        }),
        GoodwillMean = value.GoodwillMean,
        GoodwillMinimum = value.GoodwillMinimum,
        Goodwill = value.Goodwill,
    };

    public CampaignResult ConvertFromSurrogate(in CampaignResultSurrogate surrogate) => new()
    {
        Cohort = surrogate.Cohort,
        Matters = Array.ConvertAll(surrogate.Matters, matter => new MatterResult
        {
            Number = matter.Places[0],
            Stream = matter.Places[1],
            IsReformed = matter.Places[2] != 0,
            Slots = matter.Slots,
            Arrivals = matter.Arrivals,
            Result = matter.Result,
            OpenedDay = matter.Numbers[0],
            GoodwillMean = matter.Numbers[1],
            GoodwillMinimum = matter.Numbers[2],
            Effect = matter.Numbers[3],
            CarriedOut = matter.CarriedOut,
        }),
        GoodwillMean = surrogate.GoodwillMean,
        GoodwillMinimum = surrogate.GoodwillMinimum,
        Goodwill = surrogate.Goodwill,
    };
}

/// <summary>The columns of campaigns.</summary>
[GenerateSerializer, Alias("votingsim.campaign-result")]
internal struct CampaignResultSurrogate
{
    [Id(0)]
    public Cohort Cohort;

    [Id(1)]
    public MatterSurrogate[] Matters;

    [Id(2)]
    public double[][] GoodwillMean;

    [Id(3)]
    public double[][] GoodwillMinimum;

    [Id(4)]
    public double[][][] Goodwill;
}

/// <summary>The columns of a sitting.</summary>
[GenerateSerializer, Alias("votingsim.matter-result")]
internal struct MatterSurrogate
{
    [Id(0)]
    public int[] Places;

    [Id(1)]
    public int[] Slots;

    [Id(2)]
    public CohortResult Result;

    [Id(3)]
    public double[][] Numbers;

    [Id(4)]
    public ulong[] CarriedOut;

    [Id(5)]
    public int[] Arrivals;
}
