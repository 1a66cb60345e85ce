using System.Numerics;

namespace VotingSim.Rules;

/// <summary>Exact voting weights of a roster, summed over any coalition in at most eight look-ups.</summary>
/// <remarks>Weights are whole numbers of 10^-<see cref="Scale"/>, so that sums are exact and do not depend on their order.</remarks>
internal sealed class WeightList
{
    private const int Chunk = 8;
    private const decimal LargestTotal = 1e15m;

    private readonly long[] _sums;

    private WeightList(long[] weights, int scale)
    {
        Scale = scale;
        Total = weights.Sum();
        _sums = new long[(weights.Length + Chunk - 1) / Chunk << Chunk];
        for (var index = 0; index < _sums.Length; index++)
        {
            var members = index & 255;
            if (members != 0)
            {
                var lowest = BitOperations.TrailingZeroCount(members);
                var seat = (index >> Chunk) * Chunk + lowest;
                _sums[index] = _sums[index & (index - 1 | ~255)] + (seat < weights.Length ? weights[seat] : 0);
            }
        }
    }

    /// <summary>How many decimals a weight has.</summary>
    public int Scale { get; }

    /// <summary>The weight of all members.</summary>
    public long Total { get; }

    /// <summary>Takes weights as they are written; decimals beyond a total of 10^15 units are rounded.</summary>
    public static WeightList Of(IEnumerable<decimal> weights)
    {
        var exact = weights.Select(weight => weight / 1.0000000000000000000000000000m).ToArray();
        var scale = exact.Max(weight => (int)weight.Scale);
        while (scale > 0 && exact.Sum() > LargestTotal / PowerOfTen(scale))
        {
            scale--;
        }

        return new([.. exact.Select(weight => (long)decimal.Round(weight * PowerOfTen(scale)))], scale);
    }

    /// <summary>The summed weight of a coalition's members.</summary>
    public long WeightOf(Coalition coalition)
    {
        var sum = 0L;
        var members = coalition.Members;
        for (var chunk = 0; members != 0; chunk += 1 << Chunk, members >>= Chunk)
        {
            sum += _sums[chunk + (int)(members & 255)];
        }

        return sum;
    }

    /// <summary>10 to a small power, exactly.</summary>
    public static decimal PowerOfTen(int exponent)
    {
        var power = 1m;
        for (var i = 0; i < exponent; i++)
        {
            power *= 10;
        }

        return power;
    }
}

/// <summary>The weights of the 64 subsets of the first six seats, in order, so that those that reach a weight are one search away.</summary>
internal sealed class BlockWeights
{
    private readonly long[] _ascending;
    private readonly ulong[] _from;

    public BlockWeights(WeightList weights)
    {
        var subsets = Enumerable.Range(0, Block.Size).OrderBy(subset => weights.WeightOf(new((ulong)subset))).ToArray();
        _ascending = [.. subsets.Select(subset => weights.WeightOf(new((ulong)subset)))];
        _from = new ulong[Block.Size + 1];
        for (var rank = Block.Size - 1; rank >= 0; rank--)
        {
            _from[rank] = _from[rank + 1] | 1UL << subsets[rank];
        }
    }

    /// <summary>The subsets that weigh at least so much.</summary>
    public ulong AtLeast(long weight)
    {
        // The six steps of a binary search over 64, and a last one for more than the heaviest; no branch to mispredict.
        var rank = 0;
        for (var step = Block.Size / 2; step > 0; step /= 2)
        {
            rank += _ascending[rank + step - 1] < weight ? step : 0;
        }

        rank += _ascending[rank] < weight ? 1 : 0;
        return _from[rank];
    }
}
