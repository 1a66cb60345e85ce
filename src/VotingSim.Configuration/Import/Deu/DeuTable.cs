using System.Collections.Immutable;
using System.Text;

namespace VotingSim.Configuration.Import.Deu;

/// <summary>Reads the table of decisions: a row per issue, columns p and s with the name of each actor, and rows of no issue, as that with gross
/// domestic products, which are passed over.</summary>
internal sealed class DeuTable : IDisposable
{
    private const string Number = "a number from 0 to 100, or nothing";
    private const string Day = "a day, or 999";

    private readonly CsvFile _table;
    private readonly CsvColumn _proposal;
    private readonly CsvColumn _issue;
    private readonly CsvColumn? _title;
    private readonly CsvColumn _procedure;
    private readonly CsvColumn _vote;
    private readonly CsvColumn _introduced;
    private readonly CsvColumn _adopted;
    private readonly CsvColumn _referencePoint;
    private readonly CsvColumn _outcome;
    private readonly ImmutableArray<(string Actor, CsvColumn Position, CsvColumn Salience)> _actors;

    private DeuTable(CsvFile table)
    {
        _table = table;
        _proposal = table.Column("prnr", "the number of a proposal");
        _issue = table.Column("isnr", "a number of its own for every issue");
        _title = Find("prname", "a text") is { } title ? title : null;
        _procedure = table.Column("proc", "COD or CNS");
        _vote = table.Column("counvte", "QMV, QMV(10) or Unan");
        _introduced = table.Column("intro", Day);
        _adopted = table.Column("finact", Day);
        _referencePoint = table.Column("rp", Number);
        _outcome = table.Column("out", Number);
        _actors =
        [
            .. from actor in DeuStates.Actors
               where Find($"p{actor}", Number) is not null
               select (actor, table.Column($"p{actor}", Number), table.Column($"s{actor}", Number)),
        ];
        if (!_actors.Any(actor => DeuStates.Of(actor.Actor) is not null))
        {
            table.Report("no column is the position of a member state; expected columns such as pfr and sfr");
        }
    }

    /// <summary>Reads all issues.</summary>
    /// <exception cref="ConfigurationException">There is no such file, or something is wrong with it; every problem with its place.</exception>
    public static ImmutableArray<DeuIssue> Read(string path)
    {
        using var reader = new DeuTable(CsvFile.Open(path, encoding: Encoding.Latin1));
        reader._table.ThrowOnProblems();
        var issues = ImmutableArray.CreateBuilder<DeuIssue>();
        var known = new HashSet<string>(StringComparer.Ordinal);
        while (reader._table.Read())
        {
            if (reader.Issue() is { } issue && reader.IsNew(issue, known))
            {
                issues.Add(issue);
            }
        }

        reader._table.ThrowOnProblems();
        return issues.ToImmutable();
    }

    public void Dispose() => _table.Dispose();

    private CsvColumn? Find(string name, string expected) =>
        _table.Columns.Contains(name, StringComparer.OrdinalIgnoreCase) ? _table.Column(name, expected) : null;

    private bool IsNew(DeuIssue issue, HashSet<string> known)
    {
        var isName = NameAttribute.IsOne(issue.Number) && NameAttribute.IsOne(issue.Proposal);
        if (!isName)
        {
            _table.Report(NameAttribute.IsOne(issue.Number) ? _proposal : _issue, "this is no name");
        }
        else if (!known.Add(NameId.Of(issue.Number)))
        {
            _table.Report(_issue, $"'{CsvFile.Quote(issue.Number)}' has a row already");
            return false;
        }

        return isName;
    }

    private DeuIssue? Issue()
    {
        if (_table.Text(_proposal).IsEmpty && _table.Text(_issue).IsEmpty)
        {
            return null;
        }

        return new()
        {
            Number = _table.Text(_issue).ToString(),
            Proposal = _table.Text(_proposal).ToString(),
            Title = _title is { } title ? QuotedText.OneLine(_table.Text(title).ToString()) : "",
            Procedure = _table.Text(_procedure).ToString(),
            Vote = _table.Text(_vote).ToString(),
            Introduced = DeuDate.Of(_table.Text(_introduced).ToString()),
            Adopted = DeuDate.Of(_table.Text(_adopted).ToString()),
            Views = _actors.ToDictionary(
                actor => actor.Actor, actor => (NumberIn(actor.Position), NumberIn(actor.Salience)), StringComparer.Ordinal),
            ReferencePoint = NumberIn(_referencePoint),
            Outcome = NumberIn(_outcome),
        };
    }

    private double? NumberIn(CsvColumn column)
    {
        var text = _table.Text(column);
        if (CsvFile.IsMissing(text))
        {
            return null;
        }

        if (_table.IsNumber(text, out var number) && number is >= 0 and <= 100)
        {
            return number;
        }

        _table.Report(column, $"this is '{CsvFile.Quote(text)}'");
        return null;
    }
}
