namespace VotingSim.Configuration.Tests.Import.Deu;

/// <summary>A table of decisions made by hand in the layout of the data set.</summary>
internal sealed class DeuTableText
{
    private static readonly string[] States = "at be bu cr cy cz dk ee fi fr de el hu ie it lv lt lu mt nl pl pt ro si sk es se uk".Split(' ');
    private static readonly string[] Actors = ["com", "ep", .. States];

    private readonly List<string> _lines;

    public DeuTableText()
    {
        _lines =
        [
            string.Join('\t', ((string[])["prnr", "prname", "isnr", "proc", "counvte", "intro", "finact", .. Actors.Select(actor => $"p{actor}"), .. Actors.Select(actor => $"s{actor}"), "rp", "out"]).Select(name => $"\"{name}\"")),
            string.Join('\t', [.. Enumerable.Repeat("", 7), .. Actors.Select(_ => "\"0.48\""), .. Actors.Select(_ => ""), "", ""]),
        ];
    }

    /// <summary>Adds an issue. Its proposal is what stands before the i of its number. Views are actors with position and salience, e.g.
    /// <c>fr 100 50, de 0</c>; one without a salience has none.</summary>
    public DeuTableText With(
        string number, string views, string proc = "COD", string vote = "QMV", string intro = "26-01-00", string finact = "1930-05-01", string rp = "0", string outcome = "50")
    {
        var given = views.Split(", ").Select(view => view.Split(' ')).ToDictionary(view => view[0]);
        string[] cells =
        [
            number.Split('i')[0], "café", number, proc, vote, intro, finact,
            .. Actors.Select(actor => given.TryGetValue(actor, out var view) ? view[1] : ""),
            .. Actors.Select(actor => given.TryGetValue(actor, out var view) ? view.ElementAtOrDefault(2) ?? "" : "0"),
            rp, outcome,
        ];
        _lines.Add(string.Join('\t', cells.Select((cell, index) => index < 7 ? $"\"{cell}\"" : cell)));
        return this;
    }

    /// <summary>Every member of so many with a position of 10 more than the one before it, and a salience of 50.</summary>
    public static string All(int count) => string.Join(", ", States
        .Where(state => count >= (state switch { "cr" => 28, "bu" or "ro" => 27, "cy" or "cz" or "ee" or "hu" or "lv" or "lt" or "mt" or "pl" or "si" or "sk" => 25, _ => 15 }))
        .Select((state, index) => $"{state} {index * 3} 50"));

    public void Write(string path) => File.WriteAllText(path, string.Join("\r\n", _lines) + "\r\n", System.Text.Encoding.Latin1);
}
