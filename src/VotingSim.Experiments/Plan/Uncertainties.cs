using VotingSim.Configuration;
using VotingSim.Configuration.Parameters;
using VotingSim.Worlds;

namespace VotingSim.Experiments.Plan;

/// <summary>Checks that what is uncertain is not said otherwise too.</summary>
internal static class Uncertainties
{
    private const string Remedy = "e.g. uncertainty: { from: ..., except: [...] }";

    /// <summary>Reports parameters that are swept and uncertain, or set and drawn anew regardless, and the pull of a chair that is not
    /// there.</summary>
    public static void Check(ConfigurationNode root, ResolvedUncertainty? uncertainty, Design? design, ParameterList parameters)
    {
        if (uncertainty is null)
        {
            return;
        }

        foreach (var swept in design?.Parameters ?? [])
        {
            if (Of(uncertainty.Uncertain, swept) is { } uncertain)
            {
                design!.Place[swept.Name].ReportKey(
                    $"'{uncertain.Parameter.Name}' is uncertain; "
                    + $"expected a parameter swept or uncertain and not both, {Remedy}");
            }
        }

        // A factor of what was set says something; a value in its place would undo it in silence.
        foreach (var path in root.Document.SetPaths)
        {
            if (parameters.TryFind(path) is { } set && Of(uncertainty.Uncertain.Where(one => !one.Scales), set) is { } uncertain)
            {
                var name = uncertain.Parameter.Name;
                root.Document.Report(
                    path, $"'{name}' is uncertain and would be drawn all the same; expected it left out there, {Remedy}, or --certain", ofKey: true);
            }
        }

        var isPulled = uncertainty.Uncertain.Any(one => one.Parameter.Quantity!.Parameter == WorldParameter.ChairBias);
        if (isPulled && root["deliberation"]["chair"].Text is null)
        {
            root["uncertainty"].ReportKey(
                "the chair bias is uncertain, but there is no chair; expected chair: with the code of a member in deliberation");
        }
    }

    private static Uncertain? Of(IEnumerable<Uncertain> uncertain, Parameter parameter) =>
        parameter.Quantity is { } quantity ? uncertain.FirstOrDefault(one => one.Parameter.Quantity!.Overlaps(quantity)) : null;
}
