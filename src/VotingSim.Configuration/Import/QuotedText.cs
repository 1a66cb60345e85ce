using System.Text.Encodings.Web;
using System.Text.Json;

namespace VotingSim.Configuration.Import;

/// <summary>Texts of the user's in a file of YAML.</summary>
internal static class QuotedText
{
    private static readonly JsonSerializerOptions Plainly = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A text in the quotes of JSON, which is one of YAML too, whatever is in it.</summary>
    public static string Of(string text) => JsonSerializer.Serialize(text, Plainly);

    /// <summary>A text without control characters, such as the ends of lines.</summary>
    public static string OneLine(string text) =>
        string.Concat(text.Select(letter => ControlCharacter.In([letter]) is null ? letter : ' ')).Trim();
}
