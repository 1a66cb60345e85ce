using System.Collections.Immutable;

namespace VotingSim.Report;

/// <summary>A curve with its band.</summary>
/// <param name="Name">Its name in the legend.</param>
/// <param name="Xs">Where it is known, rising.</param>
/// <param name="Ys">Its values.</param>
/// <param name="Low">Lower limits.</param>
/// <param name="High">Upper limits.</param>
internal sealed record DataCurve(
    string Name,
    ImmutableArray<double> Xs,
    ImmutableArray<double> Ys,
    ImmutableArray<double> Low,
    ImmutableArray<double> High);
