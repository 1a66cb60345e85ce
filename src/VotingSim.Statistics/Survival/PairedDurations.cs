namespace VotingSim.Statistics.Survival;

/// <summary>Times to decision of two arms in the same worlds, as joint counts: what a paired comparison needs, whatever the number of
/// worlds.</summary>
/// <remarks>
/// The arms of an experiment meet the same luck replication by replication, so that their times depend on each other and the replication is what is
/// drawn at random. A deliberation that is undecided at its arm's horizon is censored there, and nothing is censored earlier. Memory grows with the
/// product of the two numbers of rounds.
/// </remarks>
public sealed class PairedDurations
{
    private readonly double[] _daysA;
    private readonly double[] _daysB;
    private readonly long[,] _counts;

    /// <summary>Prepares counts of zero.</summary>
    /// <param name="horizonRoundsA">Rounds until the horizon of arm a, the baseline. Range: &gt;= 1.</param>
    /// <param name="roundDaysA">Days in a round of arm a. Range: &gt; 0.</param>
    /// <param name="horizonRoundsB">Rounds until the horizon of arm b.</param>
    /// <param name="roundDaysB">Days in a round of arm b.</param>
    public PairedDurations(int horizonRoundsA, double roundDaysA, int horizonRoundsB, double roundDaysB)
    {
        (_daysA, _daysB) = (Days(horizonRoundsA, roundDaysA), Days(horizonRoundsB, roundDaysB));
        _counts = new long[horizonRoundsA + 1, horizonRoundsB + 1];
    }

    /// <summary>Number of worlds.</summary>
    public long Worlds { get; private set; }

    /// <summary>Counts worlds.</summary>
    /// <param name="roundA">Rounds that arm a held. Range: 1 to its horizon; the horizon where undecided.</param>
    /// <param name="decidedA">Whether arm a decided.</param>
    /// <param name="roundB">Rounds that arm b held.</param>
    /// <param name="decidedB">Whether arm b decided.</param>
    /// <param name="count">How many such worlds.</param>
    public void Add(int roundA, bool decidedA, int roundB, bool decidedB, long count = 1)
    {
        _counts[Index(roundA, decidedA, _daysA.Length), Index(roundB, decidedB, _daysB.Length)] += count;
        Worlds += count;
    }

    /// <summary>Compares arm b with arm a.</summary>
    public PairedComparison Compare()
    {
        var (data, rowsA, rowsB) = Marginals();
        var model = CoxModel.Fit(data);
        var coefficient = model.Coefficients[0];
        var hazardRatio = coefficient.HazardRatio;
        var p = double.NaN;
        if (double.IsFinite(coefficient.Value))
        {
            // The sandwich with the world as cluster: both arms' residuals of a world are summed before they are squared.
            var (_, clustered) = SumOfSquares(model.ScoreResiduals(atEstimate: true), rowsA, rowsB);
            var robust = coefficient with { StandardError = coefficient.StandardError * coefficient.StandardError * Math.Sqrt(clustered) };
            (hazardRatio, p) = (robust.HazardRatio, robust.P);
        }

        var (score, squares) = SumOfSquares(model.ScoreResiduals(atEstimate: false), rowsA, rowsB);
        var (earlier, same) = Order();
        return new()
        {
            Worlds = Worlds,
            HazardRatio = hazardRatio,
            HazardRatioP = p,
            Status = model.Status,
            LogRank = new(squares > 0 ? score * score / squares : double.NaN, 1),
            Horizon = Horizon,
            RestrictedMeanDifference = Difference(),
            Earlier = Proportion.Wilson(earlier, Worlds),
            Same = Proportion.Wilson(same, Worlds),
            Later = Proportion.Wilson(Worlds - earlier - same, Worlds),
        };
    }

    /// <summary>Tests whether the hazard ratio stays the same over time, with a variance that allows for the pairing; undefined unless the model
    /// converged. A small p says that one hazard ratio does not tell the whole story.</summary>
    /// <remarks>The robust score test of an added term arm times g(t) (Grambsch &amp; Therneau 1994, Biometrika 81(3), 515-526,
    /// doi:10.1093/biomet/81.3.515; Lin &amp; Wei 1989, J. Am. Stat. Assoc. 84(408), 1074-1078, doi:10.1080/01621459.1989.10478874): the parts of
    /// both arms of a world are summed before they are squared.</remarks>
    /// <param name="scale">g: the scale of time.</param>
    public ChiSquareTest Proportionality(TimeScale scale = TimeScale.KaplanMeier)
    {
        var (data, rowsA, rowsB) = Marginals();
        var model = CoxModel.Fit(data);
        if (model.Status != CoxStatus.Converged)
        {
            return new(double.NaN, 1);
        }

        var (drift, squares) = SumOfSquares(Survival.Proportionality.DriftResiduals(data, model, scale), rowsA, rowsB);
        return new(squares > 0 ? drift * drift / squares : double.NaN, 1);
    }

    // Both arms are observed until here.
    private double Horizon => Math.Min(_daysA[^1], _daysB[^1]);

    private static double[] Days(int rounds, double days)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rounds, 1);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(days);
        return [.. Enumerable.Range(1, rounds).Select(round => round * days)];
    }

    private static int Index(int round, bool decided, int rounds) =>
        round < 1 || round > rounds ? throw new ArgumentOutOfRangeException(nameof(round), round, $"Expected a round of 1 to {rounds}.")
        : decided ? round - 1
        : round == rounds ? rounds
        : throw new ArgumentOutOfRangeException(nameof(round), round, $"An undecided deliberation holds all {rounds} rounds.");

    // What each arm has by itself, and the row of each of its times; -1 where there is none.
    private (CoxData Data, int[] RowsA, int[] RowsB) Marginals()
    {
        var (a, b) = (new long[_daysA.Length + 1], new long[_daysB.Length + 1]);
        for (var i = 0; i < a.Length; i++)
        {
            for (var j = 0; j < b.Length; j++)
            {
                a[i] += _counts[i, j];
                b[j] += _counts[i, j];
            }
        }

        var data = new CoxData(["b"]);
        return (data, Rows(0, a, _daysA), Rows(1, b, _daysB));

        int[] Rows(double arm, long[] counts, double[] days)
        {
            var rows = new int[counts.Length];
            for (var index = 0; index < counts.Length; index++)
            {
                rows[index] = counts[index] > 0 ? data.Rows.Count : -1;
                data.Add([arm], days[Math.Min(index, days.Length - 1)], index < days.Length, counts[index]);
            }

            return rows;
        }
    }

    private (double Sum, double Squares) SumOfSquares(double[] residuals, int[] rowsA, int[] rowsB)
    {
        var (sum, squares) = (0.0, 0.0);
        for (var i = 0; i < rowsA.Length; i++)
        {
            for (var j = 0; j < rowsB.Length; j++)
            {
                if (_counts[i, j] > 0)
                {
                    var world = residuals[rowsA[i]] + residuals[rowsB[j]];
                    sum += _counts[i, j] * world;
                    squares += _counts[i, j] * world * world;
                }
            }
        }

        return (sum, squares);
    }

    private (long Earlier, long Same) Order()
    {
        var (earlier, same) = (0L, 0L);
        for (var i = 0; i <= _daysA.Length; i++)
        {
            for (var j = 0; j <= _daysB.Length; j++)
            {
                var (a, b) = (UntilHorizon(_daysA, i, double.PositiveInfinity), UntilHorizon(_daysB, j, double.PositiveInfinity));
                earlier += b < a ? _counts[i, j] : 0;
                same += b == a ? _counts[i, j] : 0;
            }
        }

        return (earlier, same);
    }

    private Estimate Difference()
    {
        var sum = 0.0;
        var deviations = 0.0;
        for (var pass = 0; pass < 2; pass++)
        {
            var mean = sum / Worlds;
            for (var i = 0; i <= _daysA.Length; i++)
            {
                for (var j = 0; j <= _daysB.Length; j++)
                {
                    var difference = UntilHorizon(_daysB, j, Horizon) - UntilHorizon(_daysA, i, Horizon);
                    sum += pass == 0 ? _counts[i, j] * difference : 0;
                    deviations += pass == 0 ? 0 : _counts[i, j] * (difference - mean) * (difference - mean);
                }
            }
        }

        if (Worlds < 2)
        {
            return new(sum / Worlds, double.NaN, double.NaN);
        }

        var half = Distributions.StudentQuantile975(Worlds - 1) * Math.Sqrt(deviations / (Worlds - 1) / Worlds);
        return new(sum / Worlds, (sum / Worlds) - half, (sum / Worlds) + half);
    }

    // The day of the decision, or something else where there is none before the common horizon.
    private double UntilHorizon(double[] days, int index, double otherwise) =>
        index < days.Length && days[index] <= Horizon ? days[index] : otherwise;
}
