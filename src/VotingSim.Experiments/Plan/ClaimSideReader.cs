using System.Collections.Immutable;
using System.Text.Json.Nodes;
using VotingSim.Configuration;

namespace VotingSim.Experiments.Plan;

/// <summary>Reads the sides of a claim: an experiment in variations.</summary>
/// <param name="reading">Opens the files that it refers to.</param>
/// <param name="claim">The claim.</param>
internal sealed class ClaimSideReader(Reading reading, ConfigurationNode claim)
{
    /// <summary>The sides, each null where something is wrong with it.</summary>
    public ImmutableArray<ClaimSide?> Read()
    {
        var common = claim.Has("experiment") ? Base(claim["experiment"]) : null;
        return [.. claim["sides"].Elements.Take(ClaimSides.Most).Select(side => Side(side, common))];
    }

    // The resolved configuration that a side varies.
    private JsonObject? Base(ConfigurationNode place)
    {
        if (reading.Follow(place, ConfigurationKind.Experiment) is not { } root || ExperimentReader.Resolve(reading, root) is not { } plan)
        {
            return null;
        }

        if (plan.Sweep.Kind != SweepKind.None)
        {
            place.Report($"the experiment {plan.Name} has a sweep; expected one without, and its values as sides");
            return null;
        }

        return plan.Configuration;
    }

    private ClaimSide? Side(ConfigurationNode side, JsonObject? common)
    {
        var configuration = side.Has("experiment") ? Base(side["experiment"]) : common;
        var rule = side.Has("rule") ? new RuleReader(reading, roster: null).Read(side["rule"]) : null;
        if (configuration is null || (rule is null && side.Has("rule")))
        {
            return null;
        }

        var written = (JsonObject)configuration.DeepClone();
        if (rule is not null)
        {
            written["rules"] = new JsonArray(rule.Written);
        }
        else if (written["rules"] is JsonArray { Count: > 1 } several)
        {
            side.Report($"the experiment has {several.Count} rules; expected rule: with the one of this side");
            return null;
        }

        // What is said of a side goes before what is said of all.
        (ConfigurationNode Place, string Path, string Text)[] settings = [.. SettingsOf(claim["set"]), .. SettingsOf(side["set"])];
        var inner = new Reading();
        var root = inner.Open(written, side.Document.Display, ConfigurationKind.Experiment, [.. settings.Select(setting => setting.Text)]);
        var plan = ExperimentReader.Resolve(inner, root);
        foreach (var problem in inner.Problems)
        {
            var given = settings.LastOrDefault(setting =>
                problem.Path == setting.Path || problem.File.EndsWith(setting.Text, StringComparison.Ordinal));
            if (given.Path is null)
            {
                side.Report($"{(problem.Path.Length == 0 ? "" : $"{problem.Path}: ")}{problem.Message}");
            }
            else
            {
                given.Place.ReportKey(problem.Message);
            }
        }

        return plan is null ? null : new(
            side["name"].Text ?? plan.Arms[0].Rule,
            side["value"].Node is JsonValue value && value.TryGetValue<double>(out var number) ? number : double.NaN,
            [.. plan.Arms.Select(arm => arm.Terms)],
            plan.Fingerprint);
    }

    private static IEnumerable<(ConfigurationNode Place, string Path, string Text)> SettingsOf(ConfigurationNode set) =>
        from pair in set.Node as JsonObject ?? []
        select (set[pair.Key], pair.Key, $"{pair.Key}={pair.Value?.ToJsonString()}");
}
