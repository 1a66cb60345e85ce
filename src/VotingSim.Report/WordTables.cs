using System.Xml.Linq;

namespace VotingSim.Report;

/// <summary>Tables as a document of Word: Office Open XML (ISO/IEC 29500), in its three necessary parts.</summary>
internal static class WordTables
{
    private static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static readonly XNamespace Types = "http://schemas.openxmlformats.org/package/2006/content-types";
    private static readonly XNamespace Relations = "http://schemas.openxmlformats.org/package/2006/relationships";

    /// <summary>Writes the document.</summary>
    public static Task WriteAsync(IReadOnlyList<PaperTable> tables, Stream stream) => SteadyArchive.WriteAsync(stream,
    [
        Part("[Content_Types].xml", new XElement(Types + "Types",
            Default("rels", "application/vnd.openxmlformats-package.relationships+xml"),
            Default("xml", "application/xml"),
            new XElement(Types + "Override", new XAttribute("PartName", "/word/document.xml"),
                new XAttribute("ContentType", "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml")))),
        Part("_rels/.rels", new XElement(Relations + "Relationships", new XElement(Relations + "Relationship",
            new XAttribute("Id", "rId1"),
            new XAttribute("Type", "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"),
            new XAttribute("Target", "word/document.xml")))),
        Part("word/document.xml", new XElement(W + "document", new XAttribute(XNamespace.Xmlns + "w", W), new XElement(W + "body",
            tables.SelectMany((table, index) => Of(table, index + 1)), Landscape()))),
    ]);

    private static IEnumerable<XElement> Of(PaperTable table, int number)
    {
        yield return Paragraph($"Table {number}. {table.Caption}", bold: true, size: 20, keep: true);
        yield return new XElement(W + "tbl",
            new XElement(W + "tblPr", new XElement(W + "tblW", Value("w", "5000"), Value("type", "pct")),
                new XElement(W + "tblBorders", Border("top"), Border("bottom"))),
            new XElement(W + "tblGrid", table.Columns.Select(_ => new XElement(W + "gridCol"))),
            Row(table.Columns, isHeading: true),
            table.Rows.Select(row => Row(row, isHeading: false)));
        yield return Paragraph(table.Note, bold: false, size: 16, keep: false);
    }

    private static XElement Row(IEnumerable<string> cells, bool isHeading) => new(W + "tr",
        new XElement(W + "trPr", new XElement(W + "cantSplit"), isHeading ? new XElement(W + "tblHeader") : null),
        cells.Select((cell, column) => new XElement(W + "tc",
            new XElement(W + "tcPr", isHeading ? new XElement(W + "tcBorders", Border("bottom")) : null),
            Paragraph(cell, isHeading, 16, keep: isHeading, right: column > 0))));

    // Size in half points.
    private static XElement Paragraph(string text, bool bold, int size, bool keep, bool right = false) => new(W + "p",
        new XElement(W + "pPr", keep ? new XElement(W + "keepNext") : null, right ? new XElement(W + "jc", Value("val", "right")) : null),
        new XElement(W + "r",
            new XElement(W + "rPr", bold ? new XElement(W + "b") : null, new XElement(W + "sz", Value("val", $"{size}"))),
            new XElement(W + "t", new XAttribute(XNamespace.Xml + "space", "preserve"), text)));

    private static XElement Landscape() => new(W + "sectPr",
        new XElement(W + "pgSz", Value("w", "16838"), Value("h", "11906"), Value("orient", "landscape")),
        new XElement(W + "pgMar", Value("top", "1134"), Value("right", "1134"), Value("bottom", "1134"), Value("left", "1134"),
            Value("header", "709"), Value("footer", "709"), Value("gutter", "0")));

    private static XElement Border(string side) =>
        new(W + side, Value("val", "single"), Value("sz", "8"), Value("space", "0"), Value("color", "000000"));

    private static XAttribute Value(string name, string value) => new(W + name, value);

    private static XElement Default(string extension, string type) =>
        new(Types + "Default", new XAttribute("Extension", extension), new XAttribute("ContentType", type));

    private static (string Name, Func<Stream, Task> Write) Part(string name, XElement root) => (name, async stream =>
        await new XDocument(new XDeclaration("1.0", "UTF-8", "yes"), root).SaveAsync(stream, SaveOptions.DisableFormatting, CancellationToken.None));
}
