namespace VotingSim.Testing;

/// <summary>Section 7 of docs/model.md for one number at a time: <see cref="PlainPhilox"/>, and System.Math for the rest.</summary>
public static class PlainDraw
{
    /// <summary>Uniform on (0, 1).</summary>
    public static double Uniform(ulong seed, uint replication, int round, int member, int issue, uint purpose)
    {
        var words = Words(seed, replication, round, member, issue, purpose);
        return PlainPhilox.Unit(words[0], words[1]);
    }

    /// <summary>Logistic with location 0 and scale 1.</summary>
    public static double Logistic(ulong seed, uint replication, int round, int member, int issue, uint purpose)
    {
        var u = Uniform(seed, replication, round, member, issue, purpose);
        return Math.Log(u / (1 - u));
    }

    /// <summary>Normal with mean 0 and deviation 1, by the first of Box and Muller's two.</summary>
    public static double Normal(ulong seed, uint replication, int round, int member, int issue, uint purpose)
    {
        var words = Words(seed, replication, round, member, issue, purpose);
        var (u1, u2) = (PlainPhilox.Unit(words[0], words[1]), PlainPhilox.Unit(words[2], words[3]));
        return Math.Sqrt(-2 * Math.Log(u1)) * Math.Cos(2 * Math.PI * u2);
    }

    private static uint[] Words(ulong seed, uint replication, int round, int member, int issue, uint purpose) =>
        PlainPhilox.Words(seed, replication, (uint)round, (uint)(member + (65536 * issue)), purpose);
}
