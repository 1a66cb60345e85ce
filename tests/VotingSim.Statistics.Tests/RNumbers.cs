using System.Globalization;

namespace VotingSim.Statistics.Tests;

/// <summary>Numbers and data that a script in R wrote beside the tests.</summary>
internal sealed class RNumbers
{
    private readonly string _folder;
    private readonly Dictionary<string, double[]> _numbers;

    /// <summary>Reads the numbers of a script: lines of a name and values.</summary>
    /// <param name="area">Folder of the tests.</param>
    /// <param name="script">Name of the script.</param>
    public RNumbers(string area, string script)
    {
        _folder = RepositoryRoot.In("tests", "VotingSim.Statistics.Tests", area, "R");
        _numbers = File.ReadLines(Path.Combine(_folder, $"{script}-expected.txt")).Select(line => line.Split(' '))
            .ToDictionary(words => words[0], words => words[1..].Select(Number).ToArray());
    }

    public double[] this[string name] => _numbers[name];

    /// <summary>The rows of a data set, without the heading.</summary>
    public double[][] Rows(string name) =>
        [.. File.ReadLines(Path.Combine(_folder, $"{name}.csv")).Skip(1).Select(line => line.Split(',').Select(Number).ToArray())];

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
