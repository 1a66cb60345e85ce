using System.Text;

namespace VotingSim.Benchmarks.Performance;

/// <summary>A page in Markdown, which is also shown as it grows.</summary>
internal sealed class PageText
{
    private readonly StringBuilder _text = new();

    public void Title(string title) => Add($"## {title}\n");

    public void Paragraph(string text) => Add($"{text}\n");

    public void Table(string[] head, IEnumerable<string[]> rows)
    {
        var lines = rows.Select(Row).Prepend(string.Join(" | ", head.Select(_ => "---")).Insert(0, "| ") + " |").Prepend(Row(head));
        Add($"{string.Join('\n', lines)}\n");

        static string Row(string[] cells) => $"| {string.Join(" | ", cells)} |";
    }

    public void Add(string text)
    {
        Console.WriteLine(text);
        _text.Append(text).Append('\n');
    }

    public override string ToString() => _text.ToString().TrimEnd('\n') + "\n";
}
