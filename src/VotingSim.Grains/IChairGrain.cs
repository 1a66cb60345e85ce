namespace VotingSim.Grains;

/// <summary>The chair of one table. Key: any name; tables with different names deliberate side by side.</summary>
[Alias("votingsim.chair")]
public interface IChairGrain : IGrainWithStringKey
{
    /// <summary>Deliberates a cohort to its end.</summary>
    [Alias("deliberate"), ResponseTimeout("02:00:00")]
    Task<CohortMessage> DeliberateAsync(CohortOrder order);
}
