namespace VotingSim.Classroom.Deliberations;

/// <summary>A place at which an answer changes as a value grows.</summary>
/// <param name="Below">The highest value at which the one answer was found.</param>
/// <param name="Above">The lowest value above it at which the other was.</param>
/// <param name="Before">The answer below.</param>
/// <param name="After">The answer above.</param>
public readonly record struct Turn(double Below, double Above, int Before, int After);
