using System.Collections.Immutable;
using System.Globalization;

namespace VotingSim.Configuration.Import.Deu;

/// <summary>The days of all issues, held against one another: what is left is to be relied on.</summary>
internal sealed class DeuDates
{
    private const int Longest = 3653;

    private readonly Dictionary<string, (DeuDate Introduced, DeuDate Adopted)> _days = new(StringComparer.Ordinal);

    private DeuDates()
    {
    }

    /// <summary>Every day that was not simply read, in the order of the table, each once for a proposal.</summary>
    public ImmutableArray<DeuDateFinding> Findings { get; private set; }

    /// <summary>Checks the days of issues.</summary>
    public static DeuDates Of(IReadOnlyList<DeuIssue> issues)
    {
        var dates = new DeuDates();
        foreach (var proposal in issues.GroupBy(issue => issue.Proposal))
        {
            dates.Check([.. proposal]);
        }

        dates.Findings =
        [
            .. issues.SelectMany(dates.Both)
                .Where(entry => entry.Date.State != DeuDateState.Plain)
                .GroupBy(entry => entry)
                .Select(entry => new DeuDateFinding(entry.Key.Proposal, entry.Key.Column, entry.Key.Date, entry.Count())),
        ];
        return dates;
    }

    /// <summary>The days on which an issue was introduced and adopted; null where that is not known.</summary>
    public (DateOnly? Introduced, DateOnly? Adopted) Of(DeuIssue issue) => (_days[issue.Number].Introduced.Day, _days[issue.Number].Adopted.Day);

    private IEnumerable<(string Proposal, string Column, DeuDate Date)> Both(DeuIssue issue) =>
        [(issue.Proposal, "intro", _days[issue.Number].Introduced), (issue.Proposal, "finact", _days[issue.Number].Adopted)];

    private void Check(DeuIssue[] issues)
    {
        var introduced = Agreed([.. issues.Select(issue => Numbered(issue.Introduced, issue.Proposal))]);
        var adopted = Agreed([.. issues.Select(issue => issue.Adopted)]);
        foreach (var (index, issue) in issues.Index())
        {
            _days[issue.Number] = InOrder(introduced[index], adopted[index]);
        }
    }

    /// <summary>A number of a proposal begins with its year, which a day of introduction may differ from by one.</summary>
    private static DeuDate Numbered(DeuDate date, string proposal)
    {
        var digits = proposal.AsSpan(proposal.Length > 0 && char.IsLetter(proposal[0]) ? 1 : 0);
        digits = digits[..Math.Min(2, digits.Length)];
        return date.Day is { } day && digits.Length == 2 && char.IsAsciiDigit(digits[0]) && char.IsAsciiDigit(digits[1])
            && Math.Abs((day.Year % 100) - int.Parse(digits, CultureInfo.InvariantCulture)) is > 1 and < 99
            ? date.Doubted($"the proposal is numbered as of {digits}")
            : date;
    }

    private static DeuDate[] Agreed(DeuDate[] dates) => dates.Select(date => date.Day).OfType<DateOnly>().Distinct().Count() > 1
        ? Array.ConvertAll(dates, date => date.Doubted("issues of this proposal give different days"))
        : dates;

    private static (DeuDate Introduced, DeuDate Adopted) InOrder(DeuDate introduced, DeuDate adopted)
    {
        var reason = introduced.Day is not { } from || adopted.Day is not { } to ? null
            : to < from ? "adopted before it was introduced"
            : to.DayNumber - from.DayNumber > Longest ? "more than ten years from introduction to adoption"
            : null;
        return reason is null ? (introduced, adopted) : (introduced.Doubted(reason), adopted.Doubted(reason));
    }
}
