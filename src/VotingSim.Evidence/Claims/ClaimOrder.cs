namespace VotingSim.Evidence.Claims;

/// <summary>The order in which findings are shown.</summary>
public static class ClaimOrder
{
    /// <summary>What speaks against the model first; within a verdict those of which it says otherwise, and then the order of the claims.</summary>
    public static IReadOnlyList<ClaimFinding> Of(IEnumerable<ClaimFinding> findings) =>
        [.. findings.OrderBy(finding => finding.Verdict).ThenBy(finding => finding.Reading != ClaimReading.Otherwise)];
}
