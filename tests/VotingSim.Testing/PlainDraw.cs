using System.Text;

namespace VotingSim.Testing;

/// <summary>Section 7 of docs/model.md for one number at a time: <see cref="PlainPhilox"/>, and System.Math for the rest.</summary>
public sealed class PlainDraw
{
    private readonly uint[] _words;

    private PlainDraw(uint[] words) => _words = words;

    /// <summary>The draw of a member on an issue in a round.</summary>
    public static PlainDraw Of(ulong seed, uint replication, int round, int member, int issue, uint purpose) =>
        new(PlainPhilox.Words(seed, replication, (uint)round, (uint)(member + (65536 * issue)), purpose));

    /// <summary>Section 8: the draw of a name, whose 32-bit FNV-1a hash stands in the place of member and issue.</summary>
    public static PlainDraw Of(ulong seed, uint draw, string name)
    {
        var hash = 2166136261;
        foreach (var letter in Encoding.UTF8.GetBytes(name))
        {
            hash = unchecked((hash ^ letter) * 16777619);
        }

        return new(PlainPhilox.Words(seed, draw, 0, hash, 6));
    }

    /// <summary>u1, uniform on (0, 1).</summary>
    public double Uniform => PlainPhilox.Unit(_words[0], _words[1]);

    /// <summary>u2, uniform on (0, 1), of the other two words.</summary>
    public double Second => PlainPhilox.Unit(_words[2], _words[3]);

    /// <summary>Lambda, logistic with location 0 and scale 1.</summary>
    public double Logistic => Math.Log(Uniform / (1 - Uniform));

    /// <summary>z, normal with mean 0 and deviation 1, by the first of Box and Muller's two.</summary>
    public double Normal => Math.Sqrt(-2 * Math.Log(Uniform)) * Math.Cos(2 * Math.PI * Second);
}
