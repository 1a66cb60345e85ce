using System.Text.Json;
using VotingSim.Evidence.Claims;
using VotingSim.Experiments.Plan;

namespace VotingSim.Cli.Documents;

/// <summary>What <c>claims --format json</c> writes; its fields are in the codebook.</summary>
internal sealed record ClaimsDocument(ulong Seed, int Worlds, IEnumerable<ClaimDocument> Claims)
{
    public static ClaimsDocument Of(IReadOnlyList<ClaimFinding> findings, ulong seed) =>
        new(seed, findings[0].Worlds, ClaimOrder.Of(findings).Select(ClaimDocument.Of));
}

/// <summary>A claim and what was found.</summary>
internal sealed record ClaimDocument(
    string Claim,
    string Title,
    string Text,
    string Source,
    string Certainty,
    string? Disputed,
    string Verdict,
    string Model,
    string Quantity,
    double ExpectedLow,
    double ExpectedHigh,
    double Estimate,
    LimitsDocument EstimateInterval,
    ObservedDocument? Observed,
    string? HangsOn,
    IEnumerable<SwitchDocument> Switches)
{
    public static ClaimDocument Of(ClaimFinding finding)
    {
        var claim = finding.Claim;
        return new(
            claim.Name,
            claim.Title,
            claim.Text,
            claim.Source,
            Word(claim.Certainty),
            claim.Disputed,
            Word(finding.Verdict),
            Word(finding.Reading),
            Word(claim.Quantity),
            claim.AtLeast,
            claim.AtMost,
            finding.Estimate.Value,
            LimitsDocument.Of(finding.Estimate),
            claim.Observed is { } observed ? ObservedDocument.Of(observed) : null,
            finding.HangsOn?.Switch.Name,
            finding.Switches.Select(SwitchDocument.Of));

        static string Word<T>(T value)
            where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());
    }
}

/// <summary>What the record says.</summary>
internal sealed record ObservedDocument(double Value, LimitsDocument Interval, string Source)
{
    public static ObservedDocument Of(ClaimObservation observed) =>
        new(observed.Value, LimitsDocument.Of(new(observed.Value, observed.Low, observed.High)), observed.Source);
}

/// <summary>The quantity without a mechanism.</summary>
internal sealed record SwitchDocument(string Mechanism, string Symbol, double Without, LimitsDocument WithoutInterval)
{
    public static SwitchDocument Of(SwitchedOff off) => new(off.Switch.Name, off.Switch.Symbol, off.Without.Value, LimitsDocument.Of(off.Without));
}
