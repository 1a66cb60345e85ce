namespace VotingSim.Statistics.Survival;

/// <summary>Small symmetric, positive semi-definite matrices: variances and information.</summary>
internal static class SymmetricMatrix
{
    // Smaller than this part of its diagonal element, what is left of a pivot is rounding.
    private const double Tolerance = 1e-10;

    /// <summary>The inverse, with zeros in the rows and columns that depend on those before them, and which these are.</summary>
    /// <remarks>Gauss-Jordan elimination on the diagonal, which for such a matrix is as stable as Cholesky's method, and yields a generalised
    /// inverse where pivots vanish.</remarks>
    /// <param name="matrix">The matrix.</param>
    /// <param name="isDependent">Which rows are left out.</param>
    /// <param name="least">Pivots below this are rounding whatever the diagonal. Range: &gt;= 0.</param>
    public static double[,] Inverse(double[,] matrix, out bool[] isDependent, double least = 0)
    {
        var size = matrix.GetLength(0);
        var a = (double[,])matrix.Clone();
        isDependent = new bool[size];
        for (var k = 0; k < size; k++)
        {
            var pivot = a[k, k];
            if (!(pivot > Math.Max(least, Tolerance * matrix[k, k])))
            {
                isDependent[k] = true;
                continue;
            }

            for (var i = 0; i < size; i++)
            {
                if (i == k || isDependent[i])
                {
                    continue;
                }

                var factor = a[i, k] / pivot;
                for (var j = 0; j < size; j++)
                {
                    a[i, j] -= j == k ? 0 : factor * a[k, j];
                }

                a[i, k] = -factor;
            }

            for (var j = 0; j < size; j++)
            {
                a[k, j] /= j == k ? 1 : pivot;
            }

            a[k, k] = 1 / pivot;
        }

        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j < size; j++)
            {
                a[i, j] = isDependent[i] || isDependent[j] ? 0 : a[i, j];
            }
        }

        return a;
    }

    /// <summary>A matrix times a vector.</summary>
    public static double[] Times(double[,] matrix, ReadOnlySpan<double> vector)
    {
        var product = new double[matrix.GetLength(0)];
        for (var i = 0; i < product.Length; i++)
        {
            for (var j = 0; j < vector.Length; j++)
            {
                product[i] += matrix[i, j] * vector[j];
            }
        }

        return product;
    }

    /// <summary>A B A, for a symmetric A.</summary>
    public static double[,] Sandwich(double[,] a, double[,] b)
    {
        var size = a.GetLength(0);
        var (left, all) = (new double[size, size], new double[size, size]);
        for (var pass = 0; pass < 2; pass++)
        {
            for (var i = 0; i < size; i++)
            {
                for (var j = 0; j < size; j++)
                {
                    for (var k = 0; k < size; k++)
                    {
                        if (pass == 0)
                        {
                            left[i, j] += a[i, k] * b[k, j];
                        }
                        else
                        {
                            all[i, j] += left[i, k] * a[k, j];
                        }
                    }
                }
            }
        }

        return all;
    }

    /// <summary>x' V⁻¹ x for a normal vector of variance V, with as many degrees of freedom as V has rank.</summary>
    public static ChiSquareTest Test(double[,] variance, ReadOnlySpan<double> vector, double least = 0)
    {
        var solved = Times(Inverse(variance, out var isDependent, least), vector);
        var sum = 0.0;
        for (var i = 0; i < solved.Length; i++)
        {
            sum += solved[i] * vector[i];
        }

        var rank = isDependent.Count(dependent => !dependent);
        return new(rank == 0 ? double.NaN : sum, rank);
    }
}
