using System.Globalization;

namespace VotingSim.Benchmarks.Performance;

/// <summary>Something measured several times, in turn with what it is compared with.</summary>
/// <param name="Name">What was measured.</param>
/// <param name="Values">What was found, turn by turn.</param>
internal sealed record Measured(string Name, double[] Values)
{
    public double Median => Values.Order().ElementAt(Values.Length / 2);

    /// <summary>Measures several things in turn (A B C A B C ...), after a warm-up of each.</summary>
    public static Measured[] InTurn(int turns, int warmUps, params (string Name, Func<double> Measure)[] things)
    {
        var values = Array.ConvertAll(things, _ => new double[turns]);
        for (var turn = -warmUps; turn < turns; turn++)
        {
            for (var thing = 0; thing < things.Length; thing++)
            {
                values[thing][Math.Max(turn, 0)] = things[thing].Measure();
            }
        }

        return [.. things.Zip(values, (thing, found) => new Measured(thing.Name, found))];
    }

    /// <summary>Compared turn by turn, so that what slows the machine down slows both sides down.</summary>
    public Measured With(Measured other, Func<double, double, double> compare) => new(Name, [.. Values.Zip(other.Values, compare)]);

    /// <summary>Ratio to something else.</summary>
    public Measured Over(Measured other) => With(other, (own, others) => own / others);

    /// <summary>What it takes more than something else.</summary>
    public Measured Less(Measured other) => With(other, (own, others) => own - others);

    /// <summary>Median, the least and the most.</summary>
    public string Text(string format = "F1")
    {
        return $"{Of(Median)} [{Of(Values.Min())}, {Of(Values.Max())}]";

        string Of(double value) => value.ToString(format, CultureInfo.InvariantCulture);
    }
}
