using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using VotingSim.Configuration;
using VotingSim.Statistics.Sensitivity;

namespace VotingSim.Experiments.Plan;

/// <summary>The design points of a sweep, each with a value for every parameter.</summary>
/// <param name="Origin">Where the points come from.</param>
/// <param name="Place">The map of its parameters.</param>
/// <param name="Parameters">Paths of the parameters.</param>
/// <param name="Points">Values by point and parameter.</param>
internal sealed record Design(
    SweepDesign Origin, ConfigurationNode Place, ImmutableArray<string> Parameters, ImmutableArray<ImmutableArray<JsonNode>> Points)
{
    private const int MostPoints = 100_000;

    private static readonly string[] Samples = ["latin-hypercube", "sobol", "saltelli", "morris"];

    private static readonly string[] MemberKeys = ["influence", "flexibility", "unity", "holdout", "concession-rate"];

    /// <summary>The design with one point and no parameters.</summary>
    public static Design Single(ConfigurationNode place) => new(SweepDesign.None, place, [], [[]]);

    /// <summary>Whether any parameter is one of a map, e.g. of <c>urgency</c>.</summary>
    public bool Varies(string map) => Parameters.Any(parameter => parameter.StartsWith($"{map}.", StringComparison.Ordinal));

    /// <summary>Reads the sweep of an experiment; null where something is wrong with it.</summary>
    /// <param name="place">The key <c>sweep</c>.</param>
    /// <param name="members">Who sits at the table; null where that is not known.</param>
    /// <param name="seed">The seed of the experiment.</param>
    public static Design? Read(ConfigurationNode place, MembersFile? members, ulong seed)
    {
        ConfigurationNode[] maps = [place["grid"], place["paired"], .. Samples.Select(sample => place[sample]["parameters"])];
        foreach (var values in maps)
        {
            foreach (var (parameter, _) in values.Node as JsonObject ?? [])
            {
                CheckParameter(values[parameter], parameter, members);
            }
        }

        if (place["paired"].Node is JsonObject paired)
        {
            CheckLengths(place["paired"], paired);
        }

        return Reading.Read(place, ConfigurationContext.Default.SweepMap) switch
        {
            { Grid: { } grid } => Grid(place["grid"], grid),
            { Paired: { } columns } => Paired(place["paired"], columns),
            { LatinHypercube: { } sample } => Sample(
                SweepKind.LatinHypercube,
                place["latin-hypercube"],
                sample.Parameters,
                _ => sample.Samples,
                dimensions => Sampling.LatinHypercube(sample.Samples, dimensions, seed)),
            { Sobol: { } sample } => Sample(
                SweepKind.Sobol,
                place["sobol"],
                sample.Parameters,
                _ => sample.Samples,
                dimensions => Sampling.Sobol(sample.Samples, dimensions, seed),
                Sampling.MostSobolDimensions),
            { Saltelli: { } sample } => Sample(
                SweepKind.Saltelli,
                place["saltelli"],
                sample.Parameters,
                dimensions => sample.Samples * (dimensions + 2.0),
                dimensions => SobolIndices.Design(Sampling.Sobol(sample.Samples, 2 * dimensions, seed)),
                Sampling.MostSobolDimensions / 2),
            { Morris: { Levels: var levels } } when levels % 2 != 0 =>
                Refused(place["morris"]["levels"], $"this is {levels}; expected an even number, so that every level is as likely as the others"),
            { Morris: { } sample } => Sample(
                SweepKind.Morris,
                place["morris"],
                sample.Parameters,
                dimensions => sample.Trajectories * (dimensions + 1.0),
                dimensions => MorrisScreening.Design(sample.Trajectories, dimensions, sample.Levels, seed)),
            _ => null,
        };
    }

    /// <summary>Writes the values of a point into the maps that they belong to.</summary>
    public void Apply(ImmutableArray<JsonNode> point, JsonObject deliberation, JsonObject urgency, JsonArray members)
    {
        // Parameters of all members come before those of one.
        foreach (var (parameter, value) in Parameters.Zip(point).OrderBy(pair => pair.First.Count(letter => letter == '.')))
        {
            var keys = parameter.Split('.');
            var maps = keys[0] switch
            {
                "deliberation" => [deliberation],
                "urgency" => [urgency],
                _ => members.OfType<JsonObject>().Where(member => keys.Length == 2 || member["code"]!.GetValue<string>() == keys[1]),
            };
            foreach (var map in maps)
            {
                map[keys[^1]] = value.DeepClone();
            }
        }
    }

    /// <summary>A value as it goes into the results.</summary>
    public static ParameterValue ValueOf(JsonNode value) => value.GetValueKind() == JsonValueKind.Number
        ? new(value.ToJsonString(), value.GetValue<double>())
        : new(value.GetValue<string>(), null);

    private static void CheckParameter(ConfigurationNode values, string parameter, MembersFile? members)
    {
        var keys = parameter.Split('.');
        var type = (keys[0], keys.Length) switch
        {
            ("deliberation", 2) => typeof(DeliberationMap),
            ("urgency", 2) => typeof(UrgencyMap),
            ("members", 2) => typeof(MemberMap),
            ("members", 3) when members is null || members.Members.Any(member => member.Code == keys[1]) => typeof(MemberMap),
            _ => null,
        };
        var property = type is null ? null : Sweepable(type).FirstOrDefault(property => property.Name == keys[^1]);
        if (property is null)
        {
            values.ReportKey($"this cannot be swept{Nearest.Hint(parameter, Parameters(members))}");
            return;
        }

        var isRange = Array.Exists(Samples, sample => values.Path.StartsWith($"sweep.{sample}.", StringComparison.Ordinal));
        if (isRange && property.PropertyType == typeof(string))
        {
            values.Report("a word has no range; expected it in a grid or paired");
            return;
        }

        for (var index = 0; index < (values.Node as JsonArray)?.Count; index++)
        {
            ContractCheck.Check(values[index], property.PropertyType, Constraints.Of(property));
        }

        if (isRange && values.Document.IsClean(values.Path) && values[0].Node?.GetValue<double>() >= values[1].Node?.GetValue<double>())
        {
            values.Report("the range is empty; expected [low, high]");
        }

        static IEnumerable<string> Parameters(MembersFile? members) =>
        [
            .. Sweepable(typeof(DeliberationMap)).Select(property => $"deliberation.{property.Name}"),
            .. Sweepable(typeof(UrgencyMap)).Select(property => $"urgency.{property.Name}"),
            .. MemberKeys.Select(key => $"members.{key}"),
            .. (members?.Members ?? []).SelectMany(member => MemberKeys.Select(key => $"members.{member.Code}.{key}")),
        ];
    }

    private static IEnumerable<JsonPropertyInfo> Sweepable(Type type) => ContractCheck.ContractOf(type).Properties
        .Where(property => !property.PropertyType.IsArray && (type != typeof(MemberMap) || MemberKeys.Contains(property.Name)));

    private static void CheckLengths(ConfigurationNode place, JsonObject paired)
    {
        var lengths = paired.Select(pair => (pair.Key, (pair.Value as JsonArray)?.Count)).ToArray();
        foreach (var (key, length) in lengths.Skip(1).Where(other => other.Count != lengths[0].Count))
        {
            place[key].Report(
                $"{length} values, but {lengths[0].Key} has {lengths[0].Count}; "
                + "expected the same number for all parameters that are paired");
        }
    }

    private static Design? Grid(ConfigurationNode place, Dictionary<string, JsonNode[]> grid)
    {
        var count = grid.Values.Aggregate(1.0, (product, values) => product * values.Length);
        if (grid.Count == 0 || count > MostPoints)
        {
            return Refused(place, $"{count:0} design points of {grid.Count} parameters; expected 1 to {MostPoints} of at least one");
        }

        // The last parameter varies fastest.
        IEnumerable<ImmutableArray<JsonNode>> rows = [[]];
        foreach (var values in grid.Values)
        {
            rows = rows.SelectMany(_ => values, (row, value) => row.Add(value));
        }

        return new(new(SweepKind.Grid, []), place, [.. grid.Keys], [.. rows]);
    }

    private static Design? Paired(ConfigurationNode place, Dictionary<string, JsonNode[]> columns) => columns.Count == 0
        ? Refused(place, "no parameter is given; expected at least one")
        : new(
            new(SweepKind.Paired, []),
            place,
            [.. columns.Keys],
            [.. Enumerable.Range(0, columns.Values.First().Length).Select(row => columns.Values.Select(column => column[row]).ToImmutableArray())]);

    private static Design? Sample(
        SweepKind kind,
        ConfigurationNode place,
        Dictionary<string, double[]> parameters,
        Func<int, double> points,
        Func<int, double[][]> cube,
        int most = int.MaxValue)
    {
        if (parameters.Count == 0)
        {
            return Refused(place["parameters"], "no parameter is given; expected at least one");
        }

        if (parameters.Count > most)
        {
            return Refused(
                place["parameters"], $"{parameters.Count} parameters; expected at most {most} (latin-hypercube and morris take any number)");
        }

        if (points(parameters.Count) > MostPoints)
        {
            return Refused(place, $"{points(parameters.Count):0} design points; expected at most {MostPoints}");
        }

        ImmutableArray<ParameterRange> ranges = [.. parameters.Values.Select(range => new ParameterRange(range[0], range[1]))];
        return new(
            new(kind, ranges),
            place["parameters"],
            [.. parameters.Keys],
            [.. cube(ranges.Length).Select(point => point.Select((share, index) => (JsonNode)ranges[index].ValueAt(share)).ToImmutableArray())]);
    }

    private static Design? Refused(ConfigurationNode place, string message)
    {
        place.Report(message);
        return null;
    }
}
