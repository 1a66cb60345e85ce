using VotingSim.Worlds;

namespace VotingSim.Configuration.Parameters;

/// <summary>Reads values of parameters that were found together.</summary>
internal static class PosteriorReader
{
    private const int MostRows = 100_000;
    private const string Weight = "weight";

    /// <summary>The rows that a place names or holds; null where something is wrong, which has then been reported.</summary>
    public static PosteriorMap? Read(ConfigurationNode place)
    {
        var map = place.Text is { } path ? ReadFile(place, path) : Reading.Read(place, ConfigurationContext.Default.PosteriorMap);
        return map is not null && Fits(place, map) ? map : null;
    }

    /// <summary>As the engine takes them.</summary>
    public static Posterior Seat(PosteriorMap map) => new()
    {
        Columns = [.. map.Columns],
        Rows = [.. map.Rows.Select(row => (System.Collections.Immutable.ImmutableArray<double>)[.. row])],
        Weights = [.. map.Weights ?? []],
    };

    private static PosteriorMap? ReadFile(ConfigurationNode place, string path)
    {
        try
        {
            using var table = CsvFile.Open(place.Document.Location.Follow(path));
            CsvColumn[] columns = [.. table.Columns.Where(name => name != Weight).Select(name => table.Column(name, "a number"))];
            var weight = table.Columns.Contains(Weight) ? table.Column(Weight, "a weight of 0 or more") : (CsvColumn?)null;
            table.ThrowOnProblems();
            var (rows, weights) = (new List<double[]>(), new List<double>());
            while (rows.Count <= MostRows && table.Read())
            {
                rows.Add([.. columns.Select(column => table.TryNumber(column, out var value) ? value : double.NaN)]);
                if (weight is { } of && table.TryNumber(of, out var share))
                {
                    weights.Add(share);
                    if (share < 0)
                    {
                        table.Report(of, "this is below 0");
                    }
                }
            }

            table.ThrowOnProblems();
            return new() { Columns = [.. columns.Select(column => column.Name)], Rows = [.. rows], Weights = weight is null ? null : [.. weights] };
        }
        catch (ConfigurationException e)
        {
            foreach (var problem in e.Problems)
            {
                if (problem.Line == 0)
                {
                    place.Report($"{problem.Message} ({problem.File})");
                    continue;
                }

                place.Document.Report(new Mark(problem.File, problem.Line, problem.Column), problem.Path, problem.Message);
            }

            return null;
        }
    }

    private static bool Fits(ConfigurationNode place, PosteriorMap map)
    {
        var wrong = map switch
        {
            { Columns.Length: 0 } => "there is no column of a parameter; expected at least one",
            { Rows.Length: 0 or > MostRows } => $"there are {(map.Rows.Length == 0 ? "no" : "too many")} rows; expected 1 to {MostRows}",
            _ when map.Columns.Distinct(StringComparer.Ordinal).Count() < map.Columns.Length =>
                "two columns have the same name; expected different names",
            _ when Array.Exists(map.Rows, row => row.Length != map.Columns.Length) =>
                $"a row has not as many values as there are columns; expected {map.Columns.Length}",
            { Weights: { } weights } when weights.Length != map.Rows.Length =>
                $"{weights.Length} weights, but {map.Rows.Length} rows; expected a weight for each",
            { Weights: { } weights } when weights.Sum() is not (> 0 and < double.PositiveInfinity) =>
                "all weights together are nothing; expected some above 0",
            _ => null,
        };
        if (wrong is not null)
        {
            place.Report(wrong);
        }

        return wrong is null;
    }
}
