namespace VotingSim.Configuration;

/// <summary>Holds the institutions of a campaign, and its ways around, against the rules and crises of the experiment.</summary>
/// <param name="place">The key <c>campaign</c>.</param>
/// <param name="crises">The crises; null in the place of one that is not known.</param>
/// <param name="rules">Names of the rules; null in the place of one that is not known.</param>
internal sealed class InstitutionReader(ConfigurationNode place, IReadOnlyList<CrisisFile?> crises, IReadOnlyList<string?> rules)
{
    private readonly string[] _categories = [.. crises.OfType<CrisisFile>().Select(crisis => crisis.Category).Distinct(StringComparer.Ordinal)];
    private readonly string[] _rules = [.. rules.OfType<string>()];

    /// <summary>Reports whatever refers to nothing, and names that cannot be told apart.</summary>
    public void Check(CampaignMap map)
    {
        CheckSponsor(place["minilateral"], map.Minilateral);
        var (list, known) = (place["institutions"], new Dictionary<string, string>(StringComparer.Ordinal));
        foreach (var (index, institution) in (map.Institutions ?? []).Index())
        {
            var (entry, id) = (list[index], NameId.Of(institution.Name));
            if (!known.TryAdd(id, institution.Name))
            {
                entry["name"].Report(Distinct.Clash("institutions of this campaign", institution.Name, known[id], id));
            }

            CheckRule(entry["rule"], institution.Rule);
            foreach (var (category, rule) in institution.Categories ?? [])
            {
                CheckCategory(entry["categories"][category], category, isKey: true);
                CheckRule(entry["categories"][category], rule);
            }

            CheckSponsor(entry["minilateral"], institution.Minilateral);
            CheckReform(entry, institution, map.Years);
        }
    }

    private void CheckReform(ConfigurationNode entry, InstitutionMap institution, int years)
    {
        if (institution.Reform is not { } reform)
        {
            return;
        }

        var at = entry["reform"];
        CheckRule(at["to"], reform.To);
        if (reform.To == institution.Rule)
        {
            at["to"].Report($"'{reform.To}' is the rule that the institution has; expected another one");
        }

        if (reform.OnDay is null && reform.Backlog is null)
        {
            at.Report("nothing says when the members decide on the reform; expected on-day, backlog, or both");
        }

        CampaignReader.CheckDays(at["on-day"], reform.OnDay ?? [], years);
        foreach (var (index, category) in (reform.Categories ?? []).Index())
        {
            CheckCategory(at["categories"][index], category, isKey: false);
        }
    }

    private void CheckRule(ConfigurationNode at, string rule)
    {
        if (!rules.Contains(null))
        {
            Reference.Check(at, rule, Referent.Rule, _rules, isKey: false);
        }
    }

    private void CheckCategory(ConfigurationNode at, string category, bool isKey)
    {
        if (!crises.Contains(null))
        {
            Reference.Check(at, category, Referent.Category, _categories, isKey: isKey);
        }
    }

    private void CheckSponsor(ConfigurationNode minilateral, MinilateralMap? map)
    {
        var powers = crises.OfType<CrisisFile>().SelectMany(crisis => crisis.ExternalPowers).ToArray();
        if (map?.Sponsor is { } sponsor && !crises.Contains(null) && !powers.Any(sponsor.Is))
        {
            if (powers.Length == 0)
            {
                minilateral["sponsor"]["power"].Report("no external power speaks in any crisis of this experiment; expected no sponsor");
                return;
            }

            string[] known = [.. powers.SelectMany(power => new[] { power.Name, power.Code }).OfType<string>().Distinct(StringComparer.Ordinal)];
            Reference.Check(minilateral["sponsor"]["power"], sponsor.Power, Referent.Power, known, isKey: false);
        }
    }
}
