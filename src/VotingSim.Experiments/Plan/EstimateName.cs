namespace VotingSim.Experiments.Plan;

/// <summary>Names of the estimates of an arm as configuration files spell them, in kebab case.</summary>
internal static class EstimateName
{
    public const string DecidedShare = "decided-share";
    public const string MedianDays = "median-days";
    public const string RestrictedMeanDays = "rmst-days";
    public const string Rounds = "rounds";

    /// <summary>The names for crises with these issues.</summary>
    public static string[] Of(IEnumerable<string> issues) =>
        [DecidedShare, MedianDays, RestrictedMeanDays, Rounds, .. RunSchema.MeasureNames(issues.Distinct(StringComparer.Ordinal)).Select(Kebab)];

    /// <summary>A column's name in kebab case.</summary>
    public static string Kebab(string column) => column.Replace('_', '-');
}
