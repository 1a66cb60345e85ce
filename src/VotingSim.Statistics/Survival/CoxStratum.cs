namespace VotingSim.Statistics.Survival;

/// <summary>The rows of a stratum: by falling time, those with an entry by falling entry, and the times of decisions, falling.</summary>
internal sealed class CoxStratum(CoxData data, int[] rows)
{
    public int[] ByTime { get; } = [.. rows.OrderByDescending(row => data.Rows[row].Time)];

    public int[] ByEntry { get; } =
        [.. rows.Where(row => data.Rows[row].Entry > double.NegativeInfinity).OrderByDescending(row => data.Rows[row].Entry)];

    public double[] EventTimes { get; } =
        [.. rows.Where(row => data.Rows[row].Decided).Select(row => data.Rows[row].Time).Distinct().OrderDescending()];
}
