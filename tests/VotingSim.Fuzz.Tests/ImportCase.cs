using System.IO.Compression;
using System.Text;

namespace VotingSim.Fuzz.Tests;

/// <summary>A damaged table or scenario of somebody's actors, to be imported.</summary>
internal static class ImportCase
{
    private const string Actors = """"
        actor,name,issue,position,salience,influence,status quo
        Aland,Kingdom of Aland,tariff,3,8,2.5,1
        Beland,Republic of Beland,tariff,9,5,1,1
        Celand,Celand,tariff,,4,3,1
        Aland,Kingdom of Aland,quota,1,2,2.5,
        Beland,Republic of Beland,quota,4.5,10,1,
        ประเทศ,"A land, ""quoted""",quota,10,9,3,

        """";

    private const string Wide = """
        Actor;Tariff position;Tariff salience;Quota position;Quota salience;Power
        A;3,5;80;10;20;2
        B;90;50;45;100;1
        C;60;40;100;NA;3

        """;

    private const string Scenario = """
        Trade talks ,"A scenario, made by hand",3,2,
        Actor,Description,Power,Pstn1,Sal1,Pstn2,Sal2,
        North, A northern state, 102.5, 75.5, 49.5,  6.3,  5.9,
        South, A southern state,  53.4, 82.7, 30.3, 73.5, 21.2,
        East,  An eastern state, 129.6, 12.4, 48.4, 90.8, 13.5,

        """;

    private const string Tree = """
        <?xml version="1.0"?>
        <Scenario><name>Talks</name><desc>By hand</desc><Dimensions><dName>tariff</dName><dName>quota</dName></Dimensions><Actors>
        <Actor><name>North</name><description>A northern state</description><capability>10</capability>
        <Position><dCoord>75</dCoord><dCoord>6</dCoord></Position><Salience><dSal>49</dSal><dSal>5</dSal></Salience></Actor>
        <Actor><name>South</name><description>A southern state</description><capability>5</capability>
        <Position><dCoord>82</dCoord><dCoord>73</dCoord></Position><Salience><dSal>30</dSal><dSal>21</dSal></Salience></Actor>
        </Actors></Scenario>

        """;

    private const string Decisions = """
        "prnr"	"prname"	"isnr"	"proc"	"counvte"	"intro"	"finact"	pcom	pep	pat	pbe	pfr	pde	pit	ppl	scom	sep	sat	sbe	sfr	sde	sit	spl	rp	out
        							4.1	4.1	0.5	0.6	2.8	4.1	2.1	1									
        "d00001"	"fishes"	"d00001i1"	"COD"	"QMV"	"26-01-00"	1930-05-01	100	80	0	10	20	30	40		90	80	20	30	50	60	70	0	0	50
        "d00001"	"fishes"	"d00001i2"	"COD"	"QMV(10)"	"26-01-00"	1930-05-01		80	0	10	20	30	40		90	80	20	30	50	60	70	0		20
        "n07002"	"café"	"n07002i1"	"CNS"	"Unan"	14-12-2007	2015-03-08	100		0	10	20	30	40	50	90		20	30	50	60	70	0	0	50
        "n07003"	"café"	"n07003i1"	"CNS"	"QMV"	14-12-2007	999	100		0	10	20	30	40	50	90		20	30	50	60	70	0	0	50

        """;

    private const string Entities = "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY f SYSTEM \"file:///etc/passwd\">]>";

    public static FuzzCase Of(Random random, Mutation mutation, string folder)
    {
        var written = Path.Combine(folder, "written");
        (string Name, byte[] Bytes, string[] Arguments) made = random.Next(9) switch
        {
            0 => ("actors.csv", mutation.Of(Utf8(Actors)), ["actors.csv", "--scale", "1..10", "--salience-scale", "0..10"]),
            1 => ("actors.tsv", mutation.Of(Utf8(Actors.Replace(',', '\t'))), ["actors.tsv", "--scale", "0..10"]),
            2 => ("wide.csv", mutation.Of(Utf8(Wide)), ["wide.csv"]),
            3 => ("exchange.csv", mutation.Of(Utf8(Actors.Replace("influence", "power", StringComparison.Ordinal))), ["exchange", "exchange.csv", "--take", "quota"]),
            4 => ("scenario.csv", mutation.Of(Utf8(Scenario)), ["ktab", "scenario.csv"]),
            5 => ("scenario.xml", mutation.Of(Utf8(OfTree(random))), ["scenario.xml"]),
            8 => ("deu.tsv", mutation.Of(Encoding.Latin1.GetBytes(Decisions)), ["deu", "deu.tsv", "--voices", "2"]),
            6 when random.Next(4) == 0 => ("old.xls", OfOldWorkbook(random), ["old.xls"]),
            6 => ("actors.xlsx", mutation.OfBytes(Workbook.Of(part => part)), ["actors.xlsx"]),
            _ => ("actors.xlsx", Workbook.Of(part => random.Next(3) == 0 ? Workbook.Misplaced(part, random) : mutation.Of(part)), ["actors.xlsx"]),
        };
        var file = Path.Combine(folder, made.Name);
        return new(file, made.Bytes, ["import", .. made.Arguments.Select(word => word == made.Name ? file : word), "--out", written]) { Written = written };
    }

    private static string OfTree(Random random) => random.Next(4) == 0
        ? Tree.Replace("<Scenario>", $"{Entities}<Scenario>", StringComparison.Ordinal).Replace("tariff", random.Next(2) == 0 ? "&b;" : "&f;", StringComparison.Ordinal)
        : Tree;

    // The container of the older format, and in it whatever comes.
    private static byte[] OfOldWorkbook(Random random)
    {
        var bytes = new byte[512 * random.Next(1, 20)];
        random.NextBytes(bytes);
        byte[] head = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[16], 0x3E, 0, 3, 0, 0xFE, 0xFF, 9, 0, 6, 0, .. new byte[6], 0, 0, 0, 0, 1, 0, 0, 0];
        head.CopyTo(bytes, 0);
        return bytes;
    }

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    /// <summary>The least that a workbook of Excel can be.</summary>
    private static class Workbook
    {
        private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        private const string Package = "http://schemas.openxmlformats.org/package/2006";

        private static readonly DateTimeOffset Then = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);

        /// <summary>A sheet of three actors, with a change in it.</summary>
        public static byte[] Of(Func<byte[], byte[]> change)
        {
            using var bytes = new MemoryStream();
            using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
            {
                Write(zip, "[Content_Types].xml", Utf8($"<Types xmlns=\"{Package}/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>"));
                Write(zip, "_rels/.rels", Utf8($"<Relationships xmlns=\"{Package}/relationships\"><Relationship Id=\"r\" Type=\"{Relations}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"));
                Write(zip, "xl/workbook.xml", Utf8($"<workbook xmlns=\"{Main}\" xmlns:r=\"{Relations}\"><sheets><sheet name=\"data\" sheetId=\"1\" r:id=\"r0\"/></sheets></workbook>"));
                Write(zip, "xl/_rels/workbook.xml.rels", Utf8($"<Relationships xmlns=\"{Package}/relationships\"><Relationship Id=\"r0\" Type=\"{Relations}/worksheet\" Target=\"worksheets/s0.xml\"/></Relationships>"));
                Write(zip, "xl/worksheets/s0.xml", change(Utf8(Sheet())));
            }

            return bytes.ToArray();
        }

        /// <summary>A sheet with a cell where none can be.</summary>
        public static byte[] Misplaced(byte[] sheet, Random random)
        {
            string[] places = ["XFD1048576", "A0", "ZZZZZZ1", "A99999999999", "", "1A", "A1048577"];
            var (from, to) = ($"r=\"{"ABC"[random.Next(3)]}{random.Next(1, 5)}\"", places[random.Next(places.Length)]);
            var text = Encoding.UTF8.GetString(sheet).Replace(from, $"r=\"{to}\"", StringComparison.Ordinal);
            return Utf8(random.Next(2) == 0 ? text : text.Replace($"row r=\"{random.Next(1, 5)}\"", $"row r=\"{new string('9', random.Next(5, 12))}\"", StringComparison.Ordinal));
        }

        private static string Sheet()
        {
            string[][] rows = [["Actor", "Position", "Salience"], ["EU", "80.5", "90"], ["US", "20", "10"], ["CN", "1", "100"]];
            var cells = rows.Select((row, line) => $"<row r=\"{line + 1}\">{string.Concat(row.Select((cell, column) => Cell($"{"ABC"[column]}{line + 1}", cell)))}</row>");
            return $"<worksheet xmlns=\"{Main}\"><sheetData>{string.Concat(cells)}</sheetData></worksheet>";
        }

        private static string Cell(string place, string cell) => char.IsDigit(cell[0])
            ? $"<c r=\"{place}\"><v>{cell}</v></c>"
            : $"<c r=\"{place}\" t=\"inlineStr\"><is><t>{cell}</t></is></c>";

        private static void Write(ZipArchive zip, string name, byte[] part)
        {
            var entry = zip.CreateEntry(name);
            entry.LastWriteTime = Then; // the same bytes at any time
            using var stream = entry.Open();
            stream.Write(part);
        }
    }
}
