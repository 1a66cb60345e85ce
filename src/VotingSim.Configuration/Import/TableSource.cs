namespace VotingSim.Configuration.Import;

/// <summary>Reads actors from a table.</summary>
internal sealed class TableSource
{
    private readonly IUserTable _table;
    private readonly ImportOptions _options;
    private readonly ColumnRoles _roles;
    private readonly string _only;
    private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);

    private TableSource(IUserTable table, ImportOptions options, string only)
    {
        (_table, _options, _only) = (table, options, only);
        _roles = ColumnRoles.Of(table, options);
    }

    /// <summary>Reads a table.</summary>
    /// <param name="table">The table.</param>
    /// <param name="options">What the user says of it.</param>
    /// <param name="only">The name of the issue where it has no more than one.</param>
    /// <exception cref="ConfigurationException">Something is wrong with it.</exception>
    public static ActorSource Read(IUserTable table, ImportOptions options, string only)
    {
        var reader = new TableSource(table, options, only);
        table.ThrowOnProblems();
        var source = new ActorSource();
        while (table.Read())
        {
            reader.ReadRow(source);
        }

        table.ThrowOnProblems();
        return source;
    }

    private void ReadRow(ActorSource source)
    {
        if (ActorOf(source) is not { } actor)
        {
            return;
        }

        if (_roles.Label is { } label && _table.Text(label).ToString() is { Length: > 0 } name)
        {
            actor.Name = Line(label, name);
        }

        if (_roles.Influence is { } column && Number(column) is { } influence)
        {
            if (influence <= 0)
            {
                _table.Report(column, "a voice without weight is no actor's");
            }
            else if (influence > ActorSource.MostInfluence)
            {
                _table.Report(
                    column, FormattableString.Invariant($"{influence} is more than {ActorSource.MostInfluence}: only shares matter, so divide all"));
            }
            else if (actor.Influence is { } before && before != influence)
            {
                _table.Report(column, FormattableString.Invariant($"'{actor.Code}' has {influence} here and {before} before"));
            }

            actor.Influence = influence;
        }

        foreach (var view in _roles.Views)
        {
            if (IssueOf(view, source) is { } issue)
            {
                ReadView(view, issue, actor, source);
            }
        }
    }

    private void ReadView(IssueColumns view, string issue, ActorRow actor, ActorSource source)
    {
        var salience = view.Salience is { } column ? OnScale(column, _options.SalienceScale) : null;
        if (!actor.Views.TryAdd(issue, (OnScale(view.Position, _options.Scale), salience)))
        {
            _table.Report(_roles.Actor, $"'{actor.Code}' has a row for '{CsvFile.Quote(issue)}' already");
        }

        var statusQuo = _roles.StatusQuo is { } point ? OnScale(point, _options.Scale) : null;
        if (!source.Issues.TryAdd(issue, statusQuo) && statusQuo is not null)
        {
            if (source.Issues[issue] is { } before && before != statusQuo)
            {
                _table.Report(_roles.StatusQuo!.Value, $"another row gives another status quo of '{CsvFile.Quote(issue)}'");
            }

            source.Issues[issue] = statusQuo;
        }
    }

    /// <summary>The actor of the row; null where there is none, which has then been reported.</summary>
    private ActorRow? ActorOf(ActorSource source)
    {
        var text = _table.Text(_roles.Actor).ToString();
        var code = ActorSource.CodeOf(text);
        if (!CodeAttribute.IsOne(code) || !NameAttribute.IsOne(text))
        {
            _table.Report(_roles.Actor, $"'{CsvFile.Quote(text)}' is no name of an actor");
            return null;
        }

        if (!_texts.TryAdd(code, text) && _texts[code] != text)
        {
            _table.Report(_roles.Actor, $"'{CsvFile.Quote(text)}' and '{CsvFile.Quote(_texts[code])}' would both have the code '{code}'");
            return null;
        }

        if (!source.Actors.TryGetValue(code, out var actor))
        {
            source.Actors.Add(code, actor = new(code, text));
        }

        return actor;
    }

    /// <summary>The issue that a view is of; null where it is not taken or has no name, which has then been reported.</summary>
    private string? IssueOf(IssueColumns view, ActorSource source)
    {
        var issue = view.Name ?? (_roles.Issue is { } column ? _table.Text(column).ToString() : _only);
        if (!NameAttribute.IsOne(issue))
        {
            _table.Report(_roles.Issue ?? view.Position, $"'{CsvFile.Quote(issue)}' is no name of an issue");
            return null;
        }

        if (source.Issues.Keys.FirstOrDefault(known => known != issue && NameId.Of(known) == NameId.Of(issue)) is { } other)
        {
            _table.Report(_roles.Issue ?? view.Position, $"'{CsvFile.Quote(issue)}' and '{CsvFile.Quote(other)}' would be one column of the results");
            return null;
        }

        return _options.Issues.IsEmpty || _options.Issues.Contains(issue) ? issue : null;
    }

    private double? OnScale(CsvColumn column, ImportScale scale)
    {
        if (Number(column) is not { } number)
        {
            return null;
        }

        if (scale.Includes(number))
        {
            return scale.Map(number);
        }

        _table.Report(column, FormattableString.Invariant($"{number} is outside the scale {scale}"));
        return null;
    }

    private double? Number(CsvColumn column)
    {
        var text = _table.Text(column);
        if (CsvFile.IsMissing(text))
        {
            return null;
        }

        if (_table.IsNumber(text, out var number))
        {
            return number;
        }

        _table.Report(column, $"'{CsvFile.Quote(text)}' is not a finite number");
        return null;
    }

    private string Line(CsvColumn column, string text)
    {
        if (NameAttribute.IsOne(text))
        {
            return text;
        }

        _table.Report(column, $"'{CsvFile.Quote(text)}' is no name: {NameAttribute.Expected}");
        return "";
    }
}
