using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using VotingSim.Configuration;
using VotingSim.Configuration.Parameters;
using VotingSim.Statistics.Sensitivity;

namespace VotingSim.Experiments.Plan;

/// <summary>The design points of a sweep, each with a value for every parameter.</summary>
/// <param name="Origin">Where the points come from.</param>
/// <param name="Place">The map of its parameters.</param>
/// <param name="Names">Names of the parameters.</param>
/// <param name="Points">Values by point and parameter.</param>
internal sealed record Design(
    SweepDesign Origin, ConfigurationNode Place, ImmutableArray<string> Names, ImmutableArray<ImmutableArray<JsonNode>> Points)
{
    private const int MostPoints = 100_000;

    private static readonly string[] Samples = ["latin-hypercube", "sobol", "saltelli", "morris"];

    /// <summary>The design with one point and no parameters.</summary>
    public static Design Single(ConfigurationNode place) => new(SweepDesign.None, place, [], [[]]);

    /// <summary>The parameters, in the order of their names. Empty where something is wrong with one.</summary>
    public ImmutableArray<Parameter> Parameters { get; init; } = [];

    /// <summary>The parts of an experiment that differ from point to point.</summary>
    public ExperimentParts Parts => Parameters.Aggregate(ExperimentParts.None, (parts, parameter) => parts | parameter.Part);

    /// <summary>Reads the sweep of an experiment; null where something is wrong with it.</summary>
    /// <param name="place">The key <c>sweep</c>.</param>
    /// <param name="parameters">What can be swept.</param>
    /// <param name="seed">The seed of the experiment.</param>
    public static Design? Read(ConfigurationNode place, ParameterList parameters, ulong seed)
    {
        var found = new Dictionary<string, Parameter>(StringComparer.Ordinal);
        ConfigurationNode[] maps = [place["grid"], place["paired"], .. Samples.Select(sample => place[sample]["parameters"])];
        foreach (var values in maps)
        {
            foreach (var (parameter, _) in values.Node as JsonObject ?? [])
            {
                if (Check(values[parameter], parameter, parameters) is { } one)
                {
                    found[parameter] = one;
                }
            }
        }

        if (place["paired"].Node is JsonObject paired)
        {
            CheckLengths(place["paired"], paired);
        }

        var design = Reading.Read(place, ConfigurationContext.Default.SweepMap) switch
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
        return design is null
            ? null
            : design with { Parameters = design.Names.All(found.ContainsKey) ? [.. design.Names.Select(name => found[name])] : [] };
    }

    /// <summary>Writes the values of a point wherever they belong. Parameters of all members come before those of one.</summary>
    public void Write(ImmutableArray<JsonNode> point, ExperimentTree tree)
    {
        foreach (var (parameter, value) in Parameters.Zip(point).OrderBy(pair => pair.First.Name.Count(letter => letter == '.')))
        {
            parameter.Write(tree, value);
        }
    }

    /// <summary>A value as it goes into the results.</summary>
    public static ParameterValue ValueOf(JsonNode value) => value.GetValueKind() == JsonValueKind.Number
        ? new(value.ToJsonString(), value.GetValue<double>())
        : Numeral.Quotient(value.GetValue<string>()) is var (dividend, divisor)
            ? new(value.GetValue<string>(), (double)dividend / divisor)
            : new(value.GetValue<string>(), null);

    private static Parameter? Check(ConfigurationNode values, string name, ParameterList parameters)
    {
        if (parameters.Find(values, name, "swept") is not { } parameter)
        {
            return null;
        }

        var isRange = Array.Exists(Samples, sample => values.Path.StartsWith($"sweep.{sample}.", StringComparison.Ordinal));
        if (isRange && (parameter.IsWord || parameter.IsWhole))
        {
            values.Report($"a {(parameter.IsWord ? "word" : "whole number")} has no range; expected it in a grid or paired");
            return null;
        }

        for (var index = 0; index < (values.Node as JsonArray)?.Count; index++)
        {
            ContractCheck.Check(values[index], parameter.Type, parameter.Constraints);
        }

        if (isRange && values.Document.IsClean(values.Path) && values[0].Node?.GetValue<double>() >= values[1].Node?.GetValue<double>())
        {
            values.Report("the range is empty; expected [low, high]");
        }

        return parameter;
    }

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
