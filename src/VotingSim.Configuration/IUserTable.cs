using System.Collections.Immutable;

namespace VotingSim.Configuration;

/// <summary>A table of the user's own with a header, read row by row, with every problem and its place collected on the way.</summary>
public interface IUserTable : IDisposable
{
    /// <summary>The names of the columns, in the order of the file.</summary>
    ImmutableArray<string> Columns { get; }

    /// <summary>A column that is needed. Where the table does not have it, or has it twice, that is reported.</summary>
    /// <param name="name">Its name, as in the header.</param>
    /// <param name="expected">What a cell should hold; for the messages.</param>
    CsvColumn Column(string name, string expected);

    /// <summary>Goes to the next row that has as many cells as the header. A row that has not is reported and passed over.</summary>
    /// <returns>False at the end.</returns>
    bool Read();

    /// <summary>The text of a cell of the row, without quotes and blanks around it. Valid until the next row.</summary>
    ReadOnlySpan<char> Text(CsvColumn column);

    /// <summary>Whether a text is a finite number, with a decimal point, or in a table with semicolons with a decimal comma.</summary>
    bool IsNumber(ReadOnlySpan<char> text, out double value);

    /// <summary>Reports what is wrong with a cell of the row; the message is completed with what was expected.</summary>
    void Report(CsvColumn column, string what);

    /// <summary>Reports what is wrong with the table as a whole.</summary>
    void Report(string message);

    /// <summary>Ends the reading where there were problems.</summary>
    /// <exception cref="ConfigurationException">There were; it carries the first <see cref="CsvFile.MostProblems"/> and the number of the
    /// others.</exception>
    void ThrowOnProblems();
}
