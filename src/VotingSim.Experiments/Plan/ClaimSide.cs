using System.Collections.Immutable;
using VotingSim.Deliberation;

namespace VotingSim.Experiments.Plan;

/// <summary>One of the sides that a claim compares.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Value">What a median elasticity is taken by; NaN where that is not said.</param>
/// <param name="Terms">The terms of each of its crises.</param>
/// <param name="Fingerprint">Of its resolved configuration: two sides that have the same are the same.</param>
public sealed record ClaimSide(string Name, double Value, ImmutableArray<DeliberationTerms> Terms, string Fingerprint);
