using System.Text;

namespace VotingSim.Fuzz.Tests;

/// <summary>Seeded damage to a text file: what an editor, a spreadsheet, a bad disk or a spiteful person does to one.</summary>
internal sealed class Mutation(Random random)
{
    private const int MostAtOnce = 3;
    private const int DeepNesting = 5000;
    private const int LongRun = 200_000;

    private static readonly string[] Numbers =
    [
        "0", "-1", "-0", "1e308", "9e999", "-1e308", "1e-320", ".nan", ".inf", "-.inf", "NaN", "99999999999999999999999", "18446744073709551616",
        "9223372036854775807", "2147483648", "0x7fffffff", "1_000", "2/3", "60 %", "0,5", "1e4", "٣", "¼",
    ];

    private static readonly string[] Scraps =
    [
        "\0", "\u001b[2J", "\u0007", "\u007f", "\u202e", "\ufeff", "\u2028", "\u0085", "\t", "\r", "\r\r\n", "\ud83d\ude00", "e\u0301", "'", "\"", "`", "[/]", "[red]", "%s%n", "{0}", "$(x)",
        "!!binary x", "!<tag:x> ", "&a ", "*a ", "<<: *a\n", "? ", "- ", "| ", "> ", "--- ", "...\n", "%YAML 9.9\n", "# ", ": ", ",", ";", "null", "~", "true", "../../../../etc/passwd", "C:\\", "/dev/null",
    ];

    /// <summary>Damages bytes, in one to three ways.</summary>
    public byte[] Of(byte[] sound)
    {
        var bytes = sound;
        for (var times = random.Next(1, MostAtOnce + 1); times > 0 && bytes.Length > 0; times--)
        {
            bytes = Once(bytes);
        }

        return bytes;
    }

    /// <summary>Damages the bytes of a file that is no text, as a bad disk, a torn copy or a spiteful person does.</summary>
    public byte[] OfBytes(byte[] sound)
    {
        var bytes = sound;
        for (var times = random.Next(1, MostAtOnce + 1); times > 0 && bytes.Length > 0; times--)
        {
            bytes = random.Next(8) switch
            {
                0 or 1 => Flipped(bytes),
                2 => Without(bytes),
                3 => bytes[..random.Next(bytes.Length)],
                4 => Inserted(bytes, RandomNumbers(random.Next(1, 64))),
                5 => Over(bytes, new byte[random.Next(1, 4096)]),
                6 => Over(bytes, RandomNumbers(random.Next(1, 64))),
                _ => Over(bytes, bytes[random.Next(bytes.Length)..]),
            };
        }

        return bytes;
    }

    private byte[] RandomNumbers(int count)
    {
        var numbers = new byte[count];
        random.NextBytes(numbers);
        return numbers;
    }

    private byte[] Over(byte[] bytes, byte[] other)
    {
        var over = bytes.ToArray();
        var at = random.Next(bytes.Length);
        other.AsSpan(0, Math.Min(other.Length, bytes.Length - at)).CopyTo(over.AsSpan(at));
        return over;
    }

    private byte[] Once(byte[] bytes) => random.Next(15) switch
    {
        0 => Flipped(bytes),
        1 => Without(bytes),
        2 => bytes[..random.Next(bytes.Length)],
        3 => Inserted(bytes, Encoding.UTF8.GetBytes(Pick(Scraps))),
        4 => Inserted(bytes, [(byte)random.Next(128, 256)]),
        5 => Lines(bytes, lines => lines.Insert(random.Next(lines.Count), lines[random.Next(lines.Count)])),
        6 => Lines(bytes, lines => lines.RemoveAt(random.Next(lines.Count))),
        7 => Lines(bytes, lines =>
        {
            var (one, other) = (random.Next(lines.Count), random.Next(lines.Count));
            (lines[one], lines[other]) = (lines[other], lines[one]);
        }),
        8 => Words(bytes, (words, places) =>
        {
            var (one, other) = (Pick(places), Pick(places));
            (words[one], words[other]) = (words[other], words[one]);
        }),
        9 or 10 => Words(bytes, (words, places) =>
        {
            var numbers = places.Where(place => char.IsDigit(words[place][0])).ToArray();
            words[Pick(numbers.Length > 0 ? numbers : places)] = Pick(Numbers);
        }),
        11 => Words(bytes, (words, places) => words[Pick(places)] = Pick(Scraps)),
        12 => Words(bytes, (words, places) => words[Pick(places)] = string.Concat(Enumerable.Repeat(Pick(["[", "{a: ", "- ", "'", "("]), DeepNesting))),
        13 => Inserted(bytes, Encoding.UTF8.GetBytes(new string(Pick(['a', '0', ' ', ',', '\n']), random.Next(LongRun)))),
        _ => [.. Encoding.UTF8.GetBytes(Bomb()), .. bytes],
    };

    private byte[] Flipped(byte[] bytes)
    {
        var flipped = bytes.ToArray();
        flipped[random.Next(flipped.Length)] ^= (byte)(1 << random.Next(8));
        return flipped;
    }

    private byte[] Without(byte[] bytes)
    {
        var start = random.Next(bytes.Length);
        var end = Math.Min(bytes.Length, start + 1 + random.Next(20));
        return [.. bytes[..start], .. bytes[end..]];
    }

    private byte[] Inserted(byte[] bytes, byte[] more)
    {
        var at = random.Next(bytes.Length + 1);
        return [.. bytes[..at], .. more, .. bytes[at..]];
    }

    private static byte[] Lines(byte[] bytes, Action<List<string>> change)
    {
        var lines = Encoding.UTF8.GetString(bytes).Split('\n').ToList();
        change(lines);
        return Encoding.UTF8.GetBytes(string.Join('\n', lines));
    }

    // Words and what is between them, in turn.
    private static byte[] Words(byte[] bytes, Action<List<string>, int[]> change)
    {
        var words = new List<string>();
        foreach (var letter in Encoding.UTF8.GetString(bytes))
        {
            if (words.Count > 0 && IsOfWord(words[^1][0]) == IsOfWord(letter) && words[^1].Length < 1000)
            {
                words[^1] += letter;
            }
            else
            {
                words.Add($"{letter}");
            }
        }

        var places = Enumerable.Range(0, words.Count).Where(place => IsOfWord(words[place][0])).ToArray();
        if (places.Length > 0)
        {
            change(words, places);
        }

        return Encoding.UTF8.GetBytes(string.Concat(words));
    }

    private static string Bomb() => "bomb: &a [x, x, x, x, x, x, x, x, x]\n"
        + string.Concat("bcdefghi".Select(letter => $"bomb-{letter}: &{letter} [{string.Join(", ", Enumerable.Repeat($"*{(char)(letter - 1)}", 9))}]\n"));

    private static bool IsOfWord(char letter) => char.IsLetterOrDigit(letter) || letter is '-' or '.' or '_';

    private T Pick<T>(IReadOnlyList<T> from) => from[random.Next(from.Count)];
}
