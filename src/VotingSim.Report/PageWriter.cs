using System.Collections.Immutable;
using VotingSim.Statistics;

namespace VotingSim.Report;

/// <summary>The page while it is written: what it is about, and the parts that every subject is made of.</summary>
/// <param name="content">What the report is made of.</param>
/// <param name="draw">The two SVG documents of a figure.</param>
internal sealed class PageWriter(ReportContent content, Func<Figure, (string Wide, string Narrow)> draw)
{
    private readonly HashSet<string> _placed = [];
    private int _figures;

    /// <summary>The page so far.</summary>
    public Html Html { get; } = new();

    /// <summary>What the report is made of.</summary>
    public ReportContent Content { get; } = content;

    /// <summary>The crises.</summary>
    public ImmutableArray<ReportSection> Sections { get; } = content.Sections();

    /// <summary>Whether there is a single crisis, which needs no chapter of its own.</summary>
    public bool IsAlone => Sections.Length == 1;

    /// <summary>Begins a chapter that the contents lead to.</summary>
    public void Chapter(string id, string title) => Html.Add("h2", title, $"id=\"{id}\"");

    /// <summary>Begins a part of a crisis.</summary>
    public void Part(string title) => Html.Add(IsAlone ? "h2" : "h3", title);

    /// <summary>Writes a small remark.</summary>
    public void Note(string text) => Html.Add("p", text, "class=\"note\"");

    /// <summary>Whether a figure is on the page already.</summary>
    public bool Has(Figure figure) => _placed.Contains(figure.Name);

    /// <summary>Writes figures with their captions and files.</summary>
    public void Add(IEnumerable<Figure> figures)
    {
        foreach (var figure in figures)
        {
            _placed.Add(figure.Name);
            var (wide, narrow) = draw(figure);
            Html.Figure(figure, ++_figures, wide, narrow);
        }
    }

    /// <summary>An estimate in a table, its simulation error on the second line.</summary>
    public static string Cell(Estimate estimate, string format, double scale = 1) =>
        $"{ReportNumbers.Value(estimate, format, scale)}\n{ReportNumbers.Interval(estimate, format, scale)}".TrimEnd('\n');
}
