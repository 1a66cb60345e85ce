namespace VotingSim.Analysis.Documents;

/// <summary>The mean output at either end of a parameter.</summary>
/// <param name="Parameter">Path of the parameter.</param>
/// <param name="Low">At the low end.</param>
/// <param name="High">At the high end.</param>
public sealed record TornadoDocument(string Parameter, ValueInterval Low, ValueInterval High);
