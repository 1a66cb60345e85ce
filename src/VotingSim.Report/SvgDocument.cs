using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace VotingSim.Report;

/// <summary>Makes what Skia writes an SVG that can be read aloud, searched, scaled and put beside others on a page.</summary>
internal static partial class SvgDocument
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    /// <summary>Finishes a document.</summary>
    /// <param name="bytes">What Skia wrote.</param>
    /// <param name="name">Begins every id.</param>
    /// <param name="title">Its title.</param>
    /// <param name="description">What it shows.</param>
    /// <param name="dashes">The broken lines in it.</param>
    /// <param name="texts">Its texts.</param>
    public static string Finish(byte[] bytes, string name, string title, string description, Dashes dashes,
        IReadOnlyList<TextMark> texts)
    {
        using var stream = new MemoryStream(bytes);
        var root = XDocument.Load(stream).Root!;
        root.SetAttributeValue("viewBox", $"0 0 {root.Attribute("width")!.Value} {root.Attribute("height")!.Value}");
        root.SetAttributeValue("role", "img");
        root.SetAttributeValue("aria-labelledby", $"{name}-title {name}-desc");
        root.SetAttributeValue("font-family", ChartFont.Stack);
        Rename(root, name);
        Dash(root, dashes);
        Round(root);
        foreach (var text in root.Descendants(Svg + "text"))
        {
            Rewrite(text, texts);
        }

        root.AddFirst(
            new XElement(Svg + "title", new XAttribute("id", $"{name}-title"), title),
            new XElement(Svg + "desc", new XAttribute("id", $"{name}-desc"), description));

        var writer = new StringWriter(CultureInfo.InvariantCulture);
        using (var xml = XmlWriter.Create(writer, new() { OmitXmlDeclaration = true, NewLineChars = "\n" }))
        {
            root.WriteTo(xml);
        }

        return writer.ToString();
    }

    // A hundredth of a pixel is more than anybody sees.
    private static void Round(XElement root)
    {
        foreach (var attribute in root.Descendants().Attributes().Where(attribute =>
            attribute.Name.LocalName is "d" or "x" or "y" or "width" or "height" or "cx" or "cy" or "rx" or "ry" or "transform"))
        {
            attribute.Value = Fraction().Replace(attribute.Value, match =>
                double.Parse(match.Value, CultureInfo.InvariantCulture).ToString("0.##", CultureInfo.InvariantCulture));
        }
    }

    private static void Dash(XElement root, Dashes dashes)
    {
        root.Descendants().Where(element => element.Attribute("d") is { Value.Length: 0 }).Remove();
        foreach (var element in root.Descendants().Where(element => element.Attribute("stroke-miterlimit") is not null))
        {
            element.SetAttributeValue("stroke-dasharray", dashes.Of(element.Attribute("stroke-miterlimit")!.Value));
            element.SetAttributeValue("stroke-miterlimit", null);
            if (element.Attribute("stroke-width") is { Value: "1" } width)
            {
                width.Remove();
            }
        }
    }

    // Skia numbers clip paths by a counter that all documents of a process share.
    private static void Rename(XElement root, string name)
    {
        Dictionary<string, string> names = [];
        foreach (var element in root.Descendants())
        {
            if (element.Attribute("id") is { } id)
            {
                names[$"url(#{id.Value})"] = $"url(#{name}-clip{names.Count + 1})";
                id.Value = $"{name}-clip{names.Count}";
            }

            if (element.Attribute("clip-path") is { } clip)
            {
                clip.Value = names[clip.Value];
            }
        }
    }

    // Skia places every letter by itself. A whole word is selected and found as one, and with its length given it takes its room in any font.
    private static void Rewrite(XElement text, IReadOnlyList<TextMark> texts)
    {
        var value = text.Value.Trim('\n', '\t', '\r');
        var size = float.Parse(text.Attribute("font-size")!.Value, CultureInfo.InvariantCulture);
        var bold = text.Attribute("font-weight") is not null;
        text.Attribute("font-family")?.Remove();
        text.SetAttributeValue("x", First(text, "x"));
        text.SetAttributeValue("y", First(text, "y"));
        if (TextMark.StandingFor(value, texts) is { } foreign)
        {
            // The reader's machine chooses the font, of which nobody knows the width.
            text.SetAttributeValue("text-anchor", foreign.SvgAnchor);
            value = foreign.Text;
        }
        else if (value.Length > 1)
        {
            text.SetAttributeValue("textLength", ChartFont.Width(value, size, bold).ToString("0.##", CultureInfo.InvariantCulture));
        }

        text.Value = value;
    }

    [GeneratedRegex(@"-?\d+\.\d{3,}", RegexOptions.None, 1000)]
    private static partial Regex Fraction();

    private static string First(XElement text, string name) => text.Attribute(name)!.Value.Split(',')[0].Trim();
}
