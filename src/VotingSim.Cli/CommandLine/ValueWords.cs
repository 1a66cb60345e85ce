using System.Globalization;
using VotingSim.Configuration;

namespace VotingSim.Cli.CommandLine;

/// <summary>What a parameter takes, in words with an example, and whether a text is that.</summary>
internal static class ValueWords
{
    /// <summary>What is expected, with an example: <c>a whole number, e.g. --traces 20</c>.</summary>
    public static string Of(CommandParameter parameter)
    {
        var given = parameter.Names.IsEmpty ? "" : $"{parameter.Name} ";
        if (parameter.Type.IsEnum)
        {
            var words = WordsOf(parameter.Type);
            return $"one of {string.Join(", ", words)}, e.g. {given}{words[0]}";
        }

        if (parameter.Type != typeof(string))
        {
            return $"{NumberWords(parameter.Type)}, e.g. {given}{NumberOf(parameter.ValueName)}";
        }

        return TextOf(parameter.ValueName) is { } text ? $"{text.Words}, e.g. {given}{text.Example}"
            : parameter.Description is { Length: > 0 } description ? $"{parameter.ValueName}: {description}"
            : parameter.ValueName;
    }

    /// <summary>The text as the command reads it: numbers plainly written; null where it is not what is expected.</summary>
    public static string? Read(CommandParameter parameter, string text)
    {
        var type = parameter.Type;
        if (type.IsEnum)
        {
            return WordsOf(type).FirstOrDefault(word => word.Equals(text, StringComparison.OrdinalIgnoreCase));
        }

        if (type == typeof(double))
        {
            return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? text : null;
        }

        var range = RangeOf(type);
        return range is not { } limits ? text
            : WholeNumber.Parse(text) is { } whole && whole >= limits.Least && whole <= limits.Most
                ? whole.ToString("0", CultureInfo.InvariantCulture)
            : null;
    }

    /// <summary>A word near to a text that is not one of those expected, as the end of a sentence; empty where none is near.</summary>
    public static string Hint(CommandParameter parameter, string text) =>
        parameter.Type.IsEnum && Nearest.To(text, WordsOf(parameter.Type)) is { } meant ? $"; did you mean '{meant}'?" : "";

    private static (string Words, string Example)? TextOf(string valueName) => valueName switch
    {
        "DIR" => ("a folder", "results/mine"),
        "PATH" => ("the path of a file", "rows.csv"),
        "FILE" => ("the path of a file", "curve.svg"),
        "COL" or "COLUMN" => ("the name of a column", "days"),
        "LOW..HIGH" => ("two numbers", "1..10"),
        "ISSUE" => ("the name of an issue", "budget"),
        "NAME" => ("a name", "budget"),
        "CODES" => ("codes and what they mean", "\"1=S,2=A,3=O,8=\""),
        "PATH=VALUE" => ("a value of the experiment", "deliberation.ballot-noise=0.1"),
        "CONNECTION" => ("a connection", "redis://127.0.0.1:6379"),
        "URL" => ("an address", "http://127.0.0.1:8080"),
        "URLS" => ("addresses", "http://127.0.0.1:5080"),
        "IP" => ("an IP address", "10.0.0.1"),
        "ID" => ("an arm, as in the column arm", "myanmar-2021.consensus"),
        "GROUP" => ("members", "asean-10"),
        "WORD" => ("a word of a column", "consensus"),
        "CATEGORY" => ("a kind of matter", "security"),
        _ => null,
    };

    private static string NumberOf(string valueName) => valueName switch
    {
        "N" => "1000",
        "WEIGHT" => "2",
        "S" or "SEED" => "42",
        "R" => "1024",
        "P" => "4",
        "K" => "17",
        "T" => "365",
        "DAY" => "30",
        "SECONDS" => "60",
        "PORT" => "11111",
        _ => "1",
    };

    private static string[] WordsOf(Type type) => [.. Enum.GetNames(type).Select(name => name.ToLowerInvariant())];

    private static string NumberWords(Type type) => Type.GetTypeCode(type) switch
    {
        TypeCode.Double => "a number",
        TypeCode.UInt64 => $"a whole number from 0 to {ulong.MaxValue}",
        TypeCode.Int32 => $"a whole number up to {int.MaxValue}",
        _ => "a whole number",
    };

    private static (decimal Least, decimal Most)? RangeOf(Type type) => Type.GetTypeCode(type) switch
    {
        TypeCode.Int32 => (int.MinValue, int.MaxValue),
        TypeCode.Int64 => (long.MinValue, long.MaxValue),
        TypeCode.UInt64 => (ulong.MinValue, ulong.MaxValue),
        _ => null,
    };
}
