using System.Collections.Immutable;
using nietras.SeparatedValues;

namespace VotingSim.Report;

/// <summary>A figure in all its forms.</summary>
internal sealed record Figure
{
    private const float PicturePixels = 2;

    /// <summary>Name of its files, and of its place on the page.</summary>
    public required string Name { get; init; }

    /// <summary>What it is, in a few words.</summary>
    public required string Title { get; init; }

    /// <summary>What it shows, in a sentence with its main numbers, for those who cannot see it.</summary>
    public required string Description { get; init; }

    /// <summary>How to read it.</summary>
    public required string Caption { get; init; }

    /// <summary>Names of the columns of its numbers.</summary>
    public required ImmutableArray<string> Columns { get; init; }

    /// <summary>Its numbers, as they are written.</summary>
    public required ImmutableArray<ImmutableArray<string>> Rows { get; init; }

    /// <summary>Whether it is of one crisis among several, of which a page may leave some to their files.</summary>
    public bool IsOfCrisis { get; init; } = true;

    /// <summary>Draws it on a wide page or a narrow one.</summary>
    public required Func<bool, Canvas> Draw { get; init; }

    /// <summary>The SVG document.</summary>
    public string Svg(bool narrow)
    {
        using var canvas = Draw(narrow);
        return canvas.Svg(narrow ? $"{Name}-narrow" : Name, Title, Description);
    }

    /// <summary>The PNG picture, in twice the resolution of the page, and the scripts in it that no font of the machine has.</summary>
    public (byte[] Picture, ImmutableArray<Script> Missing) Png()
    {
        using var canvas = Draw(false);
        return (canvas.Png(PicturePixels), [.. canvas.MissingScripts]);
    }

    /// <summary>Its numbers as CSV.</summary>
    public string Csv()
    {
        using var table = Sep.New(',').Writer(options => options with { Escape = true }).ToText();
        foreach (var values in Rows)
        {
            using var row = table.NewRow();
            for (var column = 0; column < Columns.Length; column++)
            {
                row[Columns[column]].Set(values[column]);
            }
        }

        return table.ToString().ReplaceLineEndings("\n");
    }
}
