using System.Numerics;
using VotingSim.Rules;

namespace VotingSim.Statistics.Power;

/// <summary>All 2^n coalitions as bits, 64 a word, and what is counted on them a word at a time.</summary>
/// <remarks>
/// A word holds the subsets of the first six seats with the same further members. A member beyond is critical where the word is set and the word
/// without it is not; one of the first six likewise within the word. How many members are critical is added up in bit-sliced counters, 64
/// coalitions at once. Memory 2^n bits, 128 MB at most; time about n 2^n / 64 short steps, on all processors. Counts are whole numbers, so neither
/// their number nor their order changes anything.
/// </remarks>
internal sealed class WinningBits
{
    /// <summary>The largest table.</summary>
    public const int MostMembers = 30;

    private const int Seats = 6;
    private const int ChunkBits = 11;

    // Subsets of six seats with a seat, and of a size.
    private static readonly ulong[] With = [.. Enumerable.Range(0, Seats).Select(seat => Where(subset => (subset >> seat & 1) == 1))];
    private static readonly ulong[] OfSize = [.. Enumerable.Range(0, Seats + 1).Select(size => Where(subset => int.PopCount(subset) == size))];

    private readonly int _members;
    private readonly ulong[] _words;

    private WinningBits(int members) => (_members, _words) = (members, new ulong[1 << Math.Max(0, members - Seats)]);

    /// <summary>Counts the coalitions of a table of at most <see cref="MostMembers"/>.</summary>
    public static CoalitionCounts Count(SeatedRule rule)
    {
        var bits = new WinningBits(rule.Roster.Size);
        var chunk = Math.Min(ChunkBits, BitOperations.Log2((uint)bits._words.Length));
        Parallel.For(0, bits._words.Length >> chunk, index =>
        {
            for (var word = index << chunk; word < index + 1 << chunk; word++)
            {
                bits._words[word] = rule.SufficientInBlock((ulong)word);
            }
        });

        var counts = new CoalitionCounts(rule.Roster.Size);
        Parallel.For(
            0,
            bits._words.Length >> chunk,
            () => new Counter(bits, chunk),
            (index, _, counter) =>
            {
                counter.Count(index);
                return counter;
            },
            counter =>
            {
                lock (counts)
                {
                    counter.AddTo(counts);
                }
            });
        return counts;
    }

    private static ulong Where(Func<int, bool> condition) =>
        Enumerable.Range(0, 64).Where(condition).Aggregate(0UL, (bits, subset) => bits | 1UL << subset);

    /// <summary>Counts by one thread.</summary>
    private sealed class Counter
    {
        private readonly int _members;
        private readonly ulong[] _words;
        private readonly int _chunk;
        private readonly int _row;
        private readonly long[] _winning;
        private readonly long[] _minimal;
        private readonly long[] _winningWith;
        private readonly long[] _critical;
        private readonly long[] _minimalWith;

        // Counts by size of aligned runs of words whose sister is not done yet: one for each length of run.
        private readonly long[] _runs;

        public Counter(WinningBits bits, int chunk)
        {
            (_members, _words, _chunk, _row) = (bits._members, bits._words, chunk, bits._members + 1);
            (_winning, _minimal) = (new long[_row], new long[_row]);
            (_winningWith, _critical, _minimalWith) = (new long[_members * _row], new long[_members * _row], new long[_members * _row]);
            _runs = new long[(chunk + 1) * RunLength];
        }

        private int RunLength => Seats + _chunk + 2;

        /// <summary>Counts an aligned chunk of words.</summary>
        public void Count(int chunk)
        {
            for (var word = chunk << _chunk; word < chunk + 1 << _chunk; word++)
            {
                CountWinning(word);
                if (_words[word] != 0)
                {
                    CountCritical(word);
                }
            }

            // What is above the chunk is the same for all of it.
            var run = _runs.AsSpan(_chunk * RunLength, Seats + _chunk + 1);
            var others = int.PopCount(chunk);
            for (var size = 0; size < run.Length && others + size <= _members; size++)
            {
                _winning[others + size] += run[size];
            }

            for (var above = chunk; above != 0; above &= above - 1)
            {
                Add(run, Seats + _chunk + BitOperations.TrailingZeroCount(above), others);
            }
        }

        public void AddTo(CoalitionCounts counts)
        {
            for (var size = 0; size <= _members; size++)
            {
                counts.Winning[size] += (UInt128)_winning[size];
                counts.Minimal[size] += (UInt128)_minimal[size];
                for (var member = 0; member < _members; member++)
                {
                    counts.WinningWith[member, size] += (UInt128)_winningWith[(member * _row) + size];
                    counts.Critical[member, size] += (UInt128)_critical[(member * _row) + size];
                    counts.MinimalWith[member, size] += (UInt128)_minimalWith[(member * _row) + size];
                }
            }
        }

        /// <summary>Adds a word's coalitions to its run, and a run that is complete to the run of twice the length: the later half has a member
        /// more, who is then counted too.</summary>
        private void CountWinning(int word)
        {
            var bits = _words[word];
            Span<long> single = stackalloc long[Seats + 1];
            for (var size = 0; size <= Seats; size++)
            {
                single[size] = BitOperations.PopCount(bits & OfSize[size]);
            }

            if (bits != 0)
            {
                var others = int.PopCount(word);
                for (var seat = 0; seat < Math.Min(Seats, _members); seat++)
                {
                    var row = (seat * _row) + others;
                    for (var size = 1; size <= Math.Min(Seats, _members); size++)
                    {
                        _winningWith[row + size] += BitOperations.PopCount(bits & With[seat] & OfSize[size]);
                    }
                }
            }

            ReadOnlySpan<long> run = single;
            var level = 0;
            for (; level < _chunk && (word >> level & 1) != 0; level++)
            {
                Add(run, Seats + level, int.PopCount(word >> level));
                var first = _runs.AsSpan(level * RunLength, Seats + level + 2);
                for (var size = 0; size < run.Length; size++)
                {
                    first[size + 1] += run[size];
                }

                run = first;
            }

            var sister = _runs.AsSpan(level * RunLength, RunLength);
            run.CopyTo(sister);
            sister[run.Length] = 0;
        }

        private void Add(ReadOnlySpan<long> run, int seat, int others)
        {
            var row = _winningWith.AsSpan(seat * _row, _row);
            for (var size = 0; size < run.Length && others + size <= _members; size++)
            {
                row[others + size] += run[size];
            }
        }

        private void CountCritical(int word)
        {
            var bits = _words[word];
            Span<ulong> critical = stackalloc ulong[MostMembers];
            Span<int> seats = stackalloc int[MostMembers];
            var present = 0;
            for (var seat = 0; seat < Math.Min(Seats, _members); seat++)
            {
                (seats[present], critical[present]) = (seat, bits & With[seat] & ~(bits << (1 << seat)));
                present++;
            }

            for (var above = word; above != 0; above &= above - 1)
            {
                (seats[present], critical[present]) = (Seats + BitOperations.TrailingZeroCount(above), bits & ~_words[word ^ (above & -above)]);
                present++;
            }

            var (any, minimal) = (0UL, bits);
            ulong ones = 0, twos = 0, fours = 0, eights = 0, sixteens = 0;
            for (var index = 0; index < present; index++)
            {
                var carry = critical[index];
                any |= carry;
                minimal &= carry | (index < Seats && seats[index] < Seats ? ~With[seats[index]] : 0);
                (ones, carry) = (ones ^ carry, ones & carry);
                (twos, carry) = (twos ^ carry, twos & carry);
                (fours, carry) = (fours ^ carry, fours & carry);
                (eights, carry) = (eights ^ carry, eights & carry);
                sixteens ^= carry;
            }

            while (any != 0)
            {
                var position = BitOperations.TrailingZeroCount(any);
                var count = (int)((ones >> position & 1) | (twos >> position & 1) << 1 | (fours >> position & 1) << 2
                    | (eights >> position & 1) << 3 | (sixteens >> position & 1) << 4);
                var equal = any & Same(ones, count) & Same(twos, count >> 1) & Same(fours, count >> 2)
                    & Same(eights, count >> 3) & Same(sixteens, count >> 4);
                any &= ~equal;
                for (var index = 0; index < present; index++)
                {
                    _critical[(seats[index] * _row) + count] += BitOperations.PopCount(critical[index] & equal);
                }
            }

            if (minimal != 0)
            {
                var others = int.PopCount(word);
                for (var size = 0; size <= Seats; size++)
                {
                    if ((minimal & OfSize[size]) is not 0 and var some)
                    {
                        _minimal[others + size] += BitOperations.PopCount(some);
                        for (var index = 0; index < present; index++)
                        {
                            _minimalWith[(seats[index] * _row) + others + size] += BitOperations.PopCount(critical[index] & some);
                        }
                    }
                }
            }

            static ulong Same(ulong slice, int bit) => (bit & 1) == 0 ? ~slice : slice;
        }
    }
}
