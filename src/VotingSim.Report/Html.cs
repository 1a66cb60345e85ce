using System.Net;
using System.Text;

namespace VotingSim.Report;

/// <summary>Writes a page that is HTML and well-formed XML alike.</summary>
internal sealed class Html
{
    private readonly StringBuilder _text = new();
    private readonly Stack<string> _open = new();

    public override string ToString() => _text.ToString();

    /// <summary>A text with what has a meaning in HTML written as entities.</summary>
    public static string Escape(string text) => WebUtility.HtmlEncode(text);

    /// <summary>Opens an element.</summary>
    /// <param name="tag">Its tag.</param>
    /// <param name="attributes">Its attributes, as they are written.</param>
    public Html Open(string tag, string attributes = "")
    {
        _open.Push(tag);
        _text.Append('<').Append(tag).Append(attributes.Length > 0 ? " " : "").Append(attributes).Append('>');
        return this;
    }

    /// <summary>Closes the element that was opened last.</summary>
    public Html Close()
    {
        _text.Append("</").Append(_open.Pop()).Append(">\n");
        return this;
    }

    /// <summary>Writes an element with a text in it.</summary>
    public Html Add(string tag, string text, string attributes = "") => Open(tag, attributes).Raw(Escape(text)).Close();

    /// <summary>Writes what is HTML already.</summary>
    public Html Raw(string html)
    {
        _text.Append(html);
        return this;
    }

    /// <summary>Writes a figure with its caption and the links to its files.</summary>
    /// <param name="figure">The figure.</param>
    /// <param name="number">Its number on the page.</param>
    /// <param name="wide">Its SVG document for a wide page.</param>
    /// <param name="narrow">Its SVG document for a narrow one.</param>
    public Html Figure(Figure figure, int number, string wide, string narrow)
    {
        Open("figure", $"id=\"figure-{figure.Name}\"").Raw(OfClass(wide, "wide")).Raw("\n").Raw(OfClass(narrow, "narrow"));
        Open("figcaption").Add("b", $"Figure {number}. {figure.Title}.").Raw($" {Escape(figure.Caption)} ");
        Open("span", "class=\"files\"").Raw(
            $"<a href=\"figures/{figure.Name}.svg\">SVG</a>, <a href=\"figures/{figure.Name}.png\">PNG</a>, <a "
                + $"href=\"figures/{figure.Name}.csv\">numbers</a>");
        return Close().Close().Close();
    }

    /// <summary>Writes a table that scrolls sideways where the page is narrow.</summary>
    /// <param name="caption">What it is.</param>
    /// <param name="head">Headings of the columns.</param>
    /// <param name="rows">Its rows; the first cell is the heading of the row. A cell's second line is set small.</param>
    public Html Table(string caption, IReadOnlyList<string> head, IEnumerable<IReadOnlyList<string>> rows)
    {
        Open("div", $"class=\"table\" role=\"region\" tabindex=\"0\" aria-label=\"{Escape(caption)}\"").Open("table").Add("caption",
            caption).Open("thead").Open("tr");
        foreach (var heading in head)
        {
            Add("th", heading, "scope=\"col\"");
        }

        Close().Close().Open("tbody");
        foreach (var row in rows)
        {
            Open("tr");
            for (var column = 0; column < row.Count; column++)
            {
                Open(column == 0 ? "th" : "td", column == 0 ? "scope=\"row\"" : "");
                var lines = row[column].Split('\n');
                Raw(Escape(lines[0]));
                foreach (var line in lines[1..])
                {
                    Raw(" ").Add("small", line);
                }

                Close();
            }

            Close();
        }

        return Close().Close().Close();
    }

    private static string OfClass(string svg, string name) => svg.Replace("<svg ", $"<svg class=\"{name}\" ", StringComparison.Ordinal);
}
