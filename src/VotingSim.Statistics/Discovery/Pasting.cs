namespace VotingSim.Statistics.Discovery;

/// <summary>Puts back what was peeled off too much.</summary>
internal static class Pasting
{
    /// <summary>Widens a box as long as its score rises.</summary>
    public static Bounds Of(CaseSpace space, Bounds bounds, PrimOptions options)
    {
        var score = space.Score(bounds);
        while (true)
        {
            var (best, most) = (default(Bounds), score);
            foreach (var wider in Wider(space, bounds, options))
            {
                var candidate = space.Score(wider);
                (best, most) = candidate > most ? (wider, candidate) : (best, most);
            }

            if (best is null)
            {
                return bounds;
            }

            (bounds, score) = (best, most);
        }
    }

    // On each closed side: a slice put back, and the side left open.
    private static IEnumerable<Bounds> Wider(CaseSpace space, Bounds bounds, PrimOptions options)
    {
        for (var parameter = 0; parameter < space.Parameters; parameter++)
        {
            if (!bounds.Restricts(parameter))
            {
                continue;
            }

            var (values, _) = space.Ordered(parameter, space.Inside(bounds, except: parameter));
            var inside = Array.FindAll(values, value => bounds.Holds(parameter, value)).Length;
            var slice = Math.Max(1, (int)(options.Peel * inside));
            var first = Array.FindIndex(values, value => value >= bounds.Low[parameter]);
            if (double.IsFinite(bounds.Low[parameter]))
            {
                yield return bounds.With(parameter, isLow: true, first - slice <= 0 ? double.NegativeInfinity : values[first - slice]);
                yield return bounds.With(parameter, isLow: true, double.NegativeInfinity);
            }

            if (double.IsFinite(bounds.High[parameter]))
            {
                var last = first + inside - 1;
                yield return bounds.With(parameter, isLow: false, last + slice >= values.Length - 1 ? double.PositiveInfinity : values[last + slice]);
                yield return bounds.With(parameter, isLow: false, double.PositiveInfinity);
            }
        }
    }
}
