using VotingSim.Configuration.Cases;
using VotingSim.Evidence.Cases;

namespace VotingSim.Evidence.Baselines;

/// <summary>Everything is adopted by consent.</summary>
public sealed class AlwaysByConsent : Baseline
{
    /// <inheritdoc/>
    public override string Name => "consent";

    /// <inheritdoc/>
    public override string Title => "always by consent";

    /// <inheritdoc/>
    public override Forecast Of(Case one, IReadOnlyList<Case> others) => new() { Consent = 1 };
}
