namespace VotingSim.Statistics.Discovery;

/// <summary>The points that a box is looked for in.</summary>
internal sealed class CaseSpace
{
    private readonly bool[] _isCase;
    private readonly double[][] _columns;
    private readonly bool[] _hasUndefined;
    private readonly int[][] _orders;
    private readonly double[][] _sorted;
    private readonly int _cases;

    public CaseSpace(IReadOnlyList<double[]> points, IReadOnlyList<bool> isCase)
    {
        (_isCase, _cases) = ([.. isCase], isCase.Count(isIt => isIt));
        _columns = [.. Enumerable.Range(0, points[0].Length).Select(parameter => points.Select(point => point[parameter]).ToArray())];
        _hasUndefined = Array.ConvertAll(_columns, column => Array.Exists(column, double.IsNaN));
        _sorted = Array.ConvertAll(_columns, column => (double[])column.Clone());
        _orders = Array.ConvertAll(_sorted, column =>
        {
            var order = Enumerable.Range(0, points.Count).ToArray();
            Array.Sort(column, order);
            return order;
        });
    }

    /// <summary>Number of points.</summary>
    public int Points => _isCase.Length;

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
        var (count, cases, inside) = (0, 0, Inside(bounds, except));
        for (var point = 0; point < inside.Length; point++)
        {
            count += inside[point] ? 1 : 0;
            cases += inside[point] & _isCase[point] ? 1 : 0;
        }

        return (count, cases);
    }

    /// <summary>The points inside some bounds, in rising order of a parameter: its values, and how many cases are among the first so many.</summary>
    /// <param name="parameter">The parameter.</param>
    /// <param name="isInside">Which points are inside.</param>
    public (double[] Values, int[] Cases) Ordered(int parameter, ReadOnlySpan<bool> isInside)
    {
        var (order, sorted, count) = (_orders[parameter], _sorted[parameter], 0);
        foreach (var isIt in isInside)
        {
            count += isIt ? 1 : 0;
        }

        var (values, cases) = (new double[count], new int[count + 1]);
        var end = 0;
        for (var place = 0; place < order.Length; place++)
        {
            var point = order[place];
            if (isInside[point])
            {
                values[end] = sorted[place];
                cases[end + 1] = cases[end] + (_isCase[point] ? 1 : 0);
                end++;
            }
        }

        return (values, cases);
    }

    /// <summary>Which points are inside some bounds.</summary>
    /// <param name="bounds">The bounds.</param>
    /// <param name="except">A parameter that is not looked at; -1 for none.</param>
    public bool[] Inside(Bounds bounds, int except = -1)
    {
        var inside = new bool[Points];
        Array.Fill(inside, true);
        for (var parameter = 0; parameter < _columns.Length; parameter++)
        {
            if (parameter == except || !(bounds.Restricts(parameter) || _hasUndefined[parameter]))
            {
                continue;
            }

            var (column, low, high) = (_columns[parameter], bounds.Low[parameter], bounds.High[parameter]);
            for (var point = 0; point < inside.Length; point++)
            {
                inside[point] &= column[point] >= low & column[point] <= high;
            }
        }

        return inside;
    }

    private static double Ratio(int part, int whole) => whole == 0 ? 0 : (double)part / whole;
}
