using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using VotingSim.Configuration;
using VotingSim.Experiments.Plan;
using static VotingSim.Classroom.Languages.Speech;

namespace VotingSim.Classroom.Deliberations;

/// <summary>Turns what the class has chosen into the arms of an experiment, by the reader that reads every experiment.</summary>
public sealed class Convener(ClassroomOptions options, IGrainFactory grains)
{
    // Other servers of a cluster have other names for their rooms.
    private static readonly string Server = Guid.NewGuid().ToString("N");
    private static int _rooms;

    private readonly CrisisLibrary _library = new(options);

    // Whether the members of a file can be convened on a crisis is asked often, and takes reading both.
    private readonly ConcurrentDictionary<(string Crisis, string Members, DateTime Changed), bool> _fits = [];

    /// <summary>What there is to choose from.</summary>
    public IReadOnlyList<CatalogueEntry> Catalogue => Configuration.Catalogue.Of(options.Configurations);

    /// <summary>What there is to choose from of a kind, e.g. <c>rule</c>.</summary>
    public IEnumerable<CatalogueEntry> CatalogueOf(string kind) => Catalogue.Where(entry => entry.Kind == kind);

    /// <summary>The choice as a plan with an arm per rule.</summary>
    /// <exception cref="ConfigurationException">Something that was chosen does not exist, is wrong, or does not fit the rest.</exception>
    public ExperimentPlan Plan(TableChoice choice)
    {
        var plan = ExperimentReader.Read(Experiment(choice), Path.Combine(options.Folder, "address"));
        return plan with { Arms = [.. plan.Arms.Select(_library.Worded)] };
    }

    /// <summary>The members who can be convened on a crisis: those whose positions on it are known.</summary>
    public IEnumerable<CatalogueEntry> MembersFor(string crisis)
    {
        var catalogue = Catalogue;
        var about = catalogue.FirstOrDefault(entry => entry.Kind == "crisis" && entry.Name == crisis);
        return catalogue.Where(entry => entry.Kind == "members" && (about is null || Fits(about, entry)));
    }

    /// <summary>Rounds for a lesson in which every rule of a sequence comes into force; the usual number where the choice cannot be
    /// convened.</summary>
    public int LessonRounds(TableChoice choice, int usual, int most)
    {
        try
        {
            return LessonLength.RoundsFor(Plan(choice with { Rounds = usual }).Arms[0].Terms, usual, most);
        }
        catch (ConfigurationException)
        {
            return usual; // whoever opens the room is told what is wrong
        }
    }

    /// <summary>An experiment of the catalogue, with another number of replications if one is given.</summary>
    /// <exception cref="ConfigurationException">There is no such experiment, or something is wrong with it.</exception>
    public ExperimentPlan Experiment(string name, string replications)
    {
        string[] changed = string.IsNullOrWhiteSpace(replications) ? [] : [$"replications={replications.Trim()}"];
        return ExperimentReader.Read(ReferenceTo()("experiment", name), changed);
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
        var experiment = Experiment(choice);

        // Where the server keeps its files is nobody's business, and no other machine has them there.
        var own = Catalogue.Where(entry => Path.IsPathRooted(entry.Reference)).ToDictionary(
            entry => entry.Reference, entry => Path.GetRelativePath(options.Folder, entry.Reference).Replace('\\', '/'));
        if (own.Count > 0)
        {
            text.Append("# Save it in the folder in which the classroom was started: what is not shipped is there, in configs.\n");
        }

        foreach (var (key, value) in experiment)
        {
            var written = value is JsonArray list ? $"[{string.Join(", ", list.Select(one => Written(one, own)))}]" : Written(value, own);
            text.Append(CultureInfo.InvariantCulture, $"{key}: {written}\n");
        }

        return text.ToString();
    }

    /// <summary>Opens a room of its own for a deliberation.</summary>
    public Task<LiveDeliberation> ConveneAsync(ExperimentPlan plan, Arm arm, uint replication) =>
        LiveDeliberation.ConveneAsync(
            grains, $"watched-{Server}-{Interlocked.Increment(ref _rooms)}", _library.Worded(arm),
            CrisisText.Of(plan, arm), replication);

    /// <summary>A rule in words.</summary>
    /// <param name="name">Its name.</param>
    public string TitleOfRule(string name) => Translated(CatalogueOf("rule").FirstOrDefault(entry => entry.Name == name)?.Title ?? name);

    /// <summary>The distribution over the replications of every arm.</summary>
    public LiveSample Sample(ExperimentPlan plan) => Sample(plan, TableName());

    /// <summary>A name for tables of one's own, at which one sample after another may sit.</summary>
    public static string TableName() => $"sample-{Server}-{Interlocked.Increment(ref _rooms)}";

    /// <summary>The distribution over the replications of every arm, at tables of a name.</summary>
    public LiveSample Sample(ExperimentPlan plan, string table) => new(grains, table, plan);

    /// <summary>Calls a table of its own name and asks it for something that it holds at once.</summary>
    public Task<T> AtTableAsync<T>(Func<IGrainFactory, string, Task<T>> hold) =>
        hold(grains, $"campaigns-{Server}-{Interlocked.Increment(ref _rooms)}");

    // How long is looked at a matter hangs on its calendar, and that on crisis and members: they are read first.
    private JsonObject Experiment(TableChoice choice)
    {
        if (choice.Problems.ToArray() is { Length: > 0 } problems)
        {
            throw new ConfigurationException(problems);
        }

        var referenceTo = ReferenceTo();
        var usual = ExperimentReader.Read(choice.AsExperiment(referenceTo), Path.Combine(options.Folder, "address"));
        return choice.AsExperiment(referenceTo, usual);
    }

    private Func<string, string, string> ReferenceTo()
    {
        var references = Catalogue.ToDictionary(entry => (entry.Kind, entry.Name), entry => entry.Reference);

        // A name that is not in the catalogue is told to be unknown, and never followed as a path that somebody wrote into an address.
        return (kind, name) => references.GetValueOrDefault((kind, name)) ?? name.Replace('/', ' ').Replace('\\', ' ').Replace('.', ' ');
    }

    private bool Fits(CatalogueEntry crisis, CatalogueEntry members)
    {
        var changed = new[] { crisis.Reference, members.Reference }.Where(Path.IsPathRooted).Select(File.GetLastWriteTimeUtc).DefaultIfEmpty().Max();
        return _fits.GetOrAdd((crisis.Reference, members.Reference, changed), _ =>
        {
            try
            {
                Plan(new() { Crisis = crisis.Name, Members = members.Name });
                return true;
            }
            catch (ConfigurationException)
            {
                return false;
            }
        });
    }

    private static string Written(JsonNode? value, Dictionary<string, string> own)
    {
        var text = value!.ToString();
        return own.TryGetValue(text, out var relative) ? JsonValue.Create(relative).ToJsonString()
            : text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-') ? text
            : value.ToJsonString();
    }
}
