using System.Collections.Immutable;

namespace VotingSim.Cli.Documents;

/// <summary>A round; its fields are those of the traces in the codebook.</summary>
internal sealed record ReplayedRoundDocument(
    int Round, double Day, double? MajorityDay, double Urgency, ImmutableArray<double> Draft, bool Adopted,
        IEnumerable<ReplayedMemberDocument> Members);
