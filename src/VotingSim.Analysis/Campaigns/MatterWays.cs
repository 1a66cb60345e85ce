using System.Collections.Immutable;
using VotingSim.Experiments.Store;

namespace VotingSim.Analysis.Campaigns;

/// <summary>Counts which way the matters of an arm went.</summary>
/// <param name="end">The last day of the campaigns.</param>
internal sealed class MatterWays(double end)
{
    private const int Texts = 4; // of the ways, those with a text

    private readonly long[] _counts = new long[MatterCount.Endings.Count];
    private readonly long[] _carriedOut = new long[Texts];

    /// <summary>Counts the rows of a part.</summary>
    public async Task AddAsync(ParquetColumns rows)
    {
        var (opened, days) = (await rows.NumbersAsync("opened_day"), await rows.NumbersAsync("days"));
        var (carriedOut, endings, ballots) =
            (await rows.NumbersAsync("carried_out"), await rows.LettersAsync("ending"), await rows.LettersAsync("ballots"));
        for (var row = 0; row < opened.Length; row++)
        {
            var way = opened[row] + days[row] > end ? 6 : endings[row].Span switch
            {
                "minilateral" => 3,
                "failed" => 4,
                "open" => 5,
                _ when ballots[row].Span.Contains('X') => 2,
                "vote" => 1,
                _ => 0,
            };
            _counts[way]++;
            if (way < Texts && carriedOut[row] >= 0.5)
            {
                _carriedOut[way]++;
            }
        }
    }

    /// <summary>What was counted, a campaign.</summary>
    public ImmutableArray<MatterCount> Of(int campaigns) =>
    [
        .. MatterCount.Endings.Select((ending, way) => new MatterCount(
            ending, (double)_counts[way] / campaigns, way < Texts ? (double)_carriedOut[way] / campaigns : double.NaN)),
    ];
}
