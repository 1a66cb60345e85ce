using System.Collections.Immutable;

namespace VotingSim.Configuration.Import.Deu;

/// <summary>How the Council voted at a time: who its members were, and what a qualified majority was.</summary>
/// <param name="Since">First day on which an act was adopted so.</param>
/// <param name="Members">Number of members: 15, 25, 27 or 28.</param>
/// <param name="Quota">Votes that a qualified majority takes; 0 where members and population are counted instead.</param>
/// <param name="IsNice">Whether votes are those of the Treaty of Nice.</param>
/// <param name="Source">What it was called and where it stands.</param>
internal sealed record DeuTreaty(DateOnly Since, int Members, int Quota, bool IsNice, string Source)
{
    private const int DaysToAdoption = 365;

    /// <summary>All of them, in the order of time.</summary>
    public static readonly ImmutableArray<DeuTreaty> All =
    [
        new(new(1995, 1, 1), 15, 62, IsNice: false, "the Council of fifteen, to April 2004 (Treaty establishing the European Community, Art. 205)"),
        new(new(2004, 5, 1), 25, 88, IsNice: false, "the Council of twenty-five, May to October 2004 (Act of Accession of 2003, Art. 26)"),
        new(new(2004, 11, 1), 25, 232, IsNice: true, "the Council of twenty-five, November 2004 to 2006 (Act of Accession of 2003, Art. 12)"),
        new(new(2007, 1, 1), 27, 255, IsNice: true, "the Council of twenty-seven, 2007 to June 2013 (Act of Accession of 2005, Art. 10)"),
        new(new(2013, 7, 1), 28, 260, IsNice: true, "the Council of twenty-eight, July 2013 to October 2014 (Act of Accession of Croatia, Art. 20)"),
        new(new(2014, 11, 1), 28, 0, IsNice: false, "the Council since November 2014 (Treaty on European Union, Art. 16(4))"),
    ];

    /// <summary>All votes together.</summary>
    public int Total => DeuStates.Among(Members).Sum(VotesOf);

    /// <summary>Name of its members file. No case has a dot in its name.</summary>
    public string MembersFile => $"members.eu-{Members}.yaml";

    /// <summary>The treaty by which an issue was decided: that of the day of adoption; where that is not known, of a year after introduction; and
    /// never one before all that took a position were members.</summary>
    public static DeuTreaty Of(DateOnly? introduced, DateOnly? adopted, IReadOnlyCollection<DeuState> positioned)
    {
        var day = adopted ?? introduced?.AddDays(DaysToAdoption) ?? DateOnly.MinValue;
        var start = Math.Max(0, All.Count(treaty => treaty.Since <= day) - 1);
        return All.Skip(start).First(treaty => positioned.All(state => state.Members <= treaty.Members));
    }

    /// <summary>The votes of a member.</summary>
    public int VotesOf(DeuState state) => IsNice ? state.NiceVotes : state.Votes;
}
