using VotingSim.Worlds;

namespace VotingSim.Configuration.Parameters;

/// <summary>An uncertain parameter.</summary>
/// <param name="Parameter">The parameter.</param>
/// <param name="Prior">What it is drawn from; null where it is a column of the posterior.</param>
/// <param name="Scales">Whether what is drawn multiplies what is configured.</param>
internal sealed record Uncertain(Parameter Parameter, Prior? Prior, bool Scales);
