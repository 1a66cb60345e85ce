using MathNet.Numerics.Distributions;
using VotingSim.Worlds;

namespace VotingSim.Core.Tests.Worlds;

/// <summary>Inversion, held against the distribution functions of MathNet.Numerics.</summary>
public class PriorTests
{
    public static TheoryData<double> Uniforms() => [1e-12, 0.01, 0.2, 0.25, 0.5, 0.75, 0.9, 0.99, 1 - 1e-9];

    [Theory]
    [MemberData(nameof(Uniforms))]
    public void A_draw_is_the_quantile_of_its_uniform_number(double u)
    {
        var z = Normal.InvCDF(0, 1, u);

        new Prior.Uniform(-2, 6).At(u, z).ShouldBe(ContinuousUniform.InvCDF(-2, 6, u), 1e-12);
        new Prior.LogUniform(0.01, 0.12).At(u, z).ShouldBe(0.01 * Math.Pow(12, u), 1e-14);
        new Prior.Triangular(0, 60, 240).At(u, z).ShouldBe(Triangular.InvCDF(0, 240, 60, u), 1e-9);
        new Prior.Triangular(5, 5, 9).At(u, z).ShouldBe(Triangular.InvCDF(5, 9, 5, u), 1e-9);
        new Prior.Triangular(5, 9, 9).At(u, z).ShouldBe(Triangular.InvCDF(5, 9, 9, u), 1e-9);
        new Prior.Normal(3, 0.5).At(u, z).ShouldBe(Normal.InvCDF(3, 0.5, u), 1e-9);
        new Prior.LogNormal(2, 0.3).At(u, z).ShouldBe(LogNormal.InvCDF(Math.Log(2), 0.3, u), 1e-9);
    }
}
