namespace VotingSim.Statistics.Discovery;

/// <summary>The points that a box is looked for in.</summary>
internal sealed class CaseSpace
{
    private readonly IReadOnlyList<double[]> _points;
    private readonly IReadOnlyList<bool> _isCase;
    private readonly int[][] _orders;
    private readonly int _cases;

    public CaseSpace(IReadOnlyList<double[]> points, IReadOnlyList<bool> isCase)
    {
        (_points, _isCase, _cases) = (points, isCase, isCase.Count(isIt => isIt));
        _orders = [.. Enumerable.Range(0, points[0].Length).Select(Order)];

        int[] Order(int parameter)
        {
            var order = Enumerable.Range(0, points.Count).ToArray();
            Array.Sort([.. points.Select(point => point[parameter])], order);
            return order;
        }
    }

    /// <summary>Number of points.</summary>
    public int Points => _points.Count;

    /// <summary>Number of parameters.</summary>
    public int Parameters => _orders.Length;

    /// <summary>The box of some bounds, with what it holds.</summary>
    public PrimBox Box(Bounds bounds)
    {
        var (points, cases) = Count(bounds);
        var restricted = Enumerable.Range(0, Parameters).Where(bounds.Restricts);
        return new()
        {
            Restrictions = [.. restricted.Select(parameter =>
                new PrimRestriction(parameter, bounds.Low[parameter], bounds.High[parameter], P(parameter)))],
            Points = points,
            Cases = cases,
            Coverage = Ratio(cases, _cases),
            Density = (double)cases / points,
            Mass = (double)points / Points,
        };

        double P(int parameter)
        {
            var (all, allCases) = Count(bounds, except: parameter);
            return Distributions.BinomialUpperTail(cases, points, (double)allCases / all);
        }
    }

    /// <summary>The score of a box alone, which is quicker told.</summary>
    public double Score(Bounds bounds)
    {
        var (points, cases) = Count(bounds);
        return Ratio(2 * cases, points + _cases);
    }

    /// <summary>Points and cases inside some bounds.</summary>
    public (int Points, int Cases) Count(Bounds bounds, int except = -1)
    {
        var (count, cases) = (0, 0);
        for (var point = 0; point < _points.Count; point++)
        {
            if (bounds.Hold(_points[point], except))
            {
                count++;
                cases += _isCase[point] ? 1 : 0;
            }
        }

        return (count, cases);
    }

    /// <summary>The points inside some bounds, in rising order of a parameter: its values, and how many cases are among the first so many.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <param name="isInside">Which points are inside.</param>
    public (double[] Values, int[] Cases) Ordered(int parameter, ReadOnlySpan<bool> isInside)
    {
        var (values, cases) = (new List<double>(), new List<int> { 0 });
        foreach (var point in _orders[parameter])
        {
            if (isInside[point])
            {
                values.Add(_points[point][parameter]);
                cases.Add(cases[^1] + (_isCase[point] ? 1 : 0));
            }
        }

        return ([.. values], [.. cases]);
    }

    /// <summary>Which points are inside some bounds.</summary>
    /// <param name="bounds">The bounds.</param>
    /// <param name="except">A parameter that is not looked at; -1 for none.</param>
    public bool[] Inside(Bounds bounds, int except = -1) => [.. _points.Select(point => bounds.Hold(point, except))];

    private static double Ratio(int part, int whole) => whole == 0 ? 0 : (double)part / whole;
}
