using System.Collections.Immutable;
using System.Globalization;
using VotingSim.Configuration;
using VotingSim.Deliberation;
using VotingSim.Measures;
using VotingSim.Statistics.Agreement;

namespace VotingSim.Analysis.Data;

/// <summary>A user's own roll calls: who cast which ballot in which vote.</summary>
/// <remarks>
/// From a table with a row for each member of each vote, in any order, or with a row for each vote or each member; see
/// <see cref="RollCallFormat"/>. An empty cell or no row at all is a member that is absent. Memory grows with votes times members, a byte
/// for each, and not with anything else.
/// </remarks>
public sealed class RollCalls
{
    // What a byte of a vote says; anything else is a ballot and one more than its number.
    internal const byte NoRow = 0;
    internal const byte Absent = byte.MaxValue;

    private readonly List<byte[]> _ballots;

    internal RollCalls(ImmutableArray<string> members, ImmutableArray<string> votes, List<byte[]> ballots, ImmutableArray<string> parts) =>
        (Members, Votes, _ballots, Parts) = (members, votes, ballots, parts);

    /// <summary>The members, in the order in which the table first names them.</summary>
    public ImmutableArray<string> Members { get; }

    /// <summary>The votes, likewise.</summary>
    public ImmutableArray<string> Votes { get; }

    /// <summary>For every vote what it belongs to, such as its year; empty where that was not asked for.</summary>
    public ImmutableArray<string> Parts { get; }

    /// <summary>Reads a table of roll calls.</summary>
    /// <param name="path">The file.</param>
    /// <param name="format">What it looks like. Default: columns <c>vote</c>, <c>member</c> and <c>ballot</c>.</param>
    /// <exception cref="ConfigurationException">Something is wrong with it; every problem, or the first of very many, is in it.</exception>
    public static RollCalls Read(string path, RollCallFormat? format = null)
    {
        using var table = CsvFile.Open(path);
        return new RollCallReader(table, format ?? new()).Read();
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
    public AgreementSummary Summarize(ulong seed) => Summarize(seed, null);

    /// <summary>The agreement of the members over the votes of each part: numbers and dates in their order, words in that of the table.</summary>
    /// <param name="seed">Seed of the bootstrap intervals.</param>
    public IEnumerable<(string Part, AgreementSummary Summary)> SummarizeParts(ulong seed)
    {
        string[] parts = [.. Parts.Distinct(StringComparer.Ordinal)];
        string[] known = [.. parts.Where(part => part != "NA")];
        var order = Array.TrueForAll(known, part => Number(part) is not null) ? Number
            : Array.TrueForAll(known, part => Dates.TryRead(part, out _)) ? part => Dates.TryRead(part, out var day) ? day : null
            : (Func<string, double?>)(_ => 0);
        return parts.OrderBy(part => part == "NA").ThenBy(part => order(part)).Select(part => (part, Summarize(seed, part)));

        static double? Number(string part) => double.TryParse(part, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    private AgreementSummary Summarize(ulong seed, string? part)
    {
        var (counts, ballots) = (new BallotCounts(Members.Length), new Ballot?[Members.Length]);
        for (var vote = 0; vote < Votes.Length; vote++)
        {
            if (part is not null && Parts[vote] != part)
            {
                continue;
            }

            for (var member = 0; member < ballots.Length; member++)
            {
                ballots[member] = BallotOf(vote, member);
            }

            counts.Add(ballots);
        }

        return counts.Summarize(seed);
    }
}
