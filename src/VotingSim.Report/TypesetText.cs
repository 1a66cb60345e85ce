using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using SkiaSharp;
using SkiaSharp.HarfBuzz;

namespace VotingSim.Report;

/// <summary>A text with letters that the font of the figures lacks: cut into pieces by font, and shaped, so that marks and vowels stand where their
/// script has them.</summary>
internal sealed class TypesetText
{
    private static readonly ConditionalWeakTable<SKTypeface, SKShaper> Shapers = [];

    private TypesetText(ImmutableArray<TextPiece> pieces, ImmutableArray<Script> missing) => (Pieces, Missing) = (pieces, missing);

    /// <summary>The pieces from left to right.</summary>
    public ImmutableArray<TextPiece> Pieces { get; }

    /// <summary>Scripts in it that no font has; their letters are empty boxes.</summary>
    public ImmutableArray<Script> Missing { get; }

    /// <summary>Finds a font for every letter.</summary>
    /// <param name="text">The text.</param>
    /// <param name="own">The font that is taken where it has the letters.</param>
    /// <param name="bold">Whether bold ones are preferred.</param>
    /// <param name="source">Where the others come from.</param>
    public static TypesetText Of(string text, SKTypeface own, bool bold, IFontSource source)
    {
        List<(SKTypeface Face, string Text, bool IsNeutral)> elements = [];
        var missing = new List<Script>();
        var walk = StringInfo.GetTextElementEnumerator(text);
        while (walk.MoveNext())
        {
            var element = walk.GetTextElement();
            int[] letters = [.. element.EnumerateRunes().Where(rune => !IsSilent(rune)).Select(rune => rune.Value)];
            if (letters.Length == 0)
            {
                elements.Add((elements is [.., var last] ? last.Face : own, element, true));
                continue;
            }

            var face = own;
            if (!letters.All(own.ContainsGlyph))
            {
                var script = Script.Of(letters.First(letter => !own.ContainsGlyph(letter)));
                if (source.Find(script, letters, bold) is { } found)
                {
                    face = found;
                }
                else if (!missing.Contains(script))
                {
                    missing.Add(script);
                }
            }

            elements.Add((face, element, letters.All(letter => !Rune.IsLetterOrDigit(new(letter)))));
        }

        return new(Joined(elements, own), [.. missing]);
    }

    /// <summary>Width. Unit: pixels.</summary>
    public float Width(float size, bool bold)
    {
        var width = 0f;
        foreach (var piece in Pieces)
        {
            using var font = Font(piece.Face, size, bold);
            width += Shape(piece, font).Width;
        }

        return width;
    }

    /// <summary>Draws it from a point of its baseline to the right.</summary>
    public void Draw(SKCanvas canvas, float x, float y, float size, bool bold, SKPaint paint)
    {
        foreach (var piece in Pieces)
        {
            using var font = Font(piece.Face, size, bold);
            var shaped = Shape(piece, font);
            using var builder = new SKTextBlobBuilder();
            builder.AddPositionedRun([.. shaped.Codepoints.Select(glyph => (ushort)glyph)], font, shaped.Points);
            using var blob = builder.Build();
            if (blob is not null)
            {
                canvas.DrawText(blob, x, y, paint);
            }

            x += shaped.Width;
        }
    }

    /// <summary>The glyphs of all pieces; 0 is the empty box.</summary>
    public ImmutableArray<uint> Glyphs() =>
    [
        .. Pieces.SelectMany(piece =>
        {
            using var font = Font(piece.Face, Canvas.TextSize, bold: false);
            return Shape(piece, font).Codepoints;
        }),
    ];

    // A blank or a comma within a script stays with it, so that it is not torn.
    private static ImmutableArray<TextPiece> Joined(List<(SKTypeface Face, string Text, bool IsNeutral)> elements, SKTypeface own)
    {
        List<TextPiece> pieces = [];
        for (var index = 0; index < elements.Count; index++)
        {
            var (face, text, isNeutral) = elements[index];
            if (isNeutral && face == own && pieces is [.., var before] && before.Face != own
                && elements.Skip(index).FirstOrDefault(element => !element.IsNeutral).Face == before.Face
                && text.EnumerateRunes().All(rune => before.Face.ContainsGlyph(rune.Value)))
            {
                face = before.Face;
            }

            if (pieces is [.., var last] && last.Face == face)
            {
                pieces[^1] = last with { Text = last.Text + text };
            }
            else
            {
                pieces.Add(new(face, text));
            }
        }

        return [.. pieces];
    }

    private static bool IsSilent(Rune rune) => rune.Value is >= 0x200B and <= 0x200F or 0x2060 or 0xFEFF or (>= 0xFE00 and <= 0xFE0F);

    // A family without a bold face is drawn bolder.
    private static SKFont Font(SKTypeface face, float size, bool bold) => new(face, size)
    {
        Subpixel = true,
        Hinting = SKFontHinting.None,
        Embolden = bold && face.FontWeight < (int)SKFontStyleWeight.SemiBold,
    };

    private static SKShaper.Result Shape(TextPiece piece, SKFont font)
    {
        var shaper = Shapers.GetValue(piece.Face, face => new(face));
        lock (shaper)
        {
            return shaper.Shape(piece.Text, 0, 0, font);
        }
    }
}
