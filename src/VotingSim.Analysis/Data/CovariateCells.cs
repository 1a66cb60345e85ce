using VotingSim.Configuration;

namespace VotingSim.Analysis.Data;

/// <summary>The cells of a covariate, until it is known whether they are numbers or words.</summary>
internal sealed class CovariateCells(CsvColumn column)
{
    private readonly NamesInOrder _texts = new();
    private readonly List<int> _rows = [];
    private readonly List<double> _numbers = []; // of each text; NaN for a word
    private int _last;
    private int[] _places = [];

    public CsvColumn Column { get; } = column;

    /// <summary>Reads the cell of a row; that it is missing is reported.</summary>
    public bool Add(CsvFile table)
    {
        if (!table.TryText(Column, out var text))
        {
            return false;
        }

        if (CsvFile.IsMissing(text))
        {
            table.Report(Column, $"'{text}' is a missing value (--drop-missing leaves such rows out)");
            return false;
        }

        _last = _texts.IndexOf(text);
        if (_last == _numbers.Count)
        {
            _numbers.Add(table.IsNumber(text, out var number) ? number : double.NaN);
        }

        return true;
    }

    /// <summary>Keeps the cell as the next row's.</summary>
    public void Keep() => _rows.Add(_last);

    /// <summary>What kind of covariate it is.</summary>
    public DataCovariate Close(SurvivalBaselines baselines)
    {
        if (!baselines.Has(Column.Name) && _numbers.TrueForAll(double.IsFinite))
        {
            return new(Column.Name, []);
        }

        if (_texts.Count > SurvivalData.MostWords)
        {
            var word = _texts.All.Find(text => !double.IsFinite(_numbers[_texts.IndexOf(text)]));
            baselines.Add($"column '{CsvFile.Quote(Column.Name)}' has {_texts.Count} different values"
                + $"{(word is null ? "" : $", of which '{CsvFile.Quote(word)}' is no number")}; "
                + $"expected numbers, or at most {SurvivalData.MostWords} words", "--covariate");
        }

        _places = baselines.Places(Column.Name, _texts.All);
        return new(Column.Name, [.. _texts.All.OrderBy(text => _places[_texts.IndexOf(text)])]);
    }

    /// <summary>The values of a row's terms.</summary>
    public void Value(int row, Span<double> values)
    {
        var text = _rows[row];
        if (_places.Length == 0)
        {
            values[0] = _numbers[text];
        }
        else if (_places[text] > 0)
        {
            values[_places[text] - 1] = 1;
        }
    }
}
