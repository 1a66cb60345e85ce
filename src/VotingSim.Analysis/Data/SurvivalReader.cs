using System.Collections.Immutable;
using System.Runtime.InteropServices;
using VotingSim.Configuration;
using VotingSim.Statistics.Survival;

namespace VotingSim.Analysis.Data;

/// <summary>Reads durations row by row.</summary>
internal sealed class SurvivalReader
{
    private readonly CsvFile _table;
    private readonly SurvivalColumns _columns;
    private readonly CsvColumn? _time, _start, _end, _entry, _id, _group, _strata, _cluster, _weights;
    private readonly CsvColumn _event;
    private readonly CovariateCells[] _covariates;
    private readonly CsvColumn[] _all;
    private readonly bool _isCounted; // whether equal rows are one

    private readonly NamesInOrder _groups = new(), _strataNames = new(), _clusters = new(), _ids = new();
    private readonly Dictionary<SurvivalRow, long> _counts = [];
    private readonly List<(SurvivalRow Row, long Count)> _rows = [];
    private readonly long[] _codes = new long[3];
    private long _leftOut;

    public SurvivalReader(CsvFile table, SurvivalColumns columns)
    {
        (_table, _columns) = (table, columns);
        var isDated = columns.Start is not null;
        _time = Column(columns.Time, "a time of 0 or more");
        _start = Column(columns.Start, Dates.Expected);
        _end = Column(columns.End, Dates.Expected);
        _event = table.Column(columns.Event, columns.Codes.Expected);
        _entry = Column(columns.Entry, isDated ? Dates.Expected : "a time of 0 or more, before the end of the row");
        _id = Column(columns.Id, "the name of what the row is a spell of");
        _group = Column(columns.Group, "the name of a group");
        _strata = Column(columns.Strata, "the name of a stratum");
        _cluster = Column(columns.Cluster, "the name of a cluster");
        _weights = Column(columns.Weights, "a whole number: how many equal rows this one stands for");
        _covariates = [.. columns.Covariates.Select(name => new CovariateCells(table.Column(name, "a number or a word")))];
        _all =
        [
            .. new[] { _time, _start, _end, _event, _entry, _id, _group, _strata, _cluster, _weights }.OfType<CsvColumn>(),
            .. _covariates.Select(cells => cells.Column)
        ];
        _isCounted = _covariates.Length == 0 && _id is null && _cluster is null;
        table.ThrowOnProblems();
    }

    public SurvivalData Read()
    {
        var rows = 0L;
        while (_table.Read())
        {
            rows++;
            if (!IsComplete())
            {
                _leftOut++;
            }
            else if (!TryKeep())
            {
                break;
            }
        }

        if (rows == _leftOut)
        {
            _table.Report(rows == 0
                ? "the table has no rows"
                : "every row has a missing value in one of the columns that are used; --drop-missing leaves nothing");
        }

        if (_codes[(int)EventCode.Two] > 0 && _codes[(int)EventCode.Zero] > 0)
        {
            _table.Report($"column '{CsvFile.Quote(_event.Name)}' says 0 as well as 2; "
                + "say with --event-codes which of its codes are the event, e.g. --event-codes \"0=0,1=1,2=0\"");
        }

        _table.ThrowOnProblems();
        return Data();
    }

    private CsvColumn? Column(string? name, string expected) => name is null ? null : _table.Column(name, expected);

    // A row with a missing value is left out where that was asked for; elsewhere its cells are reported as they are read.
    private bool IsComplete() => !_columns.DropMissing || Array.TrueForAll(_all, column => !CsvFile.IsMissing(_table.Text(column)));

    private bool TryKeep()
    {
        var isSound = TryWeight(out var count);
        if (isSound && count == 0)
        {
            return true;
        }

        isSound = isSound & TryTimes(out var entry, out var time)
            & TryEvent(out var code)
            & TryName(_group, _groups, out var group)
            & TryName(_strata, _strataNames, out var stratum)
            & TryName(_cluster, _clusters, out var cluster) & TryName(_id, _ids, out var id);
        foreach (var cells in _covariates)
        {
            isSound &= cells.Add(_table);
        }

        if (_groups.Count > SurvivalData.MostGroups)
        {
            _table.Report(
                _group!.Value,
                $"this is the {_groups.Count}th group, '{CsvFile.Quote(_groups.All[^1])}'; "
                    + $"at most {SurvivalData.MostGroups} can be compared, and this column may be another");
            return false;
        }

        if (isSound)
        {
            _codes[(int)code]++;
            var row = new SurvivalRow(group, stratum, cluster, id, entry, time, code);
            if (_isCounted)
            {
                CollectionsMarshal.GetValueRefOrAddDefault(_counts, row, out _) += count;
            }
            else
            {
                _rows.Add((row, count));
                Array.ForEach(_covariates, cells => cells.Keep());
            }
        }

        if (_counts.Count > SurvivalData.MostDistinctTimes)
        {
            _table.Report(
                _time ?? _end!.Value,
                $"there are more than {SurvivalData.MostDistinctTimes} distinct times up to here; round them, e.g. to days");
            return false;
        }

        if (_rows.Count > SurvivalData.MostDistinctTimes)
        {
            _table.Report($"there are more than {SurvivalData.MostDistinctTimes} rows; "
                + "with covariates, clusters or spells every row is kept in memory");
            return false;
        }

        return true;
    }

    private bool TryTimes(out double entry, out double time)
    {
        entry = double.NegativeInfinity;
        var isSound = _time is { } column ? TryTime(column, out time) : TryDates(out time);
        if (_entry is not { } entryColumn || !(isSound & TryEntry(entryColumn, out entry)))
        {
            return isSound && _entry is null;
        }

        if (entry >= time)
        {
            _table.Report(entryColumn, $"'{CsvFile.Quote(_table.Text(entryColumn))}' is not before the end of the row");
        }

        return entry < time;
    }

    private bool TryTime(CsvColumn column, out double time)
    {
        if (_table.TryNumber(column, out time) && time < 0)
        {
            _table.Report(column, $"'{CsvFile.Quote(_table.Text(column))}' is negative");
        }

        return time >= 0;
    }

    private bool TryEntry(CsvColumn column, out double entry)
    {
        if (_start is null)
        {
            return TryTime(column, out entry);
        }

        var isSound = TryDate(column, out entry) & Dates.TryRead(_table.Text(_start.Value), out var start);
        entry -= start;
        return isSound;
    }

    private bool TryDates(out double time)
    {
        var isSound = TryDate(_start!.Value, out var start) & TryDate(_end!.Value, out var end);
        time = end - start;
        if (isSound && time < 0)
        {
            _table.Report(_end.Value, $"'{CsvFile.Quote(_table.Text(_end.Value))}' is before the start, {CsvFile.Quote(_table.Text(_start.Value))}");
        }

        return isSound && time >= 0;
    }

    private bool TryDate(CsvColumn column, out double day)
    {
        day = double.NaN;
        if (!TryPresent(column, out var text))
        {
            return false;
        }

        if (Dates.TryRead(text, out day))
        {
            return true;
        }

        _table.Report(
            column,
            _table.IsNumber(text, out _)
                ? $"'{CsvFile.Quote(text)}' is a number, for which there are --entry and --time"
                : $"'{CsvFile.Quote(text)}' is no date");
        return false;
    }

    private bool TryEvent(out EventCode code)
    {
        code = EventCode.Zero;
        if (_columns.Codes.TryRead(_table.Text(_event), out code))
        {
            return true;
        }

        if (TryPresent(_event, out var text))
        {
            _table.Report(_event, $"'{CsvFile.Quote(text)}' is no event code");
        }

        return false;
    }

    private bool TryWeight(out long count)
    {
        count = 1;
        if (_weights is not { } column)
        {
            return true;
        }

        var isSound = _table.TryNumber(column, out var weight);
        if (isSound && !(weight >= 0 && weight <= 1e12 && weight == Math.Floor(weight)))
        {
            _table.Report(column, $"'{CsvFile.Quote(_table.Text(column))}' is no number of rows");
            return false;
        }

        count = isSound ? (long)weight : 0;
        return isSound;
    }

    private bool TryName(CsvColumn? column, NamesInOrder names, out int index)
    {
        index = 0;
        if (column is not { } own)
        {
            return true;
        }

        // NA is a name like any other here, but for an empty cell: Namibia's code is NA.
        var isNamed = _table.TryText(own, out var name);
        index = isNamed ? names.IndexOf(name) : 0;
        return isNamed;
    }

    private bool TryPresent(CsvColumn column, out ReadOnlySpan<char> text)
    {
        var isPresent = _table.TryText(column, out text);
        if (isPresent && CsvFile.IsMissing(text))
        {
            _table.Report(column, $"'{text}' is a missing value (--drop-missing leaves such rows out)");
            return false;
        }

        return isPresent;
    }

    private SurvivalData Data()
    {
        var baselines = new SurvivalBaselines(_columns);
        int[] places = _group is null ? [0] : baselines.Places(_columns.Group!, _groups.All);
        string[] names = _group is null ? [""] : [.. _groups.All.OrderBy(name => places[_groups.All.IndexOf(name)])];
        ImmutableArray<DataCovariate> covariates = [.. _covariates.Select(cells => cells.Close(baselines))];
        baselines.ThrowOnProblems();

        var terms = Enumerable.Concat(
            names.Skip(1).Select(name => covariates.IsEmpty ? name : $"{_columns.Group}={name}"),
            covariates.SelectMany(covariate => covariate.Names));
        var rows = new CoxData([.. terms]);
        var strata = Enumerable.Range(0, Math.Max(1, _strataNames.Count)).Select(_ => names.Select(_ => new DurationCounts()).ToArray()).ToArray();
        var groups = names.Select(_ => new DurationCounts()).ToArray();
        var spells = _id is null ? null : Spells.Of(_rows, _ids.All, IsEvent);
        var isRobust = _cluster is not null || spells?.HasRepeatedEvents == true;
        var (values, total) = (new double[rows.Covariates.Length], 0L);
        foreach (var ((row, count), index) in (_isCounted ? _counts.Select(pair => (pair.Key, pair.Value)) : _rows)
            .Select((pair, index) => (pair, index)))
        {
            Array.Clear(values);
            var (group, decided) = (places[row.Group], IsEvent(row));
            if (group > 0)
            {
                values[group - 1] = 1;
            }

            var next = names.Length - 1;
            for (var covariate = 0; covariate < _covariates.Length; next += covariates[covariate].Size, covariate++)
            {
                _covariates[covariate].Value(index, values.AsSpan(next, covariates[covariate].Size));
            }

            if (names.Length <= SurvivalAnalysis.MostGroupsInModel)
            {
                rows.Add(values, row.Time, decided, count, row.Entry, row.Stratum, !isRobust ? null : _cluster is null ? row.Id : row.Cluster);
            }

            groups[group].Add(row.Time, decided, count, row.Entry);
            strata[row.Stratum][group].Add(row.Time, decided, count, row.Entry);
            total += count;
        }

        return new()
        {
            Groups = [.. names.Zip(groups)],
            Total = total,
            LeftOut = _leftOut,
            Spells = spells is null ? null : (spells.Subjects, spells.Events),
            Strata = strata.Length,
            ClusterColumn = isRobust ? _columns.Cluster ?? _columns.Id : null,
            Stratified = strata,
            Covariates = covariates,
            Rows = rows,
        };
    }

    private bool IsEvent(SurvivalRow row) => row.Code == EventCode.Two || (row.Code == EventCode.One && _codes[(int)EventCode.Two] == 0);
}
