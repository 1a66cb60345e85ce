namespace VotingSim.Statistics.Discovery;

/// <summary>Scenario discovery: the box of parameters in which an outcome is at home, by the patient rule induction method.</summary>
/// <remarks>
/// Peeling starts from the whole space and takes, again and again, a small share of the points off the low or the high side of one parameter: the
/// side that raises the density of cases most for each point that goes. Friedman &amp; Fisher (1999), Stat. Comput. 9(2), 123-143,
/// doi:10.1023/A:1008894516817; the division by the points that go, which matters where many values are the same, is of Kwakkel &amp; Jaxa-Rozen
/// (2016), Environ. Model. Softw. 79, 311-321, doi:10.1016/j.envsoft.2015.11.020; coverage, density and quasi-p-values are of Bryant &amp; Lempert
/// (2010), Technol. Forecast. Soc. Change 77(1), 34-49, doi:10.1016/j.techfore.2009.08.002.
/// <para>
/// The analyst's choices are rules here. The box of a trajectory is that of the best score, the harmonic mean of coverage and density; the first of
/// equal ones. A first peeling over all parameters says which matter: of those that its box restricts, at most three, and only such whose
/// quasi-p-value times the number of parameters (Bonferroni's correction for the search) is at most 0.05, the smallest first. Peeling starts again
/// over these alone, until all of them pass. Its box is then pasted: of the slices that could be put back, and the sides that could be left open,
/// the one that raises the score most is done, as long as there is one. Bounds are values of points, and known to about the share of a peel.
/// Nothing is random; of equal candidates the first parameter's low side comes first.
/// </para>
/// </remarks>
public static class Prim
{
    /// <summary>Looks for the box.</summary>
    /// <param name="points">Value of each parameter at each point.</param>
    /// <param name="isCase">Whether the point has the outcome in question.</param>
    /// <param name="options">How; null for the defaults.</param>
    /// <exception cref="ArgumentException">There are no points, not as many outcomes, or rows of different length.</exception>
    public static PrimResult Of(IReadOnlyList<double[]> points, IReadOnlyList<bool> isCase, PrimOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(points);
        ArgumentNullException.ThrowIfNull(isCase);
        if (points.Count == 0 || points.Count != isCase.Count || points.Any(point => point.Length != points[0].Length))
        {
            throw new ArgumentException(
                $"{points.Count} points and {isCase.Count} outcomes; there must be one for each, and points of one length.", nameof(points));
        }

        var (space, chosen) = (new CaseSpace(points, isCase), options ?? new());
        int[] parameters = [.. Enumerable.Range(0, points[0].Length)];
        while (true)
        {
            var peeled = Peeling.Of(space, parameters, chosen);
            var best = peeled.MaxBy(space.Score)!;
            var significant = space.Box(best).Restrictions.Where(restriction => restriction.P * points[0].Length <= chosen.LargestP)
                .OrderBy(restriction => restriction.P).ThenBy(restriction => restriction.Parameter)
                .Take(chosen.MostParameters).Select(restriction => restriction.Parameter).Order().ToArray();
            if (significant.Length == 0)
            {
                return new([.. peeled.Select(space.Box)], null);
            }

            if (significant.Length == parameters.Length)
            {
                return new([.. peeled.Select(space.Box)], space.Box(Pasting.Of(space, best, chosen)));
            }

            parameters = significant;
        }
    }
}
