using System.Globalization;
using VotingSim.Campaigns;

namespace VotingSim.Configuration;

/// <summary>Reads a campaign against the crises that its matters are of.</summary>
internal static class CampaignReader
{
    private const double MostMatters = 1000;

    /// <summary>What a place says; null where something is wrong with it, which has then been reported.</summary>
    /// <param name="place">The key <c>campaign</c>.</param>
    /// <param name="crises">Where the crises stand.</param>
    /// <param name="resolved">The crises; null in the place of one that is not known.</param>
    /// <param name="rules">Names of the rules; null in the place of one that is not known.</param>
    public static CampaignMap? Read(
        ConfigurationNode place, ConfigurationNode crises, IReadOnlyList<CrisisFile?> resolved, IReadOnlyList<string?> rules)
    {
        string?[] names = [.. resolved.Select(crisis => crisis?.Crisis)];
        if (Reading.Read(place, ConfigurationContext.Default.CampaignMap) is not { } map)
        {
            return null;
        }

        string[] known = [.. names.OfType<string>()];
        foreach (var (index, matter) in map.Matters.Index())
        {
            var entry = place["matters"][index];
            if (!names.Contains(null))
            {
                Reference.Check(entry["crisis"], matter.Crisis, Referent.Crisis, known, isKey: false);
            }

            CheckDays(entry["on-day"], matter.OnDay ?? [], map.Years);
        }

        foreach (var (index, name) in names.Index())
        {
            if (name is not null && !map.Matters.Any(matter => matter.Crisis == name))
            {
                crises[index].Report($"no matter of the campaign is of this crisis; expected one with crisis: {name}, or the crisis left out");
            }
        }

        new InstitutionReader(place, resolved, rules).Check(map);
        var expected = map.Matters.Sum(matter => matter.OnDay?.Length ?? (matter.PerYear ?? 0) * map.Years);
        if (expected > MostMatters)
        {
            var many = expected.ToString("0", CultureInfo.InvariantCulture);
            place["matters"].ReportKey($"{many} matters are to be expected in {map.Years} years; expected at most {MostMatters}");
        }

        return place.Document.IsClean(place.Path) ? map : null;
    }

    /// <summary>How members conduct themselves, as the engine takes it.</summary>
    public static Conduct Seat(CampaignMap map) => new()
    {
        Memory = new()
        {
            Outvoted = map.Memory.Outvoted,
            Consent = map.Memory.Consent,
            Deadlock = map.Memory.Deadlock,
            LeftOut = map.Memory.LeftOut,
            Years = map.Memory.Years,
            Listening = map.Memory.Listening,
        },
        Compliance = new() { Noise = map.Compliance.Noise, IsCertain = map.Compliance.Always },
    };

    /// <summary>Reports days that are out of order, or after the last of so many years.</summary>
    public static void CheckDays(ConfigurationNode place, int[] days, int years)
    {
        var last = years * CampaignTerms.DaysOfYear;
        for (var index = 0; index < days.Length; index++)
        {
            if (index > 0 && days[index] <= days[index - 1])
            {
                place[index].Report($"day {days[index]} comes after day {days[index - 1]}; expected days in ascending order");
            }

            if (days[index] > last)
            {
                place[index].Report($"day {days[index]} is after the last of {years} years; expected at most {Math.Floor(last)}");
            }
        }
    }
}
