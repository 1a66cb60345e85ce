using System.Text;

namespace VotingSim.Configuration.Import.Deu;

/// <summary>A rule of the Council in force.</summary>
/// <param name="Treaty">The treaty; null for unanimity, which is the same under all.</param>
/// <param name="IsOwnInitiative">Whether the Council does not decide on a proposal of the Commission, so that more members have to agree.</param>
internal sealed record DeuRule(DeuTreaty? Treaty, bool IsOwnInitiative)
{
    /// <summary>The rule of an issue; null where its vote is none that is known.</summary>
    public static DeuRule? Of(string vote, DeuTreaty treaty) => vote switch
    {
        "Unan" => new(null, IsOwnInitiative: false),
        "QMV" => new(treaty, IsOwnInitiative: false),
        "QMV(10)" => new(treaty, IsOwnInitiative: true),
        _ => null,
    };

    /// <summary>Name of its file. No case has a dot in its name.</summary>
    public string File => $"rule.{Name}.yaml";

    /// <summary>Its name.</summary>
    public string Name => Treaty is not { } treaty ? "council-unanimity"
        : (treaty.Quota == 0 ? "council-55-65" : $"council-{treaty.Quota}-of-{treaty.Total}")
            + (IsOwnInitiative ? "-own-initiative" : "");

    /// <summary>The rule file.</summary>
    public string Text() => Treaty is { } treaty ? Qualified(treaty) : """
        # Unanimity in the Council: nobody votes against. An abstention does not prevent it (Treaty on the Functioning of the European Union,
        # Art. 238(4), before that Treaty establishing the European Community, Art. 205(3)), so that it is what this program calls consensus.
        rule: council-unanimity
        title: EU Council, unanimity
        consensus: true

        """;

    private string Qualified(DeuTreaty treaty)
    {
        var text = new StringBuilder($"# A qualified majority of {treaty.Source}.\n");
        if (IsOwnInitiative)
        {
            text.Append("# Where the Council does not decide on a proposal of the Commission, more of the members have to agree.\n");
        }

        text.Append("# Quotas are shares of the members that are there, so that they stay in proportion where some are absent.\n");
        text.Append($"rule: {Name}\ntitle: EU Council, {Title(treaty)}\nall-of:\n");
        if (treaty.Quota > 0)
        {
            text.Append("  - weight: { ");
            text.AppendJoin(", ", DeuStates.Among(treaty.Members).Select(state => $"{state.Code}: {treaty.VotesOf(state)}"));
            text.Append(FormattableString.Invariant($" }}\n    at-least: {treaty.Quota}/{treaty.Total}\n"));
        }

        if (MembersQuota(treaty) is { } members)
        {
            text.Append($"  - {{ weight: one-each, {members} }}\n");
        }

        if (treaty.IsNice)
        {
            text.Append("  - { weight: population, at-least: 0.62 }\n");
        }

        return text.Append(treaty.Quota == 0 ? "  - { weight: population, at-least: 0.65, blocking-minority: 4 }\n" : "").ToString();
    }

    private string Title(DeuTreaty treaty) =>
        (treaty.Quota == 0 ? "55 % of members, 65 % of population" : FormattableString.Invariant($"{treaty.Quota} of {treaty.Total} votes"))
        + (IsOwnInitiative ? ", own initiative" : "");

    private string? MembersQuota(DeuTreaty treaty) => (treaty.Quota, IsOwnInitiative) switch
    {
        (0, false) => "at-least: 0.55",
        (0, true) => "at-least: 0.72",
        (62, true) => "at-least: 10/15",
        (_, true) => "at-least: 2/3",
        _ => treaty.IsNice ? "more-than: 1/2" : null,
    };
}
