using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace VotingSim.Configuration;

/// <summary>What a crisis file says.</summary>
internal sealed record CrisisFile
{
    [Description("Name of the crisis."), Name]
    public required string Crisis { get; set; }

    [Description("The kind of matter, for rules that differ by it: a word of your own, or one of those that ship, such as security or economic.")]
    [Name]
    public required string Category { get; set; }

    [Description("A title for people.")]
    public string? Title { get; set; }

    [Description("What is to be decided, as a question."), Paragraph]
    public string? Question { get; set; }

    [Description("A minute of background for people, who read it before anything is decided.")]
    public BackgroundMap? Background { get; set; }

    [Description("The dimensions of the crisis."), Length(1, VotingSim.Crises.Crisis.MaximumIssues)]
    public required IssueMap[] Issues { get; set; }

    [Description("What each member wants. A member that is left out is placed by its orientation, with a salience of 50."), KeyedByCode]
    public Dictionary<string, StanceMap> Stances { get; set; } = [];

    [Description("What waiting costs.")]
    public UrgencyMap? Urgency { get; set; }

    [Description("How hard the matter presses, which chooses one of the calendars of the members. Default: none of them.")]
    [WordOf(typeof(Calendars.Pressure))]
    public string? Pressure { get; set; }

    [Description("How long this matter waits for the agenda, instead of what the calendar says.")]
    public AgendaMap? Agenda { get; set; }

    [Description("What becomes of the matter if it is undecided at the horizon: it stays open, or it has failed. Default open.")]
    [WordOf(typeof(Crises.AtHorizon))]
    public string AtHorizon { get; set; } = "open";

    [Description("Who speaks without a ballot."), Length(0, VotingSim.Crises.Crisis.MaximumExternalPowers)]
    public PowerMap[] ExternalPowers { get; set; } = [];

    [Description(
        "The case that is the same matter, so that people are shown afterwards what really happened: a shipped set and a name in it, e.g. "
        + "asean/ukraine-2022, or the path of a crisis file with a record. Default: none.")]
    public string? Case { get; set; }

    [Description("What really happened. A crisis with a record is a case, on which the model can be scored.")]
    public RecordMap? Record { get; set; }
}

/// <summary>An entry of <c>issues</c>.</summary>
internal sealed record IssueMap
{
    [Description("Name of the issue; it names columns of the results."), Name]
    public required string Name { get; set; }

    [Description("What 0 means.")]
    public required string Low { get; set; }

    [Description("What 100 means.")]
    public required string High { get; set; }

    [Description("What places on the scale mean to people, e.g. 30 for one text and 60 for another: from 2 to 12 places, ascending. Default: none.")]
    public Dictionary<string, string>? Points { get; set; }

    [Description(
        "What stands if nothing is decided, 0 to 100. Where nobody knows, leave it out: the end of the scale farther from what the members want is "
        + "taken, and a warning says so.")]
    [Range(0, 100)]
    public double? StatusQuo { get; set; }

    [Description("The dimension of members' orientations that stands in for a stance. Default: the issue's name.")]
    public string? Dimension { get; set; }
}

/// <summary>An entry of <c>stances</c>.</summary>
internal sealed record StanceMap
{
    [Description("Ideal point on each issue, 0 to 100."), Length(1, VotingSim.Crises.Crisis.MaximumIssues), Range(0, 100)]
    public required double[] Position { get; set; }

    [Description("How much each issue matters to the member, 0 to 100."), Length(1, VotingSim.Crises.Crisis.MaximumIssues), Range(0, 100)]
    public required double[] Salience { get; set; }

    [Description("How hard the crisis hits the member, 0 to 1. Default: the mean salience / 100."), Range(0, 1)]
    public double? Exposure { get; set; }

    [Description("The interval [lowest, highest] of texts that the member can live with, by issue; it objects to every text outside.")]
    [Length(2, 2), Range(0, 100)]
    public Dictionary<string, double[]>? RedLine { get; set; }
}

/// <summary>An entry of <c>external-powers</c>.</summary>
internal sealed record PowerMap
{
    [Description("English short name."), Name]
    public required string Name { get; set; }

    [Description("A short name by which a sweep or --set may call it, e.g. CHN. Default: it is called by its name."), Name]
    public string? Code { get; set; }

    [Description("What it wants on each issue, 0 to 100."), Length(1, VotingSim.Crises.Crisis.MaximumIssues), Range(0, 100)]
    public required double[] Position { get; set; }

    [Description("Weight of its voice. Default 1."), Range(0, 1e6, MinimumIsExclusive = true)]
    public double Influence { get; set; } = 1;

    [Description("Weight of its voice in the draft, where 1 is an average member's; 0 lets it only speak. Default 0."), Range(0, 1e6)]
    public double DraftWeight { get; set; }

    [Description("How much each issue matters to it, 0 to 100: no deliberation depends on it, and forecasts by salience do. Default: not known.")]
    [Length(1, VotingSim.Crises.Crisis.MaximumIssues), Range(0, 100)]
    public double[]? Salience { get; set; }

    [Description("How much each member listens to it. Members that are not named: 0."), KeyedByCode, Range(0, 1e6)]
    public Dictionary<string, double> Affinity { get; set; } = [];
}
