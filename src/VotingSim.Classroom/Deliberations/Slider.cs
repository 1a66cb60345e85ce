namespace VotingSim.Classroom.Deliberations;

/// <summary>A lever as it stands on a page.</summary>
/// <param name="Range">How far it can be moved.</param>
/// <param name="Label">What it is.</param>
/// <param name="High">Where the slider ends.</param>
/// <param name="Usual">The shipped value.</param>
/// <param name="Value">The value that is chosen.</param>
/// <param name="Told">A value in words with its unit.</param>
public sealed record Slider(LeverRange Range, string Label, double High, double Usual, double Value, Func<double, string> Told)
{
    /// <summary>The lever.</summary>
    public Lever Lever => Range.Lever;

    /// <summary>Where it begins.</summary>
    public double Low => Math.Min(Range.Low, Usual);

    /// <summary>Whether it stands where it was shipped.</summary>
    public bool IsUsual => IsNear(Value);

    /// <summary>The value in words.</summary>
    public string Words => Told(Value);

    /// <summary>Whether a value is the shipped one, as far as the slider can tell.</summary>
    public bool IsNear(double value) => Math.Abs(value - Usual) < Range.Step / 2;

    /// <summary>A value as a share of the slider's length.</summary>
    public double ShareOf(double value) => Math.Clamp((value - Low) / (High - Low), 0, 1);
}
