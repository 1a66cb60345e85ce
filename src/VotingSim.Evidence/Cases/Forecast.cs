using System.Collections.Immutable;
using VotingSim.Configuration.Cases;
using VotingSim.Deliberation;
using VotingSim.Rules;
using VotingSim.Statistics.Forecasts;

namespace VotingSim.Evidence.Cases;

/// <summary>What a model says of a case without knowing what happened. A part of which it says nothing is empty.</summary>
public sealed record Forecast
{
    private readonly double? _order;

    /// <summary>The text on each issue, if one is adopted; empty where nothing is said. A point has a single value. Unit: issue scale.</summary>
    public ImmutableArray<WeightedSample> Outcome { get; init; } = [];

    /// <summary>Days from the event to the decision, +infinity for never; null where nothing is said.</summary>
    public WeightedSample? Days { get; init; }

    /// <summary>What cases are ordered by, from the soonest on: the median of the days, unless something else is said. NaN where nothing is.</summary>
    public double Order
    {
        get => _order ?? Days?.Quantile(0.5) ?? double.NaN;
        init => _order = value;
    }

    /// <summary>Probability that what is adopted is adopted by consent. Range: 0 to 1. NaN where nothing is said.</summary>
    public double Consent { get; init; } = double.NaN;

    /// <summary>How likely each member stands against what is adopted, in seat order; only the order counts. Empty where nothing is said.</summary>
    public ImmutableArray<double> Against { get; init; } = [];

    /// <summary>What a deliberation in many worlds says.</summary>
    /// <param name="case">The case.</param>
    /// <param name="worlds">What came of it. Text and manner are of the worlds that decided, and without one the status quo; days are of all
    /// worlds.</param>
    public static Forecast Of(Case @case, CaseWorlds worlds)
    {
        ArgumentNullException.ThrowIfNull(@case);
        ArgumentNullException.ThrowIfNull(worlds);
        int[] decided = [.. Enumerable.Range(0, worlds.Count).Where(world => worlds.Decided[world])];
        return new()
        {
            Outcome =
            [
                .. worlds.Outcome.Select((texts, issue) => decided.Length > 0
                    ? WeightedSample.Of([.. decided.Select(world => texts[world])])
                    : WeightedSample.Point(@case.Terms.Crisis.Issues[issue].StatusQuo)),
            ],
            Days = WeightedSample.Of(worlds.Days),
            Consent = decided.Length > 0 ? decided.Average(world => worlds.Endings[world] == Ending.Consent ? 1.0 : 0) : double.NaN,
            Against = decided.Length == 0 ? []
                : [.. @case.Terms.Roster.Members.Select((_, seat) =>
                    decided.Average(world => new Coalition(worlds.Objectors[world]).Contains(seat) ? 1.0 : 0))],
        };
    }
}
