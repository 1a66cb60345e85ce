using System.Collections.Immutable;

namespace VotingSim.Analysis.Documents;

/// <summary>What a sweep says about an output of a crisis and rule.</summary>
/// <param name="Crisis">Name of the crisis.</param>
/// <param name="Rule">Name of the rule.</param>
/// <param name="Output">Name of the output.</param>
/// <param name="Varies">Whether the output varies over the design points and is defined at all of them.</param>
/// <param name="Parameters">The swept parameters, in order.</param>
/// <param name="Tornado">The output at either end of each parameter, widest difference first.</param>
public sealed record SensitivityDocument(
    string Crisis, string Rule, string Output, bool Varies, ImmutableArray<ParameterDocument> Parameters, ImmutableArray<TornadoDocument> Tornado);
