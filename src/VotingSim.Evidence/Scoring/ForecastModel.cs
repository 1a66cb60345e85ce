using System.Collections.Immutable;
using VotingSim.Evidence.Cases;

namespace VotingSim.Evidence.Scoring;

/// <summary>A model with what it says of every case.</summary>
/// <param name="Name">The word by which files call it.</param>
/// <param name="Title">What it is, in a few words.</param>
/// <param name="IsBaseline">Whether it is one of those that a model has to beat.</param>
/// <param name="Forecasts">What it says of each case, in their order.</param>
public sealed record ForecastModel(string Name, string Title, bool IsBaseline, ImmutableArray<Forecast> Forecasts);
