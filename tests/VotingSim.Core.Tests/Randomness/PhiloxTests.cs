using System.Runtime.Intrinsics;
using CsCheck;
using VotingSim.Randomness;

namespace VotingSim.Core.Tests.Randomness;

public class PhiloxTests
{
    // Random123 (Salmon et al. 2011), tests/kat_vectors, the three lines of philox4x32 10: counter, key, words.
    [Theory]
    [InlineData("00000000 00000000 00000000 00000000", "00000000 00000000", "6627e8d5 e169c58d bc57ac4c 9b00dbd8")]
    [InlineData("ffffffff ffffffff ffffffff ffffffff", "ffffffff ffffffff", "408f276d 41c83b0e a20bc7c6 6d5451fd")]
    [InlineData("243f6a88 85a308d3 13198a2e 03707344", "a4093822 299f31d0", "d16cfe09 94fdcceb 5001e420 24126ea1")]
    public void The_words_are_the_published_known_answers(string counter, string key, string words)
    {
        var (c, k, expected) = (Parse(counter), Parse(key), Parse(words));

        var drawn = Philox.Draw(Philox.Schedule(((ulong)k[1] << 32) + k[0]), Vector256.Create((ulong)c[0]), c[1], c[2], c[3]);

        Lanes(drawn).ShouldAllBe(lane => lane.SequenceEqual(expected));
        PlainPhilox.Words(((ulong)k[1] << 32) + k[0], c[0], c[1], c[2], c[3]).ShouldBe(expected);
    }

    [Fact]
    public void Every_lane_is_the_plain_generator_at_its_own_counter() =>
        Gen.Select(Gen.ULong, Gen.UInt.Array[4], Gen.UInt, Gen.UInt, Gen.UInt).Sample((key, c0, c1, c2, c3) =>
        {
            var drawn = Philox.Draw(Philox.Schedule(key), Vector256.Create((ulong)c0[0], c0[1], c0[2], c0[3]), c1, c2, c3);

            var lanes = Lanes(drawn);
            for (var lane = 0; lane < c0.Length; lane++)
            {
                lanes[lane].ShouldBe(PlainPhilox.Words(key, c0[lane], c1, c2, c3));
            }
        }, iter: 5000);

    private static uint[] Parse(string words) => [.. words.Split(' ').Select(word => Convert.ToUInt32(word, 16))];

    /// <summary>The four words of each lane. Checked: a word above 2^32 is an error.</summary>
    private static uint[][] Lanes((Vector256<ulong> W0, Vector256<ulong> W1, Vector256<ulong> W2, Vector256<ulong> W3) drawn) =>
        [.. Enumerable.Range(0, 4).Select(lane => new[] { drawn.W0[lane], drawn.W1[lane], drawn.W2[lane], drawn.W3[lane] }.Select(word => checked((uint)word)).ToArray())];
}
