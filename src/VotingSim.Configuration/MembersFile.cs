using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using VotingSim.Members;

namespace VotingSim.Configuration;

/// <summary>What a members file says.</summary>
internal sealed record MembersFile
{
    [Description("The members in the order of seats."), Length(1, Roster.MaximumSize)]
    public required MemberMap[] Members { get; set; }

    [Description("How much a member (first key) listens to another (second key). Pairs that are not named: 1."), KeyedByCode, Range(0, 1e6)]
    public Dictionary<string, Dictionary<string, double>> Affinity { get; set; } = [];

    [Description("When these members meet, by how hard a matter presses. Default: a session every 14 days, at once.")]
    public CalendarsMap? Calendar { get; set; }
}

/// <summary>An entry of <c>members</c>.</summary>
internal sealed record MemberMap
{
    private static readonly MemberState Default = new() { Code = "", Name = "" };

    [Description("What everything calls the member by, e.g. its ISO 3166-1 alpha-3 code: up to 24 letters of any script, digits, - _ and .")]
    [Code]
    public required string Code { get; set; }

    [Description("English short name. Default: the code."), Name]
    public string? Name { get; set; }

    [Description("Inhabitants, for rules that weigh ballots by population."), Range(0, 1e12)]
    public decimal Population { get; set; } = Default.Population;

    [Description("Gross domestic product in any unit, for rules that weigh ballots by it."), Range(0, 1e12)]
    public decimal Gdp { get; set; } = Default.Gdp;

    [Description("Contribution to the common budget, for rules that weigh ballots by it. Default 1."), Range(0, 1e12)]
    public decimal Contribution { get; set; } = Default.Contribution;

    [Description("Weight of the member's voice, never of its ballot. Default 1."), Range(0, 1e6, MinimumIsExclusive = true)]
    public double Influence { get; set; } = Default.Influence;

    [Description("How far deliberation moves the member. Default 0.4."), Range(0, 1)]
    public double Flexibility { get; set; } = Default.Flexibility;

    [Description("How much dissatisfaction it swallows and still votes for the text, in utility. Default 0.1."), Range(0, 1)]
    public double Unity { get; set; } = Default.Unity;

    [Description("How much more dissatisfaction it swallows by abstaining rather than object, in utility. Default 0.05."), Range(0, 1)]
    public double Reticence { get; set; } = Default.Reticence;

    [Description("Share of the surplus that it demands at the opening. Default 0.6."), Range(0, 1)]
    public double Holdout { get; set; } = Default.Holdout;

    [Description("How fast that demand decays, per 30 days. Default 0.1."), Range(0, 1000)]
    public double ConcessionRate { get; set; } = Default.ConcessionRate;

    [Description("Standing leaning on named dimensions, 0 to 100, for issues on which a crisis has no stance for the member.")]
    [KeyedByName, Range(0, 100)]
    public Dictionary<string, double> Orientation { get; set; } = [];

    /// <summary>The member. Every figure stands above with its range, and here with its place in the core.</summary>
    public MemberState Seat() => new()
    {
        Code = Code,
        Name = Name ?? Code,
        Population = Population,
        Gdp = Gdp,
        Contribution = Contribution,
        Influence = Influence,
        Flexibility = Flexibility,
        Unity = Unity,
        Reticence = Reticence,
        Holdout = Holdout,
        ConcessionRate = ConcessionRate,
    };
}
