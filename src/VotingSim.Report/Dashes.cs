using System.Globalization;
using ScottPlot;

namespace VotingSim.Report;

/// <summary>The broken lines of a figure.</summary>
/// <remarks>
/// Into an SVG, Skia writes a broken line as the outline of every dash: large, and no line any more for whoever edits the figure. There the pattern
/// travels as the limit of
/// mitres, in which the lines of figures differ in nothing else, and becomes a dash array when the document is finished.
/// </remarks>
internal sealed class Dashes
{
    private const float NoPattern = 4;
    private readonly List<(LineStyle Style, LinePattern Pattern)> _lines = [];
    private readonly List<LinePattern> _patterns = [];

    /// <summary>Gives a line its pattern.</summary>
    public void Add(LineStyle style, LinePattern pattern)
    {
        _lines.Add((style, pattern));
        if (pattern.Intervals.Length > 0 && !_patterns.Contains(pattern))
        {
            _patterns.Add(pattern);
        }
    }

    /// <summary>Sets all lines for a medium.</summary>
    /// <param name="asMiter">Whether the pattern travels as the limit of mitres.</param>
    public void Write(bool asMiter)
    {
        foreach (var (style, pattern) in _lines)
        {
            style.Pattern = asMiter ? LinePattern.Solid : pattern;
            style.StrokeMiter = asMiter && pattern.Intervals.Length > 0 ? NoPattern + 1 + _patterns.IndexOf(pattern) : NoPattern;
        }
    }

    /// <summary>The dash array that a limit of mitres stands for; null where it stands for none.</summary>
    public string? Of(string miterLimit) =>
        float.Parse(miterLimit, CultureInfo.InvariantCulture) - NoPattern - 1 is >= 0 and var index && index < _patterns.Count
            ? string.Join(' ', _patterns[(int)index].Intervals.Select(interval => interval.ToString(CultureInfo.InvariantCulture))) : null;
}
