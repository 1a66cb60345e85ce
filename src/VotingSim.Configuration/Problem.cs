using System.Globalization;

namespace VotingSim.Configuration;

/// <summary>Something that is wrong with a configuration, and where.</summary>
/// <param name="File">The file, as the user named it or relative to where he is.</param>
/// <param name="Line">Line, from 1; 0 where there is none, as for a value of <c>--set</c>.</param>
/// <param name="Column">Column, from 1; 0 where there is none.</param>
/// <param name="Path">Which value, e.g. <c>deliberation.ballot-noise</c>; empty for the whole document.</param>
/// <param name="Message">What is wrong, and what was expected.</param>
public readonly record struct Problem(string File, int Line, int Column, string Path, string Message) : IComparable<Problem>
{
    /// <summary>Whether it only is not what it seems, and can be used all the same. Default: it cannot be used.</summary>
    public bool IsWarning { get; init; }

    /// <summary>In order of file, line and column.</summary>
    public int CompareTo(Problem other)
    {
        var byFile = string.CompareOrdinal(File, other.File);
        return byFile != 0 ? byFile : (Line, Column).CompareTo((other.Line, other.Column));
    }

    /// <summary><c>file:line:column: path: message</c>, the form that editors and terminals make clickable.</summary>
    /// <remarks>Control characters, which a key may contain, are shown as question marks: they must not reach a terminal.</remarks>
    public override string ToString()
    {
        var place = Line == 0 ? File : string.Create(CultureInfo.InvariantCulture, $"{File}:{Line}:{Column}");
        var text = $"{place}: {(IsWarning ? "warning: " : "")}{(Path.Length == 0 ? "" : Path + ": ")}{Message}";
        return string.Concat(text.Select(letter => ControlCharacter.In([letter]) is null ? letter : '?'));
    }
}
