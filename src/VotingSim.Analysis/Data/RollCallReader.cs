using System.Collections.Immutable;
using VotingSim.Configuration;
using VotingSim.Statistics.Agreement;

namespace VotingSim.Analysis.Data;

/// <summary>Reads roll calls, a row a ballot, a vote or a member.</summary>
internal sealed class RollCallReader
{
    private readonly CsvFile _table;
    private readonly RollCallFormat _format;
    private readonly CsvColumn[] _vote;
    private readonly CsvColumn? _member, _ballot, _by;
    private readonly CsvColumn[] _wide;
    private readonly HashSet<string>? _chosen;
    private readonly NamesInOrder _members = new(), _votes = new(), _passed = new();
    private readonly List<byte[]> _ballots = [];
    private readonly List<string?> _parts = [];

    public RollCallReader(CsvFile table, RollCallFormat format)
    {
        (_table, _format) = (table, format);
        _vote = [.. format.Vote.Select(name => table.Column(name, "the name of a vote"))];
        _member = format.Member is { } member ? table.Column(member, "the name of a member, once in each vote") : null;
        _ballot = format.IsWide ? null : table.Column(format.Ballot, format.Codes.Expected);
        _by = format.By is { } by ? table.Column(by, "the same for all ballots of a vote") : null;
        _chosen = format.Members is { } group ? new(group.Names.SelectMany(names => names), StringComparer.OrdinalIgnoreCase) : null;
        HashSet<int> others = [.. _vote.Select(column => column.Index), _member?.Index ?? -1, _by?.Index ?? -1];
        _wide = !format.IsWide ? [] :
        [
            .. table.Columns.Select((name, index) => new CsvColumn(
                index,
                name,
                $"{format.Codes.Expected}"
                    + $"{(_member is null ? "; columns that are no members are left out with --members" : "")}"))
                .Where(column => column.Name.Length > 0 && !others.Contains(column.Index) && (_member is not null || IsChosen(column.Name))),
        ];
        table.ThrowOnProblems();
    }

    public RollCalls Read()
    {
        while (_table.Read())
        {
            ReadOnlySpan<char> vote = default, member = default;
            var isNamed = (_vote.Length == 0 || TryVote(out vote)) & (_member is not { } column || _table.TryText(column, out member));
            if (!_format.IsWide)
            {
                if (isNamed && !IsChosen(member))
                {
                    continue;
                }

                var cast = Cast(_ballot!.Value);
                if (isNamed)
                {
                    Put(vote, member, cast, _member!.Value);
                }
            }
            else if (isNamed && (_member is null || IsChosen(member)))
            {
                foreach (var cell in _wide)
                {
                    Put(_member is null ? vote : cell.Name, _member is null ? cell.Name : member, Cast(cell), _member ?? _vote[0]);
                }
            }
        }

        Check();
        _table.ThrowOnProblems();
        return new([.. _members.All], [.. _votes.All], _ballots, _by is null ? [] : [.. _parts.Select(part => part!)]);
    }

    private bool TryVote(out ReadOnlySpan<char> vote)
    {
        if (_vote.Length == 1)
        {
            return _table.TryText(_vote[0], out vote);
        }

        var (names, isNamed) = (new List<string>(), true);
        foreach (var column in _vote)
        {
            isNamed &= _table.TryText(column, out var name);
            names.Add(name.ToString());
        }

        vote = string.Join('/', names);
        return isNamed;
    }

    // Whoever is not chosen is remembered, for the hint at what was meant.
    private bool IsChosen(ReadOnlySpan<char> member)
    {
        if (_chosen is null || _chosen.GetAlternateLookup<ReadOnlySpan<char>>().Contains(member))
        {
            return true;
        }

        if (_passed.Count < BallotCounts.MostMembers)
        {
            _passed.IndexOf(member);
        }

        return false;
    }

    private byte Cast(CsvColumn column)
    {
        if (_format.Codes.TryRead(_table.Text(column), out var ballot))
        {
            return ballot is { } cast ? (byte)(cast + 1) : RollCalls.Absent;
        }

        _table.Report(column, $"'{CsvFile.Quote(_table.Text(column))}' is no ballot");
        return RollCalls.Absent;
    }

    private void Put(ReadOnlySpan<char> voteName, ReadOnlySpan<char> memberName, byte cast, CsvColumn place)
    {
        var (row, seat) = (_votes.IndexOf(voteName), _members.IndexOf(memberName));
        if (row == _ballots.Count)
        {
            _ballots.Add(new byte[Math.Max(_members.Count, row == 0 ? 0 : _ballots[^1].Length)]);
            _parts.Add(null);
        }

        if (seat >= _ballots[row].Length)
        {
            var longer = _ballots[row];
            Array.Resize(ref longer, Math.Max(seat + 1, Math.Min(_members.Count, 2 * longer.Length)));
            _ballots[row] = longer;
        }

        if (_ballots[row][seat] != RollCalls.NoRow)
        {
            _table.Report(place, $"'{CsvFile.Quote(memberName)}' has a row for vote '{CsvFile.Quote(voteName)}' already");
        }

        _ballots[row][seat] = cast;
        if (_by is { } by)
        {
            var part = _table.Text(by);
            var known = _parts[row] ??= CsvFile.IsMissing(part) ? "NA" : part.ToString();
            if (!part.SequenceEqual(known) && !(known == "NA" && CsvFile.IsMissing(part)))
            {
                _table.Report(by, $"'{CsvFile.Quote(part)}' here and '{CsvFile.Quote(known)}' before for vote '{CsvFile.Quote(voteName)}'");
            }
        }
    }

    private void Check()
    {
        if (_format.Members is { } group)
        {
            foreach (var name in group.Names
                .Where(names => group.AreAllNeeded && !names.Any(name => _members.All.Contains(name, StringComparer.OrdinalIgnoreCase)))
                .Select(names => names[0]))
            {
                _table.Report($"--members: there is no member '{CsvFile.Quote(name)}'{Nearest.Hint(name, _members.All.Concat(_passed.All))}");
            }
        }

        if (_members.Count == 0)
        {
            _table.Report(_passed.Count > 0
                ? "none of the --members is in the table, by its code or its name"
                : "there is no row with a vote and a member below the header; "
                    + "expected one for each member of each vote");
        }
        else if (_members.Count == 1)
        {
            _table.Report($"all rows are of one member, '{CsvFile.Quote(_members.All[0])}'; expected two or more, to compare");
        }

        if (_members.Count > BallotCounts.MostMembers)
        {
            _table.Report($"{_members.Count} members; expected at most {BallotCounts.MostMembers}");
        }
    }
}
