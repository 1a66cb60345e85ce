using System.Collections.Immutable;
using VotingSim.Configuration;
using VotingSim.Deliberation;
using VotingSim.Measures;
using VotingSim.Statistics.Agreement;

namespace VotingSim.Analysis.Data;

/// <summary>A user's own roll calls: who cast which ballot in which vote.</summary>
/// <remarks>
/// From a table with the columns <c>vote</c>, <c>member</c> and <c>ballot</c>, a row for each member of each vote, in any order. Ballots are S, A, O (support, abstention, objection) or Y, A, N (yes,
/// abstention, no), small or capital; an empty cell or no row at all is a member that is absent. Memory grows with votes times members, a byte for each, and not with anything else.
/// </remarks>
public sealed class RollCalls
{
    // What a byte of a vote says; anything else is a ballot and one more than its number.
    private const byte NoRow = 0;
    private const byte Absent = byte.MaxValue;

    private readonly List<byte[]> _ballots;

    private RollCalls(ImmutableArray<string> members, ImmutableArray<string> votes, List<byte[]> ballots) => (Members, Votes, _ballots) = (members, votes, ballots);

    /// <summary>The members, in the order in which the table first names them.</summary>
    public ImmutableArray<string> Members { get; }

    /// <summary>The votes, likewise.</summary>
    public ImmutableArray<string> Votes { get; }

    /// <summary>Reads a table of roll calls.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="ConfigurationException">Something is wrong with it; every problem, or the first of very many, is in it.</exception>
    public static RollCalls Read(string path)
    {
        using var table = CsvFile.Open(path);
        var vote = table.Column("vote", "the name of a vote");
        var member = table.Column("member", "the name of a member, once in each vote");
        var ballot = table.Column("ballot", "S, A or O, or Y, A or N, or nothing for absent");
        table.ThrowOnProblems();

        var (members, votes, ballots) = (new NamesInOrder(), new NamesInOrder(), new List<byte[]>());
        while (table.Read())
        {
            var isNamed = table.TryText(vote, out var voteName);
            isNamed &= table.TryText(member, out var memberName);
            var cast = Parse(table.Text(ballot));
            if (cast == NoRow)
            {
                table.Report(ballot, $"'{CsvFile.Quote(table.Text(ballot))}' is no ballot");
            }

            if (!isNamed)
            {
                continue;
            }

            var (row, seat) = (votes.IndexOf(voteName), members.IndexOf(memberName));
            if (row == ballots.Count)
            {
                ballots.Add(new byte[Math.Max(members.Count, row == 0 ? 0 : ballots[^1].Length)]);
            }

            if (seat >= ballots[row].Length)
            {
                var longer = ballots[row];
                Array.Resize(ref longer, Math.Max(seat + 1, Math.Min(members.Count, 2 * longer.Length)));
                ballots[row] = longer;
            }

            if (ballots[row][seat] != NoRow)
            {
                table.Report(member, $"'{CsvFile.Quote(memberName)}' has a row for vote '{CsvFile.Quote(voteName)}' already");
            }

            ballots[row][seat] = cast == NoRow ? Absent : cast;
        }

        if (members.Count == 0)
        {
            table.Report("there is no row with a vote and a member below the header; expected one for each member of each vote");
        }
        else if (members.Count == 1)
        {
            table.Report($"all rows are of one member, '{CsvFile.Quote(members.All[0])}'; expected two or more, to compare");
        }

        if (members.Count > BallotCounts.MostMembers)
        {
            table.Report($"{members.Count} members; expected at most {BallotCounts.MostMembers}");
        }

        table.ThrowOnProblems();
        return new([.. members.All], [.. votes.All], ballots);
    }

    /// <summary>The ballot of a member in a vote; null where it is absent.</summary>
    /// <param name="vote">Index of the vote.</param>
    /// <param name="member">Index of the member.</param>
    public Ballot? BallotOf(int vote, int member) =>
        member < _ballots[vote].Length && _ballots[vote][member] is not (NoRow or Absent) and var cast ? (Ballot)(cast - 1) : null;

    /// <summary>Agreement and Rice index of a vote; NaN where nobody casts a ballot, or nobody one for or against.</summary>
    /// <param name="vote">Index of the vote.</param>
    public (double AgreementIndex, double RiceIndex) IndicesOf(int vote)
    {
        var (supporters, objectors, abstainers) = (0, 0, 0);
        for (var member = 0; member < Members.Length; member++)
        {
            var ballot = BallotOf(vote, member);
            supporters += ballot == Ballot.Support ? 1 : 0;
            objectors += ballot == Ballot.Objection ? 1 : 0;
            abstainers += ballot == Ballot.Abstention ? 1 : 0;
        }

        return (Cohesion.AgreementIndex(supporters, objectors, abstainers), Cohesion.RiceIndex(supporters, objectors));
    }

    /// <summary>The agreement of the members over all votes.</summary>
    /// <param name="seed">Seed of the bootstrap intervals.</param>
    public AgreementSummary Summarize(ulong seed)
    {
        var (counts, ballots) = (new BallotCounts(Members.Length), new Ballot?[Members.Length]);
        for (var vote = 0; vote < Votes.Length; vote++)
        {
            for (var member = 0; member < ballots.Length; member++)
            {
                ballots[member] = BallotOf(vote, member);
            }

            counts.Add(ballots);
        }

        return counts.Summarize(seed);
    }

    private static byte Parse(ReadOnlySpan<char> text) => text switch
    {
        [] => Absent,
        "S" or "s" or "Y" or "y" => (byte)Ballot.Support + 1,
        "A" or "a" => (byte)Ballot.Abstention + 1,
        "O" or "o" or "N" or "n" => (byte)Ballot.Objection + 1,
        _ => NoRow,
    };
}
