using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using nietras.SeparatedValues;

namespace VotingSim.Configuration;

/// <summary>A user's own table, read row by row, with every problem and its place collected on the way.</summary>
/// <remarks>
/// Comma, semicolon or tab, whichever the header has most of; quoted cells; UTF-8, or UTF-16 with a byte order mark; any line ends. Blank lines
/// are passed over, and blanks around a cell do not count. A column is found in whatever case its name is written, and in a table with
/// semicolons a number may have a decimal comma. Memory does not grow with the number of rows: the reader holds one row, and of the problems
/// the first <see cref="MostProblems"/>.
/// <code>
/// using var table = CsvFile.Open(path);
/// var time = table.Column("days", "a time of 0 or more");
/// table.ThrowOnProblems();
/// while (table.Read())
/// {
///     if (table.TryNumber(time, out var days)) { ... }
/// }
///
/// table.ThrowOnProblems();
/// </code>
/// </remarks>
public sealed class CsvFile : IUserTable
{
    /// <summary>How many problems are reported one by one; of the others only their number.</summary>
    public const int MostProblems = 20;

    private const string Separators = ",;\t";
    private const int LongestHeader = 1 << 20;
    private const int LongestQuote = 40;

    private readonly string _file;
    private readonly SepReader _rows;
    private readonly Sep _separator;
    private readonly int _headerLines;
    private readonly List<Problem> _problems = [];
    private long _more;
    private int _lastLine; // on which the row ends

    private CsvFile(string file, StreamReader text, bool hasTitle)
    {
        _file = file;
        var title = hasTitle ? Header(text) : null;
        var header = Header(text);
        _lastLine = _headerLines = 1 + header.AsSpan().Count('\n') + (title is null ? 0 : 1 + title.AsSpan().Count('\n'));
        _separator = Sep.New(Separators.MaxBy(separator => Unquoted(header, separator))); // the first of them where there is none
        (Title, Columns) = (title is null ? [] : Cells(title), Cells(header));
        _rows = _separator.Reader(options => options with { HasHeader = false, DisableColCountCheck = true }).From(text);
    }

    /// <summary>The cells of the line above the header; none where there is no such line.</summary>
    public ImmutableArray<string> Title { get; }

    /// <inheritdoc/>
    public ImmutableArray<string> Columns { get; }

    /// <summary>Opens a table and reads its header.</summary>
    /// <param name="path">The file; <see cref="StandardInput"/> where it is a hyphen.</param>
    /// <param name="hasTitle">Whether a line stands above the header. Default: none does.</param>
    /// <param name="encoding">How the text is written where no byte order mark says it. Default: UTF-8, and anything else is refused.</param>
    /// <exception cref="ConfigurationException">There is no such file, or it cannot be read as text.</exception>
    public static CsvFile Open(string path, bool hasTitle = false, Encoding? encoding = null) =>
        Open(Location.OfFile(StandardInput.Is(path) ? StandardInput.Name : path), hasTitle, StandardInput.Is(path), encoding);

    /// <summary>Opens a table of the user's or one that ships; see the public version.</summary>
    internal static CsvFile Open(Location location, bool hasTitle = false, bool isPiped = false, Encoding? encoding = null)
    {
        var name = Path.GetFileName(location.Path);
        if (!location.IsShipped && Directory.Exists(location.Path))
        {
            throw Refusal(location.Display, 0, "this is a folder; expected a table (.csv)");
        }

        if (!location.Exists && !isPiped)
        {
            throw Refusal(
                location.Display,
                0,
                $"there is no such file{(Nearest.To(name, location.Neighbours) is { } meant ? $"; did you mean '{meant}'?" : "")}");
        }

        StreamReader? text = null;
        try
        {
            text = new(
                isPiped ? Console.OpenStandardInput() : location.IsShipped ? Shipped.Open(location.Path) : File.OpenRead(location.Path),
                encoding ?? new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true),
                detectEncodingFromByteOrderMarks: true);
            return new(location.Display, text, hasTitle);
        }
        catch (Exception e) when (Explain(e) is not null)
        {
            text?.Dispose();
            throw Refusal(location.Display, 1, Explain(e)!);
        }
    }

    /// <inheritdoc/>
    public CsvColumn Column(string name, string expected)
    {
        var index = Columns.IndexOf(name);
        var found = name;
        if (index < 0 && Columns.Count(column => column.Equals(name, StringComparison.OrdinalIgnoreCase)) == 1)
        {
            found = Columns.First(column => column.Equals(name, StringComparison.OrdinalIgnoreCase));
            index = Columns.IndexOf(found);
        }

        if (index < 0)
        {
            Add(1, 1, $"there is no column '{Quote(name)}'{Nearest.Hint(name, Columns)}");
        }
        else if (Columns.Skip(index + 1).Contains(found))
        {
            Add(1, 1, $"there are two columns '{Quote(name)}'; expected one");
        }

        return new(index, name, expected);
    }

    /// <inheritdoc/>
    public bool Read()
    {
        try
        {
            while (_rows.MoveNext())
            {
                var row = _rows.Current;
                _lastLine = _headerLines + row.LineNumberToExcl - 1;
                if (row.ColCount == Columns.Length || IsPadded(row))
                {
                    if (row.ColCount > 1 || !row[0].Span.IsWhiteSpace())
                    {
                        return true;
                    }
                }
                else if (!row.Span.IsWhiteSpace())
                {
                    Add(_lastLine - row.Span.Count('\n'), 1, $"this row has {Cells(row.ColCount)}, the header {Columns.Length}; expected as many");
                }
            }
        }
        catch (Exception e) when (Explain(e) is not null)
        {
            Add(_lastLine, 1, $"after this row, {Explain(e)}");
        }

        return false;
    }

    /// <inheritdoc/>
    public ReadOnlySpan<char> Text(CsvColumn column) => Plain(_rows.Current[column.Index].Span);

    /// <summary>The text of a cell, where it is not empty; that it is has been reported otherwise.</summary>
    public bool TryText(CsvColumn column, out ReadOnlySpan<char> text)
    {
        text = Text(column);
        if (text.IsEmpty)
        {
            Report(column, "this cell is empty");
        }

        return !text.IsEmpty;
    }

    /// <summary>The finite number in a cell; that there is none has been reported otherwise.</summary>
    public bool TryNumber(CsvColumn column, out double value)
    {
        if (!TryText(column, out var text))
        {
            value = double.NaN;
            return false;
        }

        if (IsNumber(text, out value))
        {
            return true;
        }

        Report(column, IsMissing(text) ? $"'{text}' is a missing value"
            : text.Contains(',') ? $"'{Quote(text)}' is not a number with a decimal point"
            : $"'{Quote(text)}' is not a finite number");
        return false;
    }

    /// <inheritdoc/>
    public bool IsNumber(ReadOnlySpan<char> text, out double value)
    {
        if (_separator.Separator == ';' && text.Count(',') == 1 && !text.Contains('.') && text.Length <= LongestQuote)
        {
            Span<char> pointed = stackalloc char[text.Length];
            text.Replace(pointed, ',', '.');
            return double.TryParse(pointed, NumberStyles.Float, CultureInfo.InvariantCulture, out value) && double.IsFinite(value);
        }

        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value) && double.IsFinite(value);
    }

    /// <summary>Whether a text stands for a missing value in the files of R, Stata, pandas or a spreadsheet.</summary>
    public static bool IsMissing(ReadOnlySpan<char> text) =>
        text is "" or "." or "NA" or "N/A" or "#N/A" or "None"
        || text.Equals("nan", StringComparison.OrdinalIgnoreCase)
        || text.Equals("null", StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public void Report(CsvColumn column, string what)
    {
        var row = _rows.Current.Span;
        var start = Start(row, column.Index);
        var before = row[..start];
        Add(_lastLine - row[start..].Count('\n'), before.Length - before.LastIndexOf('\n'), $"{column.Name}: {what}; expected {column.Expected}");
    }

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

    /// <summary>A text of the user's, shortened, and without control characters, which must not reach a terminal.</summary>
    public static string Quote(ReadOnlySpan<char> text) =>
        string.Concat((text.Length <= LongestQuote ? text.ToString() : $"{text[..LongestQuote]}...")
            .Select(letter => char.IsControl(letter) ? '?' : letter));

    /// <inheritdoc/>
    public void Dispose() => _rows.Dispose();

    private static ConfigurationException Refusal(string file, int line, string message) =>
        new([new Problem(file, line, Math.Min(1, line), "", message)]);

    private static string? Explain(Exception e) => e switch
    {
        DecoderFallbackException => "the text is not UTF-8; expected a table saved as UTF-8 (in a spreadsheet: \"CSV UTF-8\")",
        InvalidDataException or NotSupportedException => "a row is longer than any row can be; is a quotation mark missing?",
        IOException or UnauthorizedAccessException => $"the file cannot be read: {e.Message}",
        _ => null,
    };

    private static string Cells(int count) => count == 1 ? "1 cell" : $"{count} cells";

    // Some programs end every line with a separator, or only the header.
    private bool IsPadded(SepReader.Row row)
    {
        for (var cell = Columns.Length; cell < row.ColCount; cell++)
        {
            if (!row[cell].Span.IsWhiteSpace())
            {
                return false;
            }
        }

        return row.ColCount > 1 && Columns.AsSpan(Math.Min(row.ColCount, Columns.Length)..).IndexOfAnyExcept("") < 0;
    }

    // The first line, without its end; quoted line ends are part of it.
    private static string Header(StreamReader text)
    {
        var header = new StringBuilder();
        var isQuoted = false;
        for (int next; (next = text.Read()) >= 0;)
        {
            if (!isQuoted && next is '\r' or '\n')
            {
                _ = next == '\r' && text.Peek() == '\n' ? text.Read() : 0;
                break;
            }

            isQuoted ^= next == '"';
            header.Append((char)next);
            if (header.Length > LongestHeader)
            {
                throw new InvalidDataException();
            }
        }

        return string.IsNullOrWhiteSpace(header.ToString())
            ? throw new IOException("the first line is empty; expected a header with the names of the columns")
            : header.ToString();
    }

    private static ReadOnlySpan<char> Plain(ReadOnlySpan<char> cell)
    {
        cell = cell.Trim();
        if (cell is not ['"', .., '"'])
        {
            return cell;
        }

        cell = cell[1..^1];
        return (cell.Contains('"') ? cell.ToString().Replace("\"\"", "\"", StringComparison.Ordinal) : cell).Trim();
    }

    private static int Unquoted(string header, char separator) => header.Split('"')
        .Where((_, index) => index % 2 == 0)
        .Sum(part => part.Count(letter => letter == separator));

    private ImmutableArray<string> Cells(string header)
    {
        var cells = ImmutableArray.CreateBuilder<string>();
        for (var start = 0; start <= header.Length;)
        {
            var next = start + Start(header.AsSpan(start), 1);
            cells.Add(Plain(header.AsSpan(start, next - 1 - start)).ToString());
            start = next;
        }

        return cells.ToImmutable();
    }

    // Where a cell begins in a row; beyond the row's end where there is no such cell.
    private int Start(ReadOnlySpan<char> row, int cell)
    {
        var isQuoted = false;
        var index = 0;
        for (; cell > 0 && index < row.Length; index++)
        {
            isQuoted ^= row[index] == '"';
            if (!isQuoted && row[index] == _separator.Separator)
            {
                cell--;
            }
        }

        return cell > 0 ? row.Length + 1 : index;
    }

    private void Add(int line, int column, string message)
    {
        if (_problems.Count < MostProblems)
        {
            _problems.Add(new(_file, line, column, "", message));
        }
        else
        {
            _more++;
        }
    }
}
