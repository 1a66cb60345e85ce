using System.Globalization;

namespace VotingSim.Analysis.Data;

/// <summary>How the end of a row is coded: whether it happened.</summary>
/// <remarks>Without codes of the user's: 1 and 0, true and false, yes and no in any case, numbers also as 1.0 and 0.0; and R's 2 and 1,
/// where no row says 0.</remarks>
public sealed class EventCodes
{
    private readonly Dictionary<string, EventCode>? _codes;

    private EventCodes(Dictionary<string, EventCode>? codes) => _codes = codes;

    /// <summary>The codes that need no telling.</summary>
    public static EventCodes Usual { get; } = new(null);

    /// <summary>What a cell may hold, for messages.</summary>
    public string Expected => _codes is null
        ? "1, true or yes (it happened), or 0, false or no (censored); other codes with --event-codes"
        : string.Join(" or ", _codes.Keys.Select(code => $"'{code}'")) + ", as --event-codes says";

    /// <summary>The codes of a list such as <c>adopted=1,pending=0</c>; null where it is none.</summary>
    public static EventCodes? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var codes = new Dictionary<string, EventCode>(StringComparer.OrdinalIgnoreCase);
        foreach (var part in text.Split(','))
        {
            var at = part.LastIndexOf('=');
            if (at < 1
                || part[(at + 1)..].Trim() is not ("0" or "1")
                || !codes.TryAdd(part[..at].Trim(), part.EndsWith('1') ? EventCode.One : EventCode.Zero))
            {
                return null;
            }
        }

        return new(codes);
    }

    internal bool TryRead(ReadOnlySpan<char> text, out EventCode code)
    {
        code = EventCode.Zero;
        if (_codes is { } codes)
        {
            return codes.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text, out code)
                || (Whole(text) is { } whole && codes.TryGetValue(whole.ToString(CultureInfo.InvariantCulture), out code));
        }

        if (Is(text, "true") || Is(text, "yes") || Whole(text) == 1)
        {
            code = EventCode.One;
            return true;
        }

        code = Whole(text) == 2 ? EventCode.Two : EventCode.Zero;
        return code == EventCode.Two || Is(text, "false") || Is(text, "no") || Whole(text) == 0;

        static bool Is(ReadOnlySpan<char> text, string word) => text.Equals(word, StringComparison.OrdinalIgnoreCase);
    }

    // 1 and 1.0 are one code: a table that once had a missing value is often written so.
    private static double? Whole(ReadOnlySpan<char> text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            && number == Math.Floor(number)
            ? number
            : null;
}
