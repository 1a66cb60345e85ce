using VotingSim.Experiments.Plan;
using VotingSim.Worlds;

namespace VotingSim.Report;

/// <summary>A parameter in words.</summary>
internal static class ParameterName
{
    // What these paths are about is plain without their first word.
    private static readonly string[] Plain = ["deliberation", "members", "crisis", "stances", "external-powers"];

    /// <summary>The path in words: "patience days" of <c>deliberation.patience-days</c>, "MMR flexibility" of
    /// <c>members.MMR.flexibility</c>.</summary>
    /// <param name="plan">The experiment.</param>
    /// <param name="path">The parameter as in the file.</param>
    /// <remarks>One that scales is called a factor, for its numbers are.</remarks>
    public static string Of(ExperimentPlan plan, string path)
    {
        var words = path.Split('.');
        var name = string.Join(' ', words.Length > 1 && Plain.Contains(words[0], StringComparer.Ordinal) ? words[1..] : words).Replace('-', ' ');
        return Uncertain(plan, path).Any(parameter => parameter.Scales) ? $"{name} factor" : name;
    }

    /// <summary>Whether the parameter is drawn, or swept, by orders of magnitude, and so is shown on a logarithmic line.</summary>
    public static bool IsLogarithmic(ExperimentPlan plan, string path) =>
        Uncertain(plan, path).Any(parameter => parameter.Prior is Prior.LogUniform or Prior.LogNormal);

    private static IEnumerable<UncertainParameter> Uncertain(ExperimentPlan plan, string path) =>
        plan.Arms.SelectMany(arm => arm.Terms.Uncertainty?.Parameters ?? []).Where(parameter => parameter.Name == path);
}
