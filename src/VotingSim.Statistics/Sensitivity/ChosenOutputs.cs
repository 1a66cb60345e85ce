namespace VotingSim.Statistics.Sensitivity;

/// <summary>The outputs at some points, with their sums: what all parameters have in common.</summary>
internal sealed class ChosenOutputs(double[] outputs)
{
    /// <summary>The points; one may be there several times.</summary>
    public int[] Points { get; } = [.. Enumerable.Range(0, outputs.Length)];

    /// <summary>The output at each.</summary>
    public double[] Values { get; } = new double[outputs.Length];

    /// <summary>Sum of the outputs.</summary>
    public double Sum { get; private set; }

    /// <summary>Sum of their squares.</summary>
    public double Squares { get; private set; }

    /// <summary>Takes the outputs of <see cref="Points"/> as they are now.</summary>
    public ChosenOutputs Take()
    {
        var (sum, squares) = (0.0, 0.0);
        for (var place = 0; place < Points.Length; place++)
        {
            var output = outputs[Points[place]];
            Values[place] = output;
            sum += output;
            squares += output * output;
        }

        (Sum, Squares) = (sum, squares);
        return this;
    }
}
