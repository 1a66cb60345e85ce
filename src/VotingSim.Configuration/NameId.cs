using System.Globalization;
using System.Text;

namespace VotingSim.Configuration;

/// <summary>What stands for a name where a file, a column or an address needs a plain word.</summary>
public static class NameId
{
    /// <summary>The most bytes of an identifier in UTF-8: two of them fit into the name of a file.</summary>
    public const int MostBytes = 96;

    /// <summary>The letters and digits of a name in small letters, and a hyphen for whatever stands between them. A name in kebab case is its
    /// own identifier.</summary>
    /// <param name="name">The name, in any script.</param>
    /// <returns>Empty where there is no letter and no digit in it.</returns>
    public static string Of(string name)
    {
        var id = new StringBuilder();
        var (bytes, isApart) = (0, false);
        foreach (var rune in name.EnumerateRunes())
        {
            if (!Rune.IsLetterOrDigit(rune) && !(IsMark(rune) && id.Length > 0))
            {
                isApart = id.Length > 0;
                continue;
            }

            bytes += rune.Utf8SequenceLength + (isApart ? 1 : 0);
            if (bytes > MostBytes)
            {
                break;
            }

            id.Append(isApart ? "-" : "").Append(Rune.ToLowerInvariant(rune));
            isApart = false;
        }

        return id.ToString();
    }

    private static bool IsMark(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
