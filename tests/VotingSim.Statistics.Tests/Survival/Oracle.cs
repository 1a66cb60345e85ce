using System.Globalization;
using VotingSim.Statistics.Survival;

namespace VotingSim.Statistics.Tests.Survival;

/// <summary>Data sets and what R's package survival says about them; made by <c>R/survival.R</c>.</summary>
internal static class Oracle
{
    private static readonly string Folder = RepositoryRoot.In("tests", "VotingSim.Statistics.Tests", "Survival", "R");

    private static readonly Dictionary<string, double[]> Numbers = File.ReadLines(Path.Combine(Folder, "survival-expected.txt"))
        .Select(line => line.Split(' '))
        .ToDictionary(words => words[0], words => words[1..].Select(word => word switch
        {
            "NA" or "NaN" => double.NaN,
            "Inf" => double.PositiveInfinity,
            _ => double.Parse(word, CultureInfo.InvariantCulture),
        }).ToArray());

    public static bool Has(string name) => Numbers.ContainsKey(name);

    public static double[] Of(string name) => Numbers[name];

    public static string[] Lines(string name) => File.ReadAllLines(Path.Combine(Folder, $"{name}.csv"));

    public static DataSet Read(string name)
    {
        var lines = Lines(name);
        return new(
            [.. lines[0].Split(',')[6..]],
            [.. lines[1..].Select(line => line.Split(',')).Select(cells => new Subject(
                cells[0].Length == 0 ? double.NegativeInfinity : Number(cells[0]), Number(cells[1]), Number(cells[2]) == 1, (int)Number(cells[3]),
                    (int)Number(cells[4]), (int)Number(cells[5]), [.. cells[6..].Select(Number)]))]);

        static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
    }

    /// <summary>Equal to 1e-6, relative where large; undefined where R says NA.</summary>
    public static void ShouldEqual(double actual, double expected, string what)
    {
        if (double.IsNaN(expected))
        {
            double.IsFinite(actual).ShouldBeFalse($"{what}: {actual} where R says NA");
        }
        else
        {
            actual.ShouldBe(expected, 1e-6 * Math.Max(1, Math.Abs(expected)), what);
        }
    }

    public static void ShouldEqual(IEnumerable<double> actual, IReadOnlyList<double> expected, string what)
    {
        var values = actual.ToArray();
        values.Length.ShouldBe(expected.Count, what);
        for (var index = 0; index < values.Length; index++)
        {
            ShouldEqual(values[index], expected[index], $"{what}[{index}]");
        }
    }
}

internal sealed record Subject(double Entry, double Time, bool Decided, int Group, int Stratum, int Cluster, double[] Covariates);

internal sealed record DataSet(string[] Covariates, Subject[] Subjects)
{
    public IEnumerable<int> Groups => Subjects.Select(subject => subject.Group).Distinct().Order();

    public IEnumerable<int> Strata => Subjects.Select(subject => subject.Stratum).Distinct().Order();

    public DurationCounts Durations(Func<Subject, bool> where)
    {
        var durations = new DurationCounts();
        foreach (var subject in Subjects.Where(where))
        {
            durations.Add(subject.Time, subject.Decided, entry: subject.Entry);
        }

        return durations;
    }

    public CoxData Cox(bool stratified, bool clustered)
    {
        var data = new CoxData([.. Covariates]);
        foreach (var subject in Subjects)
        {
            data.Add(subject.Covariates, subject.Time, subject.Decided, entry: subject.Entry, stratum: stratified ? subject.Stratum : 0,
                cluster: clustered ? subject.Cluster : null);
        }

        return data;
    }
}
