namespace VotingSim.Statistics.Tests.Discovery;

/// <summary>Peeling as a list of points that grows shorter, searched anew at every step.</summary>
internal static class PlainPeeling
{
    public static List<(int Points, int Cases)> Of(double[][] points, bool[] isCase, double peel, double leastMass)
    {
        var left = points.Zip(isCase).Select(pair => (Point: pair.First, IsCase: pair.Second)).ToList();
        var counts = new List<(int, int)>();
        while (true)
        {
            counts.Add((left.Count, left.Count(pair => pair.IsCase)));
            var density = Density(left);
            if (density is 0 or 1)
            {
                return counts;
            }

            var slice = Math.Max(1, (int)(peel * left.Count));
            var candidates = new List<List<(double[] Point, bool IsCase)>>();
            for (var parameter = 0; parameter < points[0].Length; parameter++)
            {
                var x = parameter;
                candidates.Add(Without(left, slice, pair => pair.Point[x]));
                candidates.Add(Without(left, slice, pair => -pair.Point[x]));
            }

            // The first of the best.
            var allowed = candidates.Where(rest => rest.Count > 0 && rest.Count < left.Count && rest.Count >= leastMass * points.Length).ToList();
            if (allowed.Count == 0)
            {
                return counts;
            }

            var gains = allowed.ConvertAll(rest => (Density(rest) - density) / (left.Count - rest.Count));
            left = allowed[gains.IndexOf(gains.Max())];
        }
    }

    private static double Density(List<(double[] Point, bool IsCase)> of) => (double)of.Count(pair => pair.IsCase) / of.Count;

    // The lowest go, but none that ties with one that stays; if that is none, all of the lowest value.
    private static List<(double[] Point, bool IsCase)> Without(
        List<(double[] Point, bool IsCase)> of, int slice, Func<(double[] Point, bool IsCase), double> value)
    {
        var edge = of.Select(value).Order().ElementAt(slice);
        var rest = of.FindAll(pair => value(pair) >= edge);
        return rest.Count < of.Count ? rest : of.FindAll(pair => value(pair) > edge);
    }
}
