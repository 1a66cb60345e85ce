namespace VotingSim.Fuzz.Tests;

/// <summary>A finished run with a damaged file in it, and a command that reads it.</summary>
internal static class ResultsCase
{
    public static FuzzCase Of(Random random, Mutation mutation, string folder, (string One, string Other) runs)
    {
        foreach (var file in Directory.GetFiles(runs.Other, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(folder, Path.GetRelativePath(runs.Other, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        var rows = Directory.GetFiles(Path.Combine(folder, "runs"))[0];
        string[] names = ["journal.jsonl", "manifest.json", Path.GetFileName(rows)];
        var damaged = random.Next(5) switch
        {
            0 or 1 => rows,
            2 or 3 => Path.Combine(folder, names[0]),
            _ => Path.Combine(folder, names[1]),
        };
        var sound = File.ReadAllBytes(damaged);
        var bytes = damaged == rows ? mutation.OfBytes(sound) : mutation.Of(sound);
        return new(damaged, bytes, Command(random, folder, runs.One))
        {
            Named = names,
            IsRefused = damaged == rows && !bytes.AsSpan().SequenceEqual(sound),
        };
    }

    private static string[] Command(Random random, string folder, string other)
    {
        var (arm, elsewhere) = ("myanmar-2021.consensus", Path.Combine(folder, "elsewhere"));
        return random.Next(10) switch
        {
            0 or 1 => ["compare", other, folder],
            2 => ["compare", folder, other, "--unpaired", "--format", "json"],
            3 => ["export", folder, "--to", "csv", "--out", Path.Combine(folder, "rows.csv")],
            4 => ["export", folder, "--to", random.Next(2) == 0 ? "spss" : "r"],
            5 => ["export", folder, "--bundle", Path.Combine(folder, "run.zip")],
            6 => ["report", folder, "--tables", random.Next(2) == 0 ? "latex" : "word", "--out", elsewhere],
            7 when random.Next(4) == 0 => ["report", folder, "--out", elsewhere],
            _ => ["replay", folder, "--arm", arm, "--replication", "3"],
        };
    }
}
