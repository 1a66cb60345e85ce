namespace VotingSim.Statistics.Discovery;

/// <summary>Takes thin slices off a box.</summary>
internal static class Peeling
{
    /// <summary>The boxes of a peeling, from the whole space to the last that holds enough points, or cases only.</summary>
    /// <param name="space">The points.</param>
    /// <param name="parameters">Parameters that may be restricted.</param>
    /// <param name="options">How much is peeled, and how little may be left.</param>
    public static List<Bounds> Of(CaseSpace space, int[] parameters, PrimOptions options)
    {
        var boxes = new List<Bounds> { Bounds.Open(space.Parameters) };
        while (Next(space, boxes[^1], parameters, options) is { } next)
        {
            boxes.Add(next);
        }

        return boxes;
    }

    private static Bounds? Next(CaseSpace space, Bounds bounds, int[] parameters, PrimOptions options)
    {
        var isInside = space.Inside(bounds);
        var (best, most) = (default(Bounds), double.NegativeInfinity);
        foreach (var parameter in parameters)
        {
            var (values, cases) = space.Ordered(parameter, isInside);
            var (points, all) = (values.Length, cases[^1]);
            if (all == 0 || all == points)
            {
                return null;
            }

            var slice = Math.Max(1, (int)(options.Peel * points));
            Try(parameter, isLow: true, LowCut(values, slice), points, all, values, cases);
            Try(parameter, isLow: false, HighCut(values, slice), points, all, values, cases);
        }

        return best;

        // Where the points from first to end (excluded) stay: the gain in density for each point that goes.
        void Try(int parameter, bool isLow, int cut, int points, int all, double[] values, int[] cases)
        {
            var (left, leftCases) = isLow ? (points - cut, all - cases[cut]) : (cut, cases[cut]);
            if (left == 0 || left == points || left < options.LeastMass * space.Points)
            {
                return;
            }

            var gain = (((double)leftCases / left) - ((double)all / points)) / (points - left);
            if (gain > most)
            {
                (best, most) = (bounds.With(parameter, isLow, isLow ? values[cut] : values[cut - 1]), gain);
            }
        }
    }

    // How many of the lowest go: a slice, but none of the values at its edge; where that is none, all of the lowest value.
    private static int LowCut(double[] values, int slice)
    {
        var cut = slice;
        while (cut > 0 && cut < values.Length && values[cut - 1] == values[cut])
        {
            cut--;
        }

        while (cut == 0 || (cut < values.Length && values[cut - 1] == values[cut]))
        {
            cut++;
        }

        return cut;
    }

    // How many stay when the highest go.
    private static int HighCut(double[] values, int slice)
    {
        var stay = values.Length - slice;
        while (stay > 0 && stay < values.Length && values[stay - 1] == values[stay])
        {
            stay++;
        }

        if (stay == values.Length)
        {
            stay--;
            while (stay > 0 && values[stay - 1] == values[stay])
            {
                stay--;
            }
        }

        return stay;
    }
}
