using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace VotingSim.Classroom.Access;

/// <summary>Codes to read from a screen, and keys that nobody guesses.</summary>
public static class Secrets
{
    /// <summary>Letters and digits that are not taken for one another: no I, L, O, 0 and 1.</summary>
    public const string Alphabet = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    /// <summary>Signs of a code: 31^6 are 887 million.</summary>
    public const int CodeLength = 6;

    private const int KeyBytes = 32;
    private const int LongestKey = 64;

    /// <summary>A code.</summary>
    public static string NewCode() => RandomNumberGenerator.GetString(Alphabet, CodeLength);

    /// <summary>A key of 256 bits.</summary>
    public static string NewKey() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(KeyBytes));

    /// <summary>A code as it was typed, in capitals and without blanks; null where it cannot be one.</summary>
    public static string? CodeFrom(string? typed)
    {
        if (typed is null || typed.Length > 4 * CodeLength)
        {
            return null;
        }

        var code = string.Concat(typed.Where(letter => letter is not (' ' or '-'))).ToUpperInvariant();
        return code.Length == CodeLength && code.All(letter => Alphabet.Contains(letter, StringComparison.Ordinal)) ? code : null;
    }

    /// <summary>What is kept of a key: its SHA-256, in hexadecimal digits.</summary>
    public static string HashOf(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));

    /// <summary>Whether a key is the one that was kept, in a time that tells nothing.</summary>
    public static bool Opens(string? key, string hash) =>
        key is { Length: > 0 and <= LongestKey }
        && CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(key)), Convert.FromHexString(hash));
}
