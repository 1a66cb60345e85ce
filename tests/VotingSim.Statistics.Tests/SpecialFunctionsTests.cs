using System.Globalization;
using MathNet.Numerics;
using MathNet.Numerics.Distributions;
using MathNet.Numerics.LinearAlgebra;
using VotingSim.Statistics.Survival;

namespace VotingSim.Statistics.Tests;

/// <summary>Our tails, quantiles and inverses, and a library's, against R and closed forms.</summary>
/// <remarks>Why ours: docs/decisions/0013-special-functions.md. R's numbers are made by distributions.R.</remarks>
public class SpecialFunctionsTests
{
    private static readonly Reference[] References =
    [
        .. File.ReadLines(RepositoryRoot.In("tests", "VotingSim.Statistics.Tests", "distributions-expected.txt"))
            .Select(line => line.Split(' '))
            .Select(words => new Reference(words[0], int.Parse(words[1], CultureInfo.InvariantCulture), Number(words[2]), Number(words[3])))
            .Where(reference => reference.Value > 1e-300),
    ];

    [Fact]
    public void Ours_agree_with_R_far_into_the_tails()
    {
        WorstError("chi-square", reference => Distributions.ChiSquareUpperTail(reference.At, reference.Degrees)).ShouldBeLessThan(1e-13);
        WorstError("t", reference => Distributions.StudentTwoSided(reference.At, reference.Degrees)).ShouldBeLessThan(3e-11);
        WorstError("quantile", reference => Distributions.StudentQuantile975(reference.Degrees)).ShouldBeLessThan(1e-11);
    }

    [Fact]
    public void The_library_is_not_nearer_to_R_in_chi_square_and_quantiles_and_as_near_in_t()
    {
        WorstError("chi-square", reference => SpecialFunctions.GammaUpperRegularized(reference.Degrees / 2.0, reference.At / 2))
            .ShouldBeGreaterThan(WorstError("chi-square", reference => Distributions.ChiSquareUpperTail(reference.At, reference.Degrees)));
        WorstError("quantile", reference => StudentT.InvCDF(0, 1, reference.Degrees, 0.975))
            .ShouldBeGreaterThan(WorstError("quantile", reference => Distributions.StudentQuantile975(reference.Degrees)));

        // Both round v / (v + t²), and lose what that loses.
        WorstError("t", reference => 2 * StudentT.CDF(0, 1, reference.Degrees, -reference.At))
            .ShouldBeGreaterThan(WorstError("t", reference => Distributions.StudentTwoSided(reference.At, reference.Degrees)) / 3);
    }

    [Fact]
    public void The_library_loses_the_upper_tail_of_chi_square_and_we_do_not()
    {
        var tail = References.Single(reference => reference is { What: "chi-square", Degrees: 1, At: 80 }).Value;

        (1 - ChiSquared.CDF(1, 80)).ShouldBe(0);
        Distributions.ChiSquareUpperTail(80, 1).ShouldBe(tail, 1e-13 * tail);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(5)]
    [InlineData(7)]
    public void Inverses_of_Hilberts_matrices_are_as_good_as_the_librarys(int size)
    {
        var hilbert = Matrix<double>.Build.Dense(size, size, (i, j) => 1.0 / (i + j + 1));
        var exact = Matrix<double>.Build.Dense(size, size, (i, j) => InverseHilbert(size, i + 1, j + 1));

        var ours = Error(Matrix<double>.Build.DenseOfArray(SymmetricMatrix.Inverse(hilbert.ToArray(), out var isDependent)));

        isDependent.ShouldAllBe(dependent => !dependent);
        ours.ShouldBeLessThan(10 * Error(hilbert.Cholesky().Solve(Matrix<double>.Build.DenseIdentity(size))));

        double Error(Matrix<double> inverse) => (inverse - exact).PointwiseDivide(exact).Enumerate().Max(Math.Abs);
    }

    [Fact]
    public void What_depends_on_earlier_rows_is_left_out_as_R_does_and_the_library_inverts_rounding()
    {
        double[,] matrix = { { 2, 1, 2 }, { 1, 3, 1 }, { 2, 1, 2 } };

        var inverse = SymmetricMatrix.Inverse(matrix, out var isDependent);

        isDependent.ShouldBe([false, false, true]);
        inverse.Cast<double>().Zip([0.6, -0.2, 0, -0.2, 0.4, 0, 0, 0, 0]).ShouldAllBe(pair => Math.Abs(pair.First - pair.Second) < 1e-15);
        Matrix<double>.Build.DenseOfArray(matrix).Cholesky().Solve(Matrix<double>.Build.DenseIdentity(3))[0, 0].ShouldBeGreaterThan(1e15);
    }

    private static double WorstError(string what, Func<Reference, double> value) =>
        References.Where(reference => reference.What == what).Max(reference => Math.Abs((value(reference) / reference.Value) - 1));

    // Choi (1983), Am. Math. Mon. 90(5), 301-312.
    private static double InverseHilbert(int size, int i, int j) => ((i + j) % 2 == 0 ? 1 : -1) * (i + j - 1)
        * SpecialFunctions.Binomial(size + i - 1, size - j) * SpecialFunctions.Binomial(size + j - 1, size - i)
        * Math.Pow(SpecialFunctions.Binomial(i + j - 2, i - 1), 2);

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private sealed record Reference(string What, int Degrees, double At, double Value);
}
