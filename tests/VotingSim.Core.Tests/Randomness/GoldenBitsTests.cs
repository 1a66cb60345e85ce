using System.Runtime.Intrinsics;
using VotingSim.Randomness;

namespace VotingSim.Core.Tests.Randomness;

/// <summary>The bits that every machine is to produce. That they are right is for the other tests; these only must never differ.</summary>
public class GoldenBitsTests
{
    [Theory]
    [InlineData(0, 0, 0, 0, 0x3FEBA5F8A295BEB4, 0x3FFD9585961FCE2A, 0x3FF432B2C61FF83D)]
    [InlineData(20210201, 0, 0, 9, 0x3FBA8F2A38F8C54C, 0xC00140090A61264E, 0x3FE61770E2327123)]
    [InlineData(20210201, 4294967295, 51, 63, 0x3FE5391389ECEBFE, 0x3FE5AF6E445E2592, 0x3FD149F6227092D1)]
    [InlineData(18446744073709551615, 12345, 7, 4, 0x3FD0108F572B86F1, 0xBFF17DDD9E6C1FAB, 0xBFD11ECC39E386EA)]
    public void Draws(ulong seed, uint replication, int round, int member, ulong uniformBits, ulong logisticBits, ulong normalBits)
    {
        var uniform = new double[4];
        new Draw(seed).Uniform(uniform, [replication, replication, replication, replication], round, member, DrawPurpose.Ballot);
        var normal = new Draw(seed).Normal(Vector256.Create((ulong)replication), round, member, 5, DrawPurpose.IdealPoint);

        ShouldHaveBits(uniform[0], uniformBits);
        ShouldHaveBits(Draw.Logistic(Vector256.Create(uniform))[0], logisticBits);
        ShouldHaveBits(normal[0], normalBits);
    }

    [Theory]
    [InlineData(0.1, 0xC0026BB1BBB55515)]
    [InlineData(0.7071067811865475, 0xBFD62E42FEFA39F1)]
    [InlineData(1.4142135623730951, 0x3FD62E42FEFA39F0)]
    [InlineData(3.141592653589793, 0x3FF250D048E7A1BD)]
    [InlineData(1E-300, 0xC085963447F87FB5)]
    [InlineData(1E+300, 0x4085963447F87FB5)]
    public void Log(double x, ulong bits) => ShouldHaveBits(Elementary.Log(x), bits);

    [Theory]
    [InlineData(0.1, 0x3FF1AEC7B35A00D4)]
    [InlineData(-0.35, 0x3FE68CCE09671F71)]
    [InlineData(1, 0x4005BF0A8B14576A)]
    [InlineData(-23.5, 0x3DD11BDA375761F2)]
    [InlineData(146.61446812833233, 0x4D26F157B7D702C8)]
    [InlineData(-708, 0x0017C8AB2288C9AC)]
    public void Exp(double x, ulong bits) => ShouldHaveBits(Elementary.Exp(x), bits);

    [Theory]
    [InlineData(0.1, 0x3FE9E3779B97F4A7)]
    [InlineData(0.2, 0x3FD3C6EF372FE94E)]
    [InlineData(0.3, 0xBFD3C6EF372FE94E)]
    [InlineData(0.625, 0xBFE6A09E667F3BCD)]
    [InlineData(0.790187150607904, 0x3FCFFA62CFC57A20)]
    [InlineData(0.9999, 0x3FEFFFFF9606A38E)]
    public void Cos_of_turns(double turns, ulong bits) => ShouldHaveBits(Elementary.CosOfTurns(turns), bits);

    [Theory]
    [InlineData(0.1, 0x3F406C4363887517)]
    [InlineData(0.5, 0x3FB9FDF8BCCE533F)]
    [InlineData(0.99, 0x3FEEF4C26831A8CE)]
    public void Power_of_3_3(double x, ulong bits) => ShouldHaveBits(Elementary.Power(x, 3.3), bits);

    private static void ShouldHaveBits(double x, ulong bits) => $"{BitConverter.DoubleToUInt64Bits(x):X16}".ShouldBe($"{bits:X16}");
}
