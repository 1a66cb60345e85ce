using System.Globalization;
using VotingSim.Deliberation;

namespace VotingSim.Analysis.Data;

/// <summary>How ballots are coded in a table of roll calls.</summary>
/// <remarks>A missing value is a member that is absent, unless it is one of the codes. Codes are read in any case, and 1.0 as 1.</remarks>
public sealed class BallotCodes
{
    private static readonly Dictionary<string, string> Presets = new(StringComparer.OrdinalIgnoreCase)
    {
        // Voeten's votes in the General Assembly: yes, abstention, no, absent, not a member.
        ["un"] = "1=S,2=A,3=O,8=,9=",

        // Voteview's cast codes: not a member; yea, paired and announced yea; announced, paired nay and nay; present, twice; not voting.
        ["voteview"] = "0=,1=S,2=S,3=S,4=O,5=O,6=O,7=A,8=A,9=",
        ["words"] = "yes=S,yea=S,aye=S,for=S,in favour=S,in favor=S,approve=S,support=S,no=O,nay=O,against=O,opposed=O,reject=O,objection=O,"
            + "abstain=A,abstained=A,abstention=A,present=A,absent=,not voting=,non-voting=,did not vote=",
    };

    private readonly Dictionary<string, Ballot?> _codes;

    private BallotCodes(Dictionary<string, Ballot?> codes, string expected) => (_codes, Expected) = (codes, expected);

    /// <summary>S, A, O and Y, A, N.</summary>
    public static BallotCodes Usual { get; } = new(
        Read("S=S,A=A,O=O,Y=S,N=O")!,
        "S, A or O, or Y, A or N, or nothing for absent; other codes with --codes");

    /// <summary>What a ballot may be, for messages.</summary>
    public string Expected { get; }

    /// <summary>The codes of a preset (un, voteview, words) or of a list such as <c>1=S,2=A,3=O,8=,9=</c>; null where it is neither.</summary>
    public static BallotCodes? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Read(Presets.GetValueOrDefault(text, text)) is { } codes
            ? new(
                codes,
                $"{string.Join(" or ", codes.Keys.Take(12).Select(code => $"'{code}'"))}"
                    + $"{(codes.Count > 12 ? " or the like" : "")}, as --codes says, or nothing for absent")
            : null;
    }

    /// <summary>The ballot of a cell; false where it is none.</summary>
    internal bool TryRead(ReadOnlySpan<char> text, out Ballot? ballot) =>
        _codes.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text, out ballot)
        || Configuration.CsvFile.IsMissing(text)
        || (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            && _codes.TryGetValue(number.ToString(CultureInfo.InvariantCulture), out ballot));

    private static Dictionary<string, Ballot?>? Read(string text)
    {
        var codes = new Dictionary<string, Ballot?>(StringComparer.OrdinalIgnoreCase);
        foreach (var part in text.Split(','))
        {
            var at = part.LastIndexOf('=');
            Ballot? ballot = at < 0
                ? null
                : part[(at + 1)..].Trim().ToUpperInvariant() switch
                {
                    "S" or "Y" => Ballot.Support,
                    "A" => Ballot.Abstention,
                    "O" or "N" => Ballot.Objection,
                    _ => null
                };
            if (at < 0 || (ballot is null && part[(at + 1)..].Trim().Length > 0) || !codes.TryAdd(part[..at].Trim(), ballot))
            {
                return null;
            }
        }

        return codes;
    }
}
