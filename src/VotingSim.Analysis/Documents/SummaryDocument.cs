namespace VotingSim.Analysis.Documents;

/// <summary>The contract of <c>summary.json</c>: what stands in it, in the order of its fields. Its names in snake case are those of the
/// file.</summary>
/// <remarks>An infinite or undefined number is null in the file. Lists may be made while they are written: an arm at a time.</remarks>
/// <param name="Experiment">Name of the experiment.</param>
/// <param name="Fingerprint">SHA-256 of the resolved configuration.</param>
/// <param name="Headline">The answer; null for a single rule.</param>
/// <param name="Overall">Every rule against the first one, pooled over several pairs of arms.</param>
/// <param name="Drivers">What the difference in days of each contrast hangs on.</param>
/// <param name="Discovery">Where the conclusion of each contrast does not hold.</param>
/// <param name="Arms">What is said of each arm.</param>
/// <param name="Comparisons">Every arm against its baseline.</param>
/// <param name="Pairwise">Every pair of rules of the same crisis and design point.</param>
/// <param name="Frontiers">Speed against what else is wanted.</param>
/// <param name="Cox">A proportional hazards model over all arms of each crisis.</param>
/// <param name="Sensitivity">How much each swept parameter matters to each output.</param>
public sealed record SummaryDocument(
    string Experiment,
    string Fingerprint,
    HeadlineDocument? Headline,
    IEnumerable<ContrastDocument> Overall,
    IEnumerable<DriversDocument> Drivers,
    IEnumerable<DiscoveryDocument> Discovery,
    IEnumerable<ArmDocument> Arms,
    IEnumerable<ComparisonDocument> Comparisons,
    IEnumerable<ComparisonDocument> Pairwise,
    IEnumerable<FrontierDocument> Frontiers,
    IEnumerable<HazardDocument> Cox,
    IEnumerable<SensitivityDocument> Sensitivity);
