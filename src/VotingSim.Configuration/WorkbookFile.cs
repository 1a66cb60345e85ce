using System.Collections.Immutable;
using System.Data;
using System.Globalization;
using System.Text;
using ExcelDataReader;

namespace VotingSim.Configuration;

/// <summary>A sheet of a workbook of Excel, as a table. A problem's line and column are the cell's row and column.</summary>
/// <remarks>What a cell shows is not what it holds: numbers are read as they are stored, whatever their format, and formulas by their last
/// value.</remarks>
public sealed class WorkbookFile : IUserTable
{
    private const int LargestFile = 16 << 20;
    private const int MostCells = 1_000_000;
    private const int MostColumns = 16_384; // that Excel has

    private readonly string _file;
    private readonly List<Problem> _problems = [];
    private readonly List<(int Line, string[] Cells)> _rows;
    private int _row = -1;
    private long _more;

    private WorkbookFile(string file, List<(int Line, string[] Cells)> rows)
    {
        _file = file;
        _rows = rows;
        Columns = rows.Count == 0 ? [] : [.. rows[0].Cells.Select(cell => cell.Trim())];
        _row = 0;
    }

    /// <inheritdoc/>
    public ImmutableArray<string> Columns { get; }

    /// <summary>Whether a file is a workbook, by its name.</summary>
    public static bool IsOne(string path) => Path.GetExtension(path).ToUpperInvariant() is ".XLSX" or ".XLSM" or ".XLS";

    /// <summary>Opens a sheet; its first row that is not empty is the header.</summary>
    /// <param name="path">The workbook.</param>
    /// <param name="sheet">The name of the sheet; null for the first one.</param>
    /// <exception cref="ConfigurationException">There is no such file or sheet, or it cannot be read.</exception>
    public static WorkbookFile Open(string path, string? sheet)
    {
        var location = Location.OfFile(path);
        if (!location.Exists || Directory.Exists(location.Path))
        {
            throw Refusal(location.Display, $"there is no such file{Hint(Nearest.To(Path.GetFileName(location.Path), location.Neighbours))}");
        }

        try
        {
            using var stream = File.OpenRead(location.Path);
            if (stream.Length > LargestFile)
            {
                throw Refusal(location.Display, $"the file is larger than {LargestFile >> 20} MB and was not read; expected a table of actors");
            }

            Encoding.RegisterProvider(CodePagesEncodingProvider.Instance); // the older format has texts in them
            using var reader = ExcelReaderFactory.CreateReader(stream);
            return new(location.Display, Rows(reader, location.Display, sheet));
        }
        catch (Exception e) when (e is not ConfigurationException)
        {
            var why = e is IOException or UnauthorizedAccessException ? $"the file cannot be read: {e.Message}"
                : "this is no workbook that can be read";
            throw Refusal(location.Display, $"{why}; expected .xlsx, without a password");
        }
    }

    /// <inheritdoc/>
    public CsvColumn Column(string name, string expected)
    {
        var index = Columns.IndexOf(Columns.FirstOrDefault(column => column.Equals(name, StringComparison.OrdinalIgnoreCase)) ?? name);
        if (index < 0)
        {
            Report($"there is no column '{CsvFile.Quote(name)}'{Nearest.Hint(name, Columns)}");
        }

        return new(index, name, expected);
    }

    /// <inheritdoc/>
    public bool Read() => ++_row < _rows.Count;

    /// <inheritdoc/>
    public ReadOnlySpan<char> Text(CsvColumn column) =>
        column.Index < _rows[_row].Cells.Length ? _rows[_row].Cells[column.Index].AsSpan().Trim() : "";

    /// <inheritdoc/>
    public bool IsNumber(ReadOnlySpan<char> text, out double value) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value) && double.IsFinite(value);

    /// <inheritdoc/>
    public void Report(CsvColumn column, string what) =>
        Add(_rows[_row].Line, column.Index + 1, $"{column.Name}: {what}; expected {column.Expected}");

    /// <inheritdoc/>
    public void Report(string message) => Add(0, 0, message);

    /// <inheritdoc/>
    public void ThrowOnProblems()
    {
        if (_problems.Count > 0)
        {
            throw new ConfigurationException(_problems, _more);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // The file was read at once and is closed.
    }

    private static List<(int Line, string[] Cells)> Rows(IExcelDataReader reader, string file, string? sheet)
    {
        var names = new List<string>();
        do
        {
            names.Add(reader.Name);
            if (sheet is null || reader.Name == sheet)
            {
                return Rows(reader, file);
            }
        }
        while (reader.NextResult());

        throw Refusal(file, $"there is no sheet '{CsvFile.Quote(sheet)}'{Nearest.Hint(sheet, names)}");
    }

    private static List<(int Line, string[] Cells)> Rows(IDataReader reader, string file)
    {
        if (reader.FieldCount > MostColumns)
        {
            // A row is as long as its farthest cell says, and memory is taken for all of it.
            throw Refusal(file, $"the sheet says that it has {reader.FieldCount} columns; expected a table of actors");
        }

        var rows = new List<(int Line, string[] Cells)>();
        for (int line = 1, cells = 0; reader.Read(); line++)
        {
            string[] row = [.. Enumerable.Range(0, reader.FieldCount).Select(cell => Text(reader.GetValue(cell)))];
            cells += Math.Max(1, row.Length);
            if (cells > MostCells)
            {
                throw Refusal(file, $"the sheet has more than {MostCells} cells; expected a table of actors");
            }

            if (Array.Exists(row, cell => !string.IsNullOrWhiteSpace(cell)))
            {
                rows.Add((line, row));
            }
        }

        return rows.Count > 0 ? rows : throw Refusal(file, "the sheet is empty; expected a header with the names of the columns");
    }

    private static string Text(object? cell) => cell switch
    {
        null => "",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => cell.ToString() ?? "",
    };

    private static string Hint(string? meant) => meant is null ? "" : $"; did you mean '{meant}'?";

    private static ConfigurationException Refusal(string file, string message) => new([new Problem(file, 0, 0, "", message)]);

    private void Add(int line, int column, string message)
    {
        if (_problems.Count < CsvFile.MostProblems)
        {
            _problems.Add(new(_file, line, column, "", message));
        }
        else
        {
            _more++;
        }
    }
}
