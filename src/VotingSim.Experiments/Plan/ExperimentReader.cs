using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using VotingSim.Configuration;
using VotingSim.Deliberation;
using VotingSim.Members;

namespace VotingSim.Experiments.Plan;

/// <summary>Reads an experiment, with every file that it refers to, into a plan.</summary>
public static class ExperimentReader
{
    private const int MostRounds = 100_000;
    private const int MostArms = 1_000_000;

    /// <summary>Reads an experiment.</summary>
    /// <param name="path">The path of an experiment file, or the name of a shipped one.</param>
    /// <param name="settings">Values that go before those of the file, as <c>path=value</c>, e.g. <c>deliberation.ballot-noise=0.1</c>.</param>
    /// <exception cref="ConfigurationException">Something is wrong; every problem of all files is in it.</exception>
    public static ExperimentPlan Read(string path, IReadOnlyList<string> settings)
    {
        var reading = new Reading();
        return reading.Result(reading.Open(path, ConfigurationKind.Experiment, settings) is { } root ? Resolve(reading, root) : null);
    }

    /// <summary>Reads an experiment that is in memory, e.g. the resolved configuration of a run.</summary>
    /// <param name="configuration">The experiment.</param>
    /// <param name="name">What it is called in messages: the file that it came from.</param>
    /// <exception cref="ConfigurationException">Something is wrong; every problem of all files is in it.</exception>
    public static ExperimentPlan Read(JsonObject configuration, string name)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var reading = new Reading();
        return reading.Result(Resolve(reading, reading.Open((JsonObject)configuration.DeepClone(), name, ConfigurationKind.Experiment)));
    }

    /// <summary>The plan of an experiment; null where something is wrong, all of which has then been reported.</summary>
    internal static ExperimentPlan? Resolve(Reading reading, ConfigurationNode root)
    {
        var members = reading.Follow(root["members"], ConfigurationKind.Members) is { } table ? RosterReader.Resolve(table) : null;
        var urgency = Reading.Read(root["urgency"], ConfigurationContext.Default.UrgencyMap);
        var crises = root["crises"].Elements
            .Select(entry => reading.Follow(entry, ConfigurationKind.Crisis) is { } crisis ? CrisisReader.Resolve(crisis, members, urgency) : null)
            .ToArray();
        var rules = new RuleReader(reading, members is null ? null : RosterReader.Seat(members));
        var resolved = root["rules"].Elements.Select(rules.Read).ToArray();
        CheckNames(root["crises"], "crises", crises.Select(crisis => crisis?.Crisis));
        CheckNames(root["rules"], "rules", resolved.Select(rule => rule?.Map.Rule));

        var seed = root["seed"].Node is { } given && root.Document.IsClean("seed") ? given.GetValue<ulong>() : ExperimentFile.DefaultSeed;
        var replications = ReplicationsReader.Read(root["replications"], crises.OfType<CrisisFile>());
        var design = root.Has("sweep") ? Design.Read(root["sweep"], members, seed) : Design.Single(root["deliberation"]);
        var deliberation = root.Has("deliberation") ? Reading.Read(root["deliberation"], ConfigurationContext.Default.DeliberationMap) : new();
        if (deliberation is null || design is null || members is null)
        {
            return null;
        }

        var points = Points(design, deliberation, members, [.. crises.OfType<CrisisFile>()]);
        if ((double)points.Length * crises.Length * resolved.Length > MostArms)
        {
            design.Place.Report(
                $"{points.Length} design points with {crises.Length} crises and {resolved.Length} rules are more than "
                + $"{MostArms} arms; expected fewer");
        }

        if (Reading.Read(root, ConfigurationContext.Default.ExperimentFile) is not { } file
            || crises.Contains(null)
            || replications is null
            || resolved.Contains(null)
            || reading.Problems.Length > 0)
        {
            return null;
        }

        var configuration = Written(file with { Replications = replications.Written }, members, crises!, resolved!);
        return new()
        {
            Name = file.Experiment,
            Seed = file.Seed,
            Replications = replications.Most,
            Until = replications.Until,
            Parameters = design.Parameters,
            Sweep = design.Origin,
            Arms = Arms(file.Seed, design, points, members, crises!, resolved!),
            Configuration = configuration,
            Fingerprint = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(configuration.ToJsonString()))),
        };
    }

    private static void CheckNames(ConfigurationNode list, string what, IEnumerable<string?> names)
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (name, index) in names.Select((name, index) => (name, index)))
        {
            if (name is not null && !known.Add(name))
            {
                list[index].Report($"two {what} of this experiment are named '{name}'; expected different names");
            }
        }
    }

    /// <summary>The settings, members and urgency of every design point. What does not fit together is reported.</summary>
    private static ImmutableArray<Point> Points(Design design, DeliberationMap deliberation, MembersFile members, CrisisFile[] crises)
    {
        var points = ImmutableArray.CreateBuilder<Point>(design.Points.Length);
        var (roster, variesMembers) = (RosterReader.Seat(members), design.Varies("members"));
        var settings = JsonSerializer.SerializeToNode(deliberation, ConfigurationContext.Default.DeliberationMap)!;
        var seats = JsonSerializer.SerializeToNode(members.Members, ConfigurationContext.Default.MemberMapArray)!;
        foreach (var values in design.Points)
        {
            var (map, urgency, table) = (settings.DeepClone().AsObject(), new JsonObject(), variesMembers ? seats.DeepClone().AsArray() : []);
            design.Apply(values, map, urgency, table);
            var point = map.Deserialize(ConfigurationContext.Default.DeliberationMap)!;
            Check(design.Place, point, members, crises);
            points.Add(new(
                values,
                SettingsOf(point, members),
                variesMembers
                    ? RosterReader.Seat(members with { Members = table.Deserialize(ConfigurationContext.Default.MemberMapArray)! })
                    : roster,
                urgency.Deserialize(ConfigurationContext.Default.UrgencyMap)!));
        }

        return points.MoveToImmutable();
    }

    private static void Check(ConfigurationNode swept, DeliberationMap map, MembersFile members, CrisisFile[] crises)
    {
        var codes = members.Members.Select(member => member.Code).ToArray();
        if (map.Chair is { } chair && !codes.Contains(chair))
        {
            At("chair").Report($"{chair} does not sit at the table{Nearest.Hint(chair, codes)}");
        }

        if (map.ChairBias > 0 && map.Chair is null)
        {
            At("chair-bias").Report($"a chair bias above 0 needs a chair; expected chair: with the code of a member, e.g. chair: {codes[0]}");
        }

        if (map.Drafting == "fixed" && map.Text is null)
        {
            At("drafting").Report("a fixed draft needs a text; expected text: with a value from 0 to 100 per issue, e.g. text: [50]");
        }

        if (map.Drafting == "fixed" && map.Text is { } text && crises.FirstOrDefault(crisis => crisis.Issues.Length != text.Length) is { } other)
        {
            At("text").Report(
                $"the text has {text.Length} values, but crisis {other.Crisis} has {other.Issues.Length} issues; expected a value per issue");
        }

        if (Math.Ceiling(map.HorizonDays / map.RoundDays) > MostRounds)
        {
            At("round-days").Report(
                $"a horizon of {map.HorizonDays} days in rounds of {map.RoundDays} days has more than {MostRounds} rounds; "
                + "expected longer rounds or a nearer horizon");
        }

        // Where the value comes from: the sweep or the deliberation.
        ConfigurationNode At(string key) =>
            swept[$"deliberation.{key}"] is { Node: not null } parameter ? parameter : swept.Document.Whole["deliberation"][key];
    }

    private static DeliberationSettings SettingsOf(DeliberationMap map, MembersFile members) => new()
    {
        RoundDays = map.RoundDays,
        HorizonDays = map.HorizonDays,
        Drafting = ConfigurationWord.Parse<DraftingMethod>(map.Drafting),
        Text = [.. map.Text ?? []],
        PositionNoise = map.PositionNoise,
        BallotNoise = map.BallotNoise,
        Confidence = map.Confidence,
        ShadowOfTheVote = map.ShadowOfTheVote,
        UrgencyResponse = map.UrgencyResponse,
        Accommodation = map.Accommodation,
        ChairBias = map.ChairBias,
        ChairSeat = Math.Max(0, Array.FindIndex(members.Members, member => member.Code == map.Chair)),
        LossExponent = map.LossExponent,
    };

    private static ImmutableArray<Arm> Arms(
        ulong seed, Design design, ImmutableArray<Point> points, MembersFile members, CrisisFile[] crises, ResolvedRule[] rules)
    {
        var arms = ImmutableArray.CreateBuilder<Arm>(crises.Length * points.Length * rules.Length);
        foreach (var file in crises)
        {
            var crisis = CrisisReader.Seat(file, members, new());
            foreach (var (point, index) in points.Select((point, index) => (point, index)))
            {
                crisis = design.Varies("urgency") ? CrisisReader.Seat(file, members, point.Urgency) : crisis;
                var baseline = arms.Count;
                foreach (var rule in rules)
                {
                    arms.Add(new()
                    {
                        Index = arms.Count,
                        Id = $"{file.Crisis}.{rule.Map.Rule}{(design.Parameters.IsEmpty ? "" : $".p{index}")}",
                        Crisis = file.Crisis,
                        Rule = rule.Map.Rule!,
                        Baseline = baseline,
                        Parameters = [.. point.Values.Select(Design.ValueOf)],
                        Terms = new() { Roster = point.Roster, Crisis = crisis, Rule = rule.Rule, Settings = point.Settings, Seed = seed },
                    });
                }
            }
        }

        return arms.MoveToImmutable();
    }

    private static JsonObject Written(ExperimentFile file, MembersFile members, CrisisFile[] crises, ResolvedRule[] rules)
    {
        var whole = file with
        {
            Members = JsonSerializer.SerializeToNode(members, ConfigurationContext.Default.MembersFile)!,
            Crises = [.. crises.Select(crisis => JsonSerializer.SerializeToNode(crisis, ConfigurationContext.Default.CrisisFile)!)],
            Rules = [.. rules.Select(rule => rule.Written)],
            Urgency = null,
        };
        return JsonSerializer.SerializeToNode(whole, ConfigurationContext.Default.ExperimentFile)!.AsObject();
    }

    private sealed record Point(ImmutableArray<JsonNode> Values, DeliberationSettings Settings, Roster Roster, UrgencyMap Urgency);
}
