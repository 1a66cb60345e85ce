using VotingSim.Deliberation;

namespace VotingSim.Grains.Tests;

internal static class PlainLoss
{
    /// <summary>D_i(y) with linear loss on one issue.</summary>
    public static double Of(DeliberationTerms terms, int seat, double text) =>
        terms.Crisis.Stances[seat].Salience[0] / 100 * Math.Abs(text - terms.Crisis.Stances[seat].Position[0]) / 100;
}
