using System.Globalization;

namespace VotingSim.Analysis.Tests;

/// <summary>The rows of the small experiment as anybody reads them: a dictionary of words a row.</summary>
internal static class PlainRows
{
    public static async Task<Dictionary<string, string>[]> ReadAsync(string path)
    {
        var lines = await File.ReadAllLinesAsync(path);
        var header = lines[0].Split(',');
        return [.. lines[1..].Select(line => header.Zip(line.Split(',')).ToDictionary(pair => pair.First, pair => pair.Second))];
    }

    public static double? Number(Dictionary<string, string> row, string column) => row[column].Length == 0 ? null : double.Parse(row[column], CultureInfo.InvariantCulture);

    /// <summary>The day of the decision; never where undecided.</summary>
    public static double Time(Dictionary<string, string> row) => row["decided"] == "true" ? Number(row, "days")!.Value : double.PositiveInfinity;

    /// <summary>S, A or O.</summary>
    public static char Ballot(Dictionary<string, string> row, int seat) => row["ballots"][seat] == 'X' ? 'O' : row["ballots"][seat];

    /// <summary>Whether the member's other ballot alone would have turned the result.</summary>
    public static bool IsDecisive(Dictionary<string, string> row, int seat)
    {
        var ballots = row["ballots"].Replace('X', 'O');
        var adopted = row["decided"] == "true";
        Adopts(row["rule"], ballots).ShouldBe(adopted);
        return Adopts(row["rule"], $"{ballots[..seat]}{(adopted ? 'O' : 'S')}{ballots[(seat + 1)..]}") != adopted;
    }

    private static bool Adopts(string rule, string ballots)
    {
        var (supporters, objectors) = (ballots.Count(ballot => ballot == 'S'), ballots.Count(ballot => ballot == 'O'));
        return rule switch
        {
            "consensus" => objectors == 0 && supporters > 0,
            "majority" => supporters > 2,
            _ => objectors <= 1 && supporters > 0,
        };
    }
}
