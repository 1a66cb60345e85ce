using VotingSim.Experiments.Plan;

namespace VotingSim.Report;

/// <summary>A parameter in words.</summary>
internal static class ParameterName
{
    // What these paths are about is plain without their first word.
    private static readonly string[] Plain = ["deliberation", "members", "crisis", "stances", "external-powers"];

    /// <summary>The path in words: "patience days" of <c>deliberation.patience-days</c>, "MMR flexibility" of <c>members.MMR.flexibility</c>.</summary>
    /// <param name="plan">The experiment.</param>
    /// <param name="path">The parameter as in the file.</param>
    /// <remarks>One that scales is called a factor, for its numbers are.</remarks>
    public static string Of(ExperimentPlan plan, string path)
    {
        var words = path.Split('.');
        var name = string.Join(' ', words.Length > 1 && Plain.Contains(words[0], StringComparer.Ordinal) ? words[1..] : words).Replace('-', ' ');
        var scales = plan.Arms.SelectMany(arm => arm.Terms.Uncertainty?.Parameters ?? []).Any(parameter => parameter.Name == path && parameter.Scales);
        return scales ? $"{name} factor" : name;
    }
}
