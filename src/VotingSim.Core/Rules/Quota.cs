namespace VotingSim.Rules;

/// <summary>What a weight must reach or exceed: a share of the whole, or a count.</summary>
/// <param name="Amount">A share from 0 to 1, or what is one when divided by <see cref="Divisor"/>; a weight where <paramref name="IsCount"/>.</param>
/// <param name="IsCount">Whether the amount is a weight and not a share.</param>
/// <param name="Exceeded">Whether the amount must be exceeded and not only reached.</param>
public readonly record struct Quota(decimal Amount, bool IsCount, bool Exceeded)
{
    private readonly int _divisorLessOne; // so that a quota that nothing is said of is divided by 1

    /// <summary>What the amount is divided by: 3 in a quota of two thirds, which no decimal fraction is. Range: 1 upwards; default 1.</summary>
    public int Divisor
    {
        get => _divisorLessOne + 1;
        init => _divisorLessOne = value - 1;
    }

    /// <summary>The amount over its divisor, as nearly as a decimal fraction can say it.</summary>
    public decimal Share => Amount / Divisor;

    /// <summary>At least a share of the whole, 0 to 1.</summary>
    public static Quota AtLeast(decimal share) => new(share, IsCount: false, Exceeded: false);

    /// <summary>More than a share of the whole, 0 to 1.</summary>
    public static Quota MoreThan(decimal share) => new(share, IsCount: false, Exceeded: true);

    /// <summary>At least a given weight.</summary>
    public static Quota AtLeastCount(decimal weight) => new(weight, IsCount: true, Exceeded: false);

    /// <summary>More than a given weight.</summary>
    public static Quota MoreThanCount(decimal weight) => new(weight, IsCount: true, Exceeded: true);

    /// <summary>The smallest whole weight that satisfies the quota, weights being counted in units of 10^-<paramref name="scale"/>.</summary>
    internal long Of(long whole, int scale)
    {
        var unit = WeightList.PowerOfTen(scale);
        if (IsCount && Amount > whole / unit)
        {
            return whole + 1; // out of reach, and possibly beyond any number of units
        }

        var exact = Amount * (IsCount ? unit : whole);
        if (Divisor == 1)
        {
            var reached = decimal.Ceiling(exact);
            return (long)(Exceeded && reached == exact ? reached + 1 : reached);
        }

        // Multiplied before it is divided, and the remainder kept: 2/3 of nine is six, and not a decimal fraction near it.
        var remainder = exact % Divisor;
        var below = (exact - remainder) / Divisor;
        return (long)(Exceeded || remainder > 0 ? below + 1 : below);
    }
}
