namespace VotingSim.Grains.Tests;

internal static class Agreement
{
    /// <summary>Both undefined, or within 1e-9: what rounding may do to two orders of the same sums.</summary>
    public static void ShouldAgreeWith(this double actual, double plain)
    {
        if (double.IsNaN(plain))
        {
            actual.ShouldBe(double.NaN);
        }
        else
        {
            actual.ShouldBe(plain, 1e-9);
        }
    }
}
