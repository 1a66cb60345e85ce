using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Nodes;

namespace VotingSim.Configuration;

/// <summary>The key <c>record</c> of a crisis: what really happened. A crisis with a record is a case.</summary>
internal sealed record RecordMap
{
    [Description("Who sat at the table: a shipped name, the path of a members file, or its contents in place.")]
    [Either(typeof(string), typeof(MembersFile))]
    public required JsonNode Members { get; set; }

    [Description("Codes of members of that file that took no part, or whose position is not known; they are left out."), Code]
    public string[] Absent { get; set; } = [];

    [Description("The rule in force: a shipped name, the path of a rule file, or a rule built in place."), Either(typeof(string), typeof(RuleFile))]
    public required JsonNode Rule { get; set; }

    [Description("Day of the event, as yyyy-mm-dd. Without it the case says nothing of time."), Date]
    public string? Opened { get; set; }

    [Description("Day on which it ended, or on which it was last seen open, as yyyy-mm-dd. Without it the case says nothing of time."), Date]
    public string? Ended { get; set; }

    [Description(
        "How it ended: by consent, by vote, adopted where it is not known which of the two, failed, or open still. What failed or is open counts as "
        + "undecided until that day.")]
    [WordOf(typeof(RecordedEnding))]
    public required string Ending { get; set; }

    [Description("The text adopted on each issue, 0 to 100. Default: not coded."), Length(1, Crises.Crisis.MaximumIssues), Range(0, 100)]
    public double[]? Outcome { get; set; }

    [Description("Codes of the members that stood against what was adopted; an empty list says that nobody did. Default: not coded.")]
    [Code]
    public string[]? Against { get; set; }

    [Description("How good the coding is: A a recorded vote or text, B documented statements, C judgement. Default C."), AllowedValues("A", "B", "C")]
    public string Grade { get; set; } = "C";

    [Description("Standard deviation of the coding error of positions and outcome, in points. Default: 10 for grades A and B, 15 for C.")]
    [Range(0, 100)]
    public double? Error { get; set; }

    [Description("Who coded it.")]
    public string? Coder { get; set; }

    [Description("Whether positions were coded by somebody who did not know the outcome. Default false.")]
    public bool Blind { get; set; }

    [Description(
        "What it belongs to with other cases, such as a proposal with several issues: intervals take all cases of one together. Default: alone.")]
    [Name]
    public string? Cluster { get; set; }

    [Description("Where facts and codings come from."), Paragraph]
    public string? Source { get; set; }
}
