namespace VotingSim.Report.Evidence;

/// <summary>A case as a figure shows it, in the values of its axis.</summary>
/// <param name="Label">What it is called.</param>
/// <param name="Observed">What happened.</param>
/// <param name="IsOpen">Whether it is only known to lie beyond.</param>
/// <param name="Said">What was said: the middle.</param>
/// <param name="Half">The 50 % interval.</param>
/// <param name="Wide">The 90 % interval.</param>
/// <param name="Baseline">What the strongest baseline said. NaN where it said nothing.</param>
internal sealed record CaseRow(
    string Label, double Observed, bool IsOpen, double Said, (double Low, double High) Half, (double Low, double High) Wide, double Baseline);
