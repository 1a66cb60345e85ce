using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using VotingSim.Configuration;
using VotingSim.Configuration.Parameters;

namespace VotingSim.Experiments.Plan;

/// <summary>Reads an experiment, with every file that it refers to, into a plan.</summary>
public static class ExperimentReader
{
    private const int MostArms = 1_000_000;

    /// <summary>Reads an experiment.</summary>
    /// <param name="path">The path of an experiment file, or the name of a shipped one.</param>
    /// <param name="settings">Values that go before those of the file, as <c>path=value</c>, e.g. <c>deliberation.ballot-noise=0.1</c>.</param>
    /// <param name="isCertain">Whether the uncertain parameters are taken as configured, as if there were no key <c>uncertainty</c>.</param>
    /// <exception cref="ConfigurationException">Something is wrong; every problem of all files is in it.</exception>
    public static ExperimentPlan Read(string path, IReadOnlyList<string> settings, bool isCertain = false)
    {
        var reading = new Reading();
        if (reading.Open(path, ConfigurationKind.Experiment, settings) is not { } root)
        {
            return reading.Result<ExperimentPlan>(null);
        }

        if (isCertain)
        {
            (root.Node as JsonObject)?.Remove("uncertainty");
        }

        return reading.Result(Resolve(reading, root));
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
        var before = reading.Problems.Length;
        var members = reading.Follow(root["members"], ConfigurationKind.Members) is { } table ? RosterReader.Resolve(table) : null;
        var urgency = Reading.Read(root["urgency"], ConfigurationContext.Default.UrgencyMap);
        var matters = root["crises"].Elements.Select(entry => reading.Follow(entry, ConfigurationKind.Crisis)).ToArray();
        var crises = matters.Select(place => place is { } crisis ? CrisisReader.Resolve(crisis, members, urgency) : null).ToArray();
        var categories = matters.Select(place => place?["category"].Text).ToArray();
        var rules = new RuleReader(
            reading, members is null ? null : RosterReader.Seat(members), categories.Contains(null) ? null : [.. categories.OfType<string>()]);
        var resolved = root["rules"].Elements.Select(rules.Read).ToArray();
        Names.Check(root["crises"], "crises", crises.Select(crisis => crisis?.Crisis));
        Names.Check(root["rules"], "rules", resolved.Select(rule => rule?.Map.Rule));
        Names.CheckIssues(root["crises"], crises);
        Names.CheckCategories(matters, resolved);

        var seed = root["seed"].Node is { } given && root.Document.IsClean(root["seed"].Path) ? given.GetValue<ulong>() : ExperimentFile.DefaultSeed;
        var replications = ReplicationsReader.Read(root["replications"], crises.OfType<CrisisFile>());
        var campaign = root.Has("campaign")
            ? CampaignReader.Read(root["campaign"], root["crises"], crises, [.. resolved.Select(rule => rule?.Map.Rule)])
            : null;
        if (root.Has("campaign") && replications?.Until is not null)
        {
            root["replications"].Report("a campaign has no estimate to be precise about; expected a number of replications");
        }

        var parameters = new ParameterList(members, crises, resolved, campaign);
        var settings = Settings.Read(root.Document, parameters);
        var design = root.Has("sweep") ? Design.Read(root["sweep"], parameters, seed) : Design.Single(root["deliberation"]);
        var uncertainty = root.Has("uncertainty") ? UncertaintyReader.Read(reading, root["uncertainty"], parameters) : null;
        Uncertainties.Check(root, uncertainty, design, parameters);
        var deliberation = root.Has("deliberation") ? Reading.Read(root["deliberation"], ConfigurationContext.Default.DeliberationMap) : new();
        if (deliberation is null || design is null || members is null)
        {
            return null;
        }

        var pieces = settings.Write(new(deliberation, members, [.. crises.OfType<CrisisFile>()], [.. resolved.OfType<ResolvedRule>()], campaign));
        var points = pieces is null ? [] : DesignPoint.All(design, pieces);
        if ((double)design.Points.Length * (campaign is null ? crises.Length : 1) * (campaign?.Institutions?.Length ?? resolved.Length) > MostArms)
        {
            design.Place.Report(
                $"{design.Points.Length} design points with {crises.Length} crises and {resolved.Length} rules are more than {MostArms} arms; "
                + "expected fewer");
        }

        if (Reading.Read(root, ConfigurationContext.Default.ExperimentFile) is not { } file || replications is null || pieces is null
            || crises.Contains(null) || resolved.Contains(null) || reading.Problems.Length > before)
        {
            return null;
        }

        var configuration = Written(file with { Replications = replications.Written }, pieces, uncertainty);
        var arms = campaign is null
            ? Arms(file.Seed, design, points, pieces, uncertainty)
            : CampaignArms.Of(file.Seed, design, points, pieces, uncertainty);
        return new()
        {
            Name = file.Experiment,
            Seed = file.Seed,
            Replications = replications.Most,
            Until = replications.Until,
            Parameters = design.Names,
            Sweep = design.Origin,
            Uncertainty = arms[0].Terms.Uncertainty,
            Arms = arms,
            Configuration = configuration,
            Warnings = reading.Warnings,
            Fingerprint = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(configuration.ToJsonString()))),
        };
    }

    private static ImmutableArray<Arm> Arms(
        ulong seed, Design design, ImmutableArray<DesignPoint> points, ExperimentPieces pieces, ResolvedUncertainty? uncertainty)
    {
        var arms = ImmutableArray.CreateBuilder<Arm>(pieces.Crises.Length * points.Length * pieces.Rules.Length);
        foreach (var (crisis, file) in pieces.Crises.Index())
        {
            var uncertain = uncertainty?.Seat(file, pieces.Members);
            foreach (var (index, point) in points.Index())
            {
                var baseline = arms.Count;
                foreach (var (rule, written) in pieces.Rules.Index())
                {
                    arms.Add(new()
                    {
                        Index = arms.Count,
                        Id = $"{NameId.Of(file.Crisis)}.{NameId.Of(written.Map.Rule!)}{(design.Names.IsEmpty ? "" : $".p{index}")}",
                        Crisis = file.Crisis,
                        Rule = written.Map.Rule!,
                        Baseline = baseline,
                        Parameters = [.. point.Values.Select(Design.ValueOf)],
                        Terms = new()
                        {
                            Roster = point.Roster,
                            Crisis = point.Crises[crisis],
                            Rule = point.Rules[rule],
                            Settings = point.Settings[crisis],
                            Seed = seed,
                            Uncertainty = uncertain,
                        },
                    });
                }
            }
        }

        return arms.MoveToImmutable();
    }

    private static JsonObject Written(ExperimentFile file, ExperimentPieces pieces, ResolvedUncertainty? uncertainty)
    {
        var whole = file with
        {
            Members = JsonSerializer.SerializeToNode(pieces.Members, ConfigurationContext.Default.MembersFile)!,
            Crises = [.. pieces.Crises.Select(crisis => JsonSerializer.SerializeToNode(crisis, ConfigurationContext.Default.CrisisFile)!)],
            Rules = [.. pieces.Rules.Select(rule => rule.Written)],
            Urgency = null,
            Campaign = pieces.Campaign,
            Uncertainty = uncertainty is null
                ? null
                : JsonSerializer.SerializeToNode(uncertainty.Written, ConfigurationContext.Default.UncertaintyMap),
        };
        return JsonSerializer.SerializeToNode(whole, ConfigurationContext.Default.ExperimentFile)!.AsObject();
    }
}
