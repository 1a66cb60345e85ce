using System.Runtime.Intrinsics;
using VotingSim.Randomness;

namespace VotingSim.Worlds;

/// <summary>A distribution that an uncertain parameter is drawn from, by inversion of one uniform number.</summary>
public abstract record Prior
{
    private Prior()
    {
    }

    /// <summary>Every value of an interval alike.</summary>
    /// <param name="Low">Smallest value.</param>
    /// <param name="High">Largest value. Range: &gt;= <paramref name="Low"/>.</param>
    public sealed record Uniform(double Low, double High) : Prior
    {
        internal override Vector256<double> At(Vector256<double> u, Vector256<double> z) =>
            Vector256.Create(Low) + (u * Vector256.Create(High - Low));
    }

    /// <summary>Every order of magnitude of an interval alike.</summary>
    /// <param name="Low">Smallest value. Range: &gt; 0.</param>
    /// <param name="High">Largest value. Range: &gt;= <paramref name="Low"/>.</param>
    public sealed record LogUniform(double Low, double High) : Prior
    {
        internal override Vector256<double> At(Vector256<double> u, Vector256<double> z)
        {
            var low = Elementary.Log(Low);
            return Elementary.Exp(Vector256.Create(low) + (u * Vector256.Create(Elementary.Log(High) - low)));
        }
    }

    /// <summary>A most likely value, and falling to nothing at either end.</summary>
    /// <param name="Low">Smallest value.</param>
    /// <param name="Mode">Most likely value. Range: <paramref name="Low"/> to <paramref name="High"/>.</param>
    /// <param name="High">Largest value. Range: &gt; <paramref name="Low"/>.</param>
    public sealed record Triangular(double Low, double Mode, double High) : Prior
    {
        internal override Vector256<double> At(Vector256<double> u, Vector256<double> z)
        {
            var span = High - Low;
            var rising = Vector256.Create(Low) + Vector256.Sqrt(u * Vector256.Create(span * (Mode - Low)));
            var falling = Vector256.Create(High) - Vector256.Sqrt((Vector256<double>.One - u) * Vector256.Create(span * (High - Mode)));
            return Vector256.ConditionalSelect(Vector256.LessThan(u, Vector256.Create((Mode - Low) / span)), rising, falling);
        }
    }

    /// <summary>The normal distribution.</summary>
    /// <param name="Mean">Mean.</param>
    /// <param name="Deviation">Standard deviation. Range: &gt;= 0.</param>
    public sealed record Normal(double Mean, double Deviation) : Prior
    {
        internal override Vector256<double> At(Vector256<double> u, Vector256<double> z) =>
            Vector256.Create(Mean) + (Vector256.Create(Deviation) * z);
    }

    /// <summary>The lognormal distribution.</summary>
    /// <param name="Median">Median. Range: &gt; 0.</param>
    /// <param name="LogDeviation">Standard deviation of the logarithm. Range: &gt;= 0.</param>
    public sealed record LogNormal(double Median, double LogDeviation) : Prior
    {
        internal override Vector256<double> At(Vector256<double> u, Vector256<double> z) =>
            Vector256.Create(Median) * Elementary.Exp(Vector256.Create(LogDeviation) * z);
    }

    /// <summary>Whether it reads the normal number and not the uniform one.</summary>
    internal bool ReadsNormal => this is Normal or LogNormal;

    /// <summary>The value at a draw.</summary>
    /// <param name="u">A uniform number in (0, 1).</param>
    /// <param name="z">The standard normal number of the same words, which the normal kinds read instead.</param>
    public double At(double u, double z) => At(Vector256.Create(u), Vector256.Create(z)).ToScalar();

    /// <summary>The values at four draws; the same sequence of operations as for one.</summary>
    internal abstract Vector256<double> At(Vector256<double> u, Vector256<double> z);
}
