using System.Text.RegularExpressions;

namespace VotingSim.Configuration.Parameters;

/// <summary>The forms that names of parameters have; what stands in braces differs from experiment to experiment.</summary>
internal static class ParameterForm
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>All forms, in the order of the documentation.</summary>
    public static readonly IReadOnlyList<string> All =
    [
        "deliberation.{key}",
        "deliberation.agenda.{key}",
        "urgency.{key}",
        "campaign.memory.{key}",
        "campaign.compliance.{key}",
        "campaign.minilateral.{key}",
        "campaign.minilateral.sponsor.{key}",
        "members.{key}",
        "members.{member}.{key}",
        "affinity.{listener}.{speaker}",
        "calendar.{pressure}.{key}",
        "calendar.{pressure}.agenda.{key}",
        "crisis.status-quo",
        "crisis.{issue}.status-quo",
        "crisis.agenda.{key}",
        "stances.{key}",
        "stances.{key}.{issue}",
        "stances.{member}.{key}",
        "stances.{member}.{key}.{issue}",
        "stances.{member}.red-line.{issue}.{end}",
        "external-powers.{key}",
        "external-powers.{power}.{key}",
        "external-powers.{power}.position.{issue}",
        "external-powers.{power}.affinity.{member}",
        "rules.{rule}.{number}",
    ];

    /// <summary>Whether a name has one of the forms; what it names need not exist.</summary>
    public static bool IsOne(string name) => All.Any(form => Fits(name, form));

    /// <summary>Whether a name may exist in some experiment, being of a form that names something of it and not only a key.</summary>
    public static bool MayExist(string name) =>
        All.Any(form => Fits(name, form) && form.Split('.').Any(part => part[0] == '{' && part is not ("{key}" or "{pressure}")));

    /// <summary>Whether a name has a form.</summary>
    public static bool Fits(string name, string form)
    {
        var pattern = Regex.Replace(Regex.Escape(form), @"\\\{[a-z]+}", ".+", RegexOptions.None, Patience);
        return Regex.IsMatch(name, $"^{pattern}$", RegexOptions.None, Patience);
    }
}
