using System.Globalization;
using System.Text;
using VotingSim.Configuration;
using VotingSim.Experiments.Plan;

namespace VotingSim.Fuzz.Tests;

/// <summary>One case: a damaged file in a folder of its own, and a command that is to make the best of it.</summary>
internal sealed class FuzzCase
{
    private const int MostArms = 40;
    private const double MostRounds = 3000;
    private const int BetweenRuns = 72;

    private static readonly string[] Shipped = [.. Directory.GetFiles(RepositoryRoot.In("configs"), "*.*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];

    private static readonly string Durations = "id,rule,days,decided,start,entry,size\n" + string.Concat(Enumerable.Range(1, 24).Select(row => string.Create(
        CultureInfo.InvariantCulture, $"{(row + 1) / 2},{(row % 3 == 0 ? "qmv" : "consensus")},{(row * 37 % 200) + 10},{(row % 4 == 0 ? 0 : 1)},2020-01-{row:00},{row % 5},{row * 7 % 11 / 2.0}\n")));

    private static readonly string Ballots = "vote,member,ballot,year\n" + string.Concat(Enumerable.Range(0, 40).Select(row => string.Create(
        CultureInfo.InvariantCulture, $"{row / 5},{(char)('A' + (row % 5))},{"SSAO"[row * 7 % 4]},{2000 + (row / 20)}\n")));

    private static readonly string WideBallots = "vote,A,B,C,D\n" + string.Concat(Enumerable.Range(0, 10).Select(row => string.Create(
        CultureInfo.InvariantCulture, $"{row},{"SAO"[row % 3]},{"SAO"[row * 5 % 3]},S,{(row % 4 == 0 ? "" : "O")}\n")));

    public FuzzCase(string file, byte[] bytes, string[] arguments) => (File, Bytes, Arguments) = (file, bytes, arguments);

    /// <summary>The damaged file.</summary>
    public string File { get; }

    /// <summary>Its bytes.</summary>
    public byte[] Bytes { get; }

    /// <summary>The command.</summary>
    public string[] Arguments { get; }

    /// <summary>Names of files of which the message names one where the exit code is 1; none where any message will do.</summary>
    public string[] Named { get; init; } = [];

    /// <summary>Whether the damage must be found.</summary>
    public bool IsRefused { get; init; }

    /// <summary>A folder in which everything that was written is sound; null where nothing is.</summary>
    public string? Written { get; init; }

    /// <summary>Makes the case of a number, and writes its file.</summary>
    /// <param name="seed">Seed of all cases.</param>
    /// <param name="number">Number of the case.</param>
    /// <param name="folder">An empty folder.</param>
    /// <param name="runs">Two finished runs, of which one is damaged in a copy.</param>
    public static FuzzCase Of(int seed, int number, string folder, (string One, string Other) runs)
    {
        var random = new Random(HashCode(seed, number));
        var mutation = new Mutation(random);
        var made = (number % 24) switch
        {
            < 8 => OfConfiguration(random, mutation, folder, number),
            < 13 => OfTable(random, mutation, folder, Durations, "durations.csv"),
            < 16 => OfTable(random, mutation, folder, Ballots, "ballots.csv"),
            < 18 => OfTable(random, mutation, folder, WideBallots, "wide.csv"),
            18 => OfPower(random, mutation, folder),
            < 21 => ResultsCase.Of(random, mutation, folder, runs),
            _ => ImportCase.Of(random, mutation, folder),
        };
        System.IO.File.WriteAllBytes(made.File, made.Bytes);
        return made;
    }

    /// <summary>The case as a command that repeats it, with the damaged file where it was kept.</summary>
    public string Kept(int number)
    {
        var kept = Path.Combine(Path.GetTempPath(), $"votingsim-fuzz-{number}{Path.GetExtension(File)}");
        System.IO.File.WriteAllBytes(kept, Bytes);
        return $"votingsim {string.Join(' ', Arguments)} ({kept})";
    }

    // The same on every machine, unlike that of the framework.
    private static int HashCode(int seed, int number) => unchecked((seed * 16777619) ^ (number * 374761393));

    private static FuzzCase OfConfiguration(Random random, Mutation mutation, string folder, int number)
    {
        var source = Shipped[random.Next(Shipped.Length)];
        var kind = Path.GetRelativePath(RepositoryRoot.In("configs"), source).Split(Path.DirectorySeparatorChar)[0];
        foreach (var shipped in Directory.GetDirectories(RepositoryRoot.In("configs")))
        {
            // References lead from the damaged file to what ships.
            Directory.CreateSymbolicLink(Path.Combine(folder, Path.GetFileName(shipped)), shipped);
        }

        var file = Path.Combine(Directory.CreateDirectory(Path.Combine(folder, "damaged")).FullName, Path.GetFileName(source));
        var bytes = mutation.Of(System.IO.File.ReadAllBytes(source));
        if (number % BetweenRuns != 0)
        {
            return new(file, bytes, ["validate", file]);
        }

        var experiment = file;
        if (kind != "experiments")
        {
            experiment = Path.Combine(folder, "fuzzed.yaml");
            System.IO.File.WriteAllText(experiment, $"""
                experiment: fuzzed
                replications: 5
                members: {(kind == "members" ? file : "asean-10")}
                crises: [{(kind is "crises" or "cases" ? file : "myanmar-2021")}]
                rules: [consensus, {(kind == "rules" ? file : "asean-qmv")}]
                """);
        }

        System.IO.File.WriteAllBytes(file, bytes);
        return new(file, bytes, IsLong(experiment) ? ["validate", experiment]
            : ["run", experiment, "--replications", "5", "--no-report", "--no-progress", "--out", Path.Combine(folder, "out")]);
    }

    // What was asked for may have become much: then it is only checked.
    private static bool IsLong(string experiment)
    {
        try
        {
            var plan = ExperimentReader.Read(experiment, ["replications=5"]);
            return plan.Arms.Length > MostArms
                || plan.Arms.Any(arm => arm.Terms.Settings.HorizonDays / arm.Terms.Settings.Calendar.RoundDays > MostRounds);
        }
        catch (ConfigurationException)
        {
            return false;
        }
    }

    private static FuzzCase OfTable(Random random, Mutation mutation, string folder, string sound, string name)
    {
        var file = Path.Combine(folder, name);
        var bytes = mutation.Of(Encoding.UTF8.GetBytes(sound));
        string[][] ways = name switch
        {
            "durations.csv" =>
            [
                ["--time", "days"], ["--time", "days", "--group", "rule"], ["--time", "days", "--covariate", "size", "--drop-missing"], ["--time", "days", "--entry", "entry", "--group", "rule"],
                ["--time", "days", "--covariate", "rule", "--strata", "size", "--horizon", "100"], ["--time", "days", "--weights", "id", "--format", "json"], ["--time", "days", "--cluster", "id", "--covariate", "size"],
                ["--start", "start", "--end", "start"], ["--time", "days", "--group", "rule", "--time-interaction", "rule", "--ties", "breslow"],
            ],
            "ballots.csv" => [[], ["--by", "year"], ["--format", "json"], ["--codes", "S=S,A=A,O=O"], ["--members", "A,B,C"]],
            _ => [["--wide", "--vote", "vote"], ["--wide", "--member", "vote", "--format", "json"]],
        };
        string[] command = name == "durations.csv" ? ["survival", file, "--event", "decided"] : ["cohesion", file];
        return new(file, bytes, [.. command, .. ways[random.Next(ways.Length)]]);
    }

    private static FuzzCase OfPower(Random random, Mutation mutation, string folder)
    {
        var isOfMembers = random.Next(2) == 0;
        var sources = Shipped.Where(path => Path.GetFileName(Path.GetDirectoryName(path)) == (isOfMembers ? "members" : "rules")).ToArray();
        var source = sources[random.Next(sources.Length)];
        var file = Path.Combine(folder, Path.GetFileName(source));
        return new(file, mutation.Of(System.IO.File.ReadAllBytes(source)), isOfMembers ? ["power", file, "asean-qmv"] : ["power", "asean-10", file]);
    }
}
