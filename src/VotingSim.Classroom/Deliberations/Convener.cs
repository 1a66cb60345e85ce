using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using VotingSim.Configuration;
using VotingSim.Experiments.Plan;

namespace VotingSim.Classroom.Deliberations;

/// <summary>Turns what the class has chosen into the arms of an experiment, by the reader that reads every experiment.</summary>
public sealed class Convener(ClassroomOptions options, IGrainFactory grains)
{
    /// <summary>The largest number of replications of an arm that is started from a page; the command knows no such limit.</summary>
    public const long MostReplications = 100_000;

    // Other servers of a cluster have other names for their rooms.
    private static readonly string Server = Guid.NewGuid().ToString("N");
    private static int _rooms;

    /// <summary>What there is to choose from.</summary>
    public IReadOnlyList<CatalogueEntry> Catalogue => Configuration.Catalogue.Of(options.Configurations);

    /// <summary>What there is to choose from of a kind, e.g. <c>rule</c>.</summary>
    public IEnumerable<CatalogueEntry> CatalogueOf(string kind) => Catalogue.Where(entry => entry.Kind == kind);

    /// <summary>The choice as a plan with an arm per rule.</summary>
    /// <exception cref="ConfigurationException">Something that was chosen does not exist, is wrong, or does not fit the rest.</exception>
    public ExperimentPlan Plan(TableChoice choice) => ExperimentReader.Read(Experiment(choice), Path.Combine(options.Folder, "address"));

    /// <summary>An experiment of the catalogue, with another number of replications if one is given.</summary>
    /// <exception cref="ConfigurationException">
    /// There is no such experiment, something is wrong with it, or it is too large to be started from a page.
    /// </exception>
    public ExperimentPlan Experiment(string name, string replications)
    {
        string[] changed = string.IsNullOrWhiteSpace(replications) ? [] : [$"replications={replications.Trim()}"];
        var plan = ExperimentReader.Read(ReferenceTo()("experiment", name), changed);
        if (plan.Replications > MostReplications)
        {
            var message = $"{plan.Replications} replications of an arm are more than a page may start; "
                + $"expected at most {MostReplications} (the command run knows no limit)";
            throw new ConfigurationException([new("this page", 0, 0, "replications", message)]);
        }

        return plan;
    }

    /// <summary>Members and a rule for them, for a vote without a deliberation.</summary>
    /// <exception cref="ConfigurationException">Something does not exist, is wrong, or does not fit the rest.</exception>
    public VotingBody Seat(string rule, string members)
    {
        var referenceTo = ReferenceTo();
        return VotingBody.Read(referenceTo("members", members), referenceTo("rule", rule));
    }

    /// <summary>The choice as the text of an experiment file, to be run from the same folder.</summary>
    /// <exception cref="ConfigurationException">Something that was chosen does not exist, is wrong, or does not fit the rest.</exception>
    public string Yaml(TableChoice choice)
    {
        var text = new StringBuilder("# What was on the screen of the classroom, as an experiment: votingsim run <this file>\n");
        foreach (var (key, value) in Experiment(choice))
        {
            var written = value is JsonArray list ? $"[{string.Join(", ", list.Select(Written))}]" : Written(value);
            text.Append(CultureInfo.InvariantCulture, $"{key}: {written}\n");
        }

        return text.ToString();
    }

    /// <summary>Opens a room of its own for a deliberation.</summary>
    public Task<LiveDeliberation> ConveneAsync(ExperimentPlan plan, Arm arm, uint replication) =>
        LiveDeliberation.ConveneAsync(grains, $"watched-{Server}-{Interlocked.Increment(ref _rooms)}", arm, CrisisText.Of(plan, arm), replication);

    /// <summary>The distribution over the replications of every arm.</summary>
    public LiveSample Sample(ExperimentPlan plan) => new(grains, $"sample-{Server}-{Interlocked.Increment(ref _rooms)}", plan);

    // How long is looked at a matter hangs on its calendar, and that on crisis and members: they are read first.
    private JsonObject Experiment(TableChoice choice)
    {
        var referenceTo = ReferenceTo();
        var usual = ExperimentReader.Read(choice.AsExperiment(referenceTo), Path.Combine(options.Folder, "address"));
        return choice.AsExperiment(referenceTo, usual.Arms[0].Terms.Settings.Calendar);
    }

    private Func<string, string, string> ReferenceTo()
    {
        var references = Catalogue.ToDictionary(entry => (entry.Kind, entry.Name), entry => entry.Reference);

        // A name that is not in the catalogue is told to be unknown, and never followed as a path that somebody wrote into an address.
        return (kind, name) => references.GetValueOrDefault((kind, name)) ?? name.Replace('/', ' ').Replace('\\', ' ').Replace('.', ' ');
    }

    private static string Written(JsonNode? value)
    {
        var text = value!.ToString();
        return text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-') ? text : value.ToJsonString();
    }
}
