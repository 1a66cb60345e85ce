using VotingSim.Deliberation;

namespace VotingSim.Analysis;

/// <summary>What outcomes are worth to each member by the position and the salience that the configuration gives it, from the columns of a part of
/// the rows.</summary>
/// <remarks>
/// U_i = 1 - (1/K) sum_k (s_ik / 100) (|y_k - X_ik| / 100)^eta, the utility of the model at what is coded instead of at the opinion of the end: a
/// member that was talked out of its position has not thereby got what it wanted. What a world draws of stances and of the exponent is left out.
/// </remarks>
/// <param name="terms">Members, crisis and the exponent of the loss.</param>
internal sealed class MemberUtilities(DeliberationTerms terms)
{
    private const string Outcome = "outcome_";

    private readonly double[][] _utilities = new double[terms.Roster.Size][];
    private int _added;

    /// <summary>Number of issues of the crisis.</summary>
    public int Issues => terms.Crisis.Issues.Length;

    /// <summary>Adds a column; others than outcomes are passed over.</summary>
    /// <returns>The utility of each member, a column each in the order of seats, once the outcomes of all issues are there; else null.</returns>
    public double[][]? Add(string column, double[] values)
    {
        var issue = column.StartsWith(Outcome, StringComparison.Ordinal)
            ? terms.Crisis.Issues.ToList().FindIndex(own => own.Name == column[Outcome.Length..])
            : -1;
        if (issue < 0)
        {
            return null;
        }

        for (var seat = 0; seat < _utilities.Length; seat++)
        {
            if (_added == 0)
            {
                _utilities[seat] = new double[values.Length];
                Array.Fill(_utilities[seat], 1.0);
            }

            var stance = terms.Crisis.Stances[seat];
            var (weight, position, own) = (stance.Salience[issue] / 100 / Issues, stance.Position[issue], _utilities[seat]);
            for (var row = 0; row < own.Length; row++)
            {
                own[row] -= weight * Loss(Math.Abs(values[row] - position) / 100, terms.Settings.LossExponent);
            }
        }

        _added = (_added + 1) % Issues;
        return _added == 0 ? _utilities : null;
    }

    private static double Loss(double distance, double exponent) => exponent == 1 ? distance : Math.Pow(distance, exponent);
}
