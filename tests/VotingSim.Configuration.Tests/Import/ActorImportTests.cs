using System.IO.Compression;
using VotingSim.Configuration.Import;
using VotingSim.Crises;

namespace VotingSim.Configuration.Tests.Import;

/// <summary>Tables as people have them, made by hand, into members and crises that read back.</summary>
public sealed class ActorImportTests : IDisposable
{
    private readonly TemporaryFolder _folder = new("import");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_row_per_actor_is_one_issue()
    {
        var (members, crisis, files) = Read("fishery.csv", "Actor,Position,Salience,Influence,Status quo\nEU,80,90,2.5,10\nBoat owners' union,20,40,1,10\n", new());

        files.Notes.ShouldBeEmpty();
        members.ShouldBe([("EU", "EU", 2.5), ("Boat-owners-union", "Boat owners' union", 1)]);
        (crisis.Name, crisis.Category).ShouldBe(("fishery", "imported"));
        crisis.Issues.Select(issue => (issue.Name, issue.StatusQuo)).ShouldBe([("fishery", 10)]);
        crisis.Stances.Select(stance => (stance.Position[0], stance.Salience[0])).ShouldBe([(80, 90), (20, 40)]);
    }

    [Fact]
    public void A_row_per_actor_and_issue_may_have_gaps_which_are_said()
    {
        const string Table = """
            actor;issue;position;salience;power
            North;aid;2,5;80;0,5
            North;fund;7;40;0,5
            South;aid;10;;1
            South;fund;NA;;1
            ไทย;aid;1;20;2
            ไทย;fund;4;20;2
            Nobody;aid;;;3
            """;
        var (members, crisis, files) = Read("talks.csv", Table, new() { Scale = new(1, 10) }, ImportLayout.Exchange);

        members.ShouldBe([("North", "North", 0.5), ("South", "South", 1), ("ไทย", "ไทย", 2)]);
        crisis.Stances.SelectMany(stance => stance.Position).ShouldBe([16.6666666667, 66.6666666667, 100, 50, 0, 33.3333333333]);
        crisis.Stances.SelectMany(stance => stance.Salience).ShouldBe([80, 40, 50, 0, 20, 20]);
        files.Notes.ShouldBe(
        [
            "Without any position, and left out: Nobody.",
            "Positions are mapped from 1..10 to 0..100.",
            "Without a salience on aid, which is taken as 50: South.",
            "The status quo on aid is not known: see status-quo in docs/configuration.md.",
            "Without a position on fund, and so taken as indifferent to it, with the mean of the others as position: South.",
            "The status quo on fund is not known: see status-quo in docs/configuration.md.",
        ]);
    }

    [Fact]
    public void Columns_are_found_by_their_names_or_named()
    {
        var (_, crisis, _) = Read("a.csv", "code,policy_position,policy_salience,Trade Position,Trade Salience\nA,1,2,3,4\nB,5,6,7,8\n", new());
        crisis.Issues.Select(issue => issue.Name).ShouldBe(["policy", "Trade"]);
        crisis.Stances.SelectMany(stance => stance.Position.Concat(stance.Salience)).ShouldBe([1, 3, 2, 4, 5, 7, 6, 8]);

        var (members, named, _) = Read("b.tsv", "wer\two\twie\tmacht\nA\t1\t0.5\t7\nB\t9\t1\t8\n", new() { Actor = "wer", Position = "wo", Salience = "wie", Influence = "MACHT", SalienceScale = new(0, 1) });
        members.Select(member => member.Influence).ShouldBe([7, 8]);
        named.Stances.Select(stance => (stance.Position[0], stance.Salience[0])).ShouldBe([(1, 50), (9, 100)]);
    }

    [Fact]
    public void A_scenario_of_KTAB_reads_the_same_from_csv_and_xml()
    {
        const string Csv = """
            Trade talks ,"A scenario, made by hand",3,2,
            Actor,Description,Power,Tariff Position,Tariff Salience,Quota Position,Quota Salience,
            N, A northern state, 102.5, 75.5, 49.5,  6.3,  5.9,
            S, A southern state,  53.4, 82.7, 30.3, 73.5, 21.2,
            E, An eastern state, 129.6, 12.4, 48.4, 90.8, 13.5
            """;
        const string Xml = """
            <?xml version="1.0" encoding="UTF-8"?>
            <Scenario>
              <name>Trade talks</name><desc>A scenario, made by hand</desc>
              <Dimensions><dName>Tariff</dName><dName>Quota</dName></Dimensions>
              <Actors>
                <Actor><name>N</name><description>A northern state</description><capability>102.5</capability>
                  <Position><dCoord>75.5</dCoord><dCoord>6.3</dCoord></Position><Salience><dSal>49.5</dSal><dSal>5.9</dSal></Salience></Actor>
                <Actor><name>S</name><description>A southern state</description><capability>53.4</capability>
                  <Position><dCoord>82.7</dCoord><dCoord>73.5</dCoord></Position><Salience><dSal>30.3</dSal><dSal>21.2</dSal></Salience></Actor>
                <Actor><name>E</name><description>An eastern state</description><capability>129.6</capability>
                  <Position><dCoord>12.4</dCoord><dCoord>90.8</dCoord></Position><Salience><dSal>48.4</dSal><dSal>13.5</dSal></Salience></Actor>
              </Actors>
            </Scenario>
            """;
        var table = Read("scenario.csv", Csv, new(), ImportLayout.Ktab);
        var tree = Read("scenario.xml", Xml, new(), ImportLayout.Ktab);

        table.Members.ShouldBe([("N", "A northern state", 102.5), ("S", "A southern state", 53.4), ("E", "An eastern state", 129.6)]);
        table.Crisis.Name.ShouldBe("Trade talks");
        table.Crisis.Issues.Select(issue => issue.Name).ShouldBe(["Tariff", "Quota"]);
        table.Crisis.Stances.SelectMany(stance => stance.Position).ShouldBe([75.5, 6.3, 82.7, 73.5, 12.4, 90.8]);
        (tree.Files.Members, tree.Files.Crisis).ShouldBe((
            table.Files.Members.Replace("scenario.csv", "scenario.xml", StringComparison.Ordinal), table.Files.Crisis.Replace("scenario.csv", "scenario.xml", StringComparison.Ordinal)));
        ActorImport.LayoutOf(_folder.In("scenario.csv")).ShouldBe(ImportLayout.Ktab);
    }

    [Fact]
    public void A_workbook_is_read_sheet_by_sheet()
    {
        var path = _folder.In("actors.xlsx");
        Workbook(path, ("notes", [["nothing"]]), ("data", [["Actor", "Position", "Salience"], ["EU", 80.5, 90], ["ไทย", 20, null]]));

        var files = ActorImport.Read(path, ImportLayout.Actors, new() { Sheet = "data" });
        var (_, crisis) = Back(files);
        crisis.Stances.Select(stance => (stance.Position[0], stance.Salience[0])).ShouldBe([(80.5, 90), (20, 50)]);

        Problems(() => ActorImport.Read(path, ImportLayout.Actors, new() { Sheet = "dta" })).ShouldBe([$"{path}: there is no sheet 'dta'; did you mean 'data'?"]);
        Workbook(path, ("data", [["Actor", "Position"], ["EU", 180], ["EU", "x"]]));
        Problems(() => ActorImport.Read(path, ImportLayout.Actors, new())).ShouldBe(
        [
            $"{path}:2:2: Position: 180 is outside the scale 0..100; expected a number on the scale 0..100",
            $"{path}:3:2: Position: 'x' is not a finite number; expected a number on the scale 0..100",
            $"{path}:3:1: Actor: 'EU' has a row for 'actors' already; expected an actor",
        ]);
        File.WriteAllText(path, "no workbook");
        Problems(() => ActorImport.Read(path, ImportLayout.Actors, new())).ShouldBe([$"{path}: this is no workbook that can be read; expected .xlsx, without a password"]);
    }

    [Theory]
    [InlineData("actor,position\nA B,1\nA-B,2\n", "3:1: actor: 'A-B' and 'A B' would both have the code 'A-B'; expected an actor")]
    [InlineData("actor,issue,position\nA,x y,1\nA,x-y,2\n", "3:3: issue: 'x-y' and 'x y' would be one column of the results; expected an issue")]
    [InlineData("actor,position,power\nA,1,0\n", "2:5: power: a voice without weight is no actor's; expected a number above 0")]
    [InlineData("actor,issue,position,power\nA,x,1,2\nA,y,1,3\n", "3:7: power: 'A' has 3 here and 2 before; expected a number above 0")]
    [InlineData("actor,issue,position,rp\nA,x,1,2\nB,x,1,3\n", "3:7: rp: another row gives another status quo of 'x'; expected a number on the scale 0..100")]
    [InlineData("actor,position\nA,1e999\n", "2:3: position: '1e999' is not a finite number; expected a number on the scale 0..100")]
    [InlineData("actor,position\n\u001b,1\n", "2:1: actor: '?' is no name of an actor; expected an actor")]
    [InlineData("who,where\nA,1\n", "0:0: no column is the actor's; expected one named actor, or its name with --actor (the columns are who, where)")]
    [InlineData("actor,position\nA,\nB,NA\n", "0:0: there are 0 actors with a position; expected 1 to 64")]
    public void What_is_wrong_is_named_with_its_place(string table, string problem)
    {
        var path = _folder.In("t.csv");
        File.WriteAllText(path, table);

        Problems(() => ActorImport.Read(path, ImportLayout.Actors, new())).ShouldContain(problem.StartsWith("0:0", StringComparison.Ordinal) ? $"{path}{problem[3..]}" : $"{path}:{problem}");
    }

    [Theory]
    [InlineData("<a/>", ":1:2: the root is 'a'; expected a scenario of KTAB, whose root is Scenario")]
    [InlineData("<!DOCTYPE a [<!ENTITY b SYSTEM \"/etc/passwd\">]><Scenario>&b;</Scenario>", ":1:59: this is no XML: Reference to undeclared entity 'b'")]
    [InlineData("<Scenario><Dimensions><dName>x</dName></Dimensions><Actors><Actor><name>A</name></Actor></Actors></Scenario>", ":1:61: there are 0 positions and 0 saliences; expected one on each of 1 dimensions")]
    public void A_broken_scenario_is_named_with_its_place(string xml, string problem)
    {
        var path = _folder.In("t.xml");
        File.WriteAllText(path, xml);

        Problems(() => ActorImport.Read(path, ImportLayout.Ktab, new())).ShouldContain(line => line.StartsWith($"{path}{problem}", StringComparison.Ordinal));
    }

    private static string[] Problems(Action read) => [.. Should.Throw<ConfigurationException>(read).Problems.Select(problem => problem.ToString())];

    private (ImportedMember[] Members, Crisis Crisis, ImportedFiles Files) Read(string name, string text, ImportOptions options, ImportLayout layout = ImportLayout.Actors)
    {
        File.WriteAllText(_folder.In(name), text);
        var files = ActorImport.Read(_folder.In(name), layout, options);
        var (members, crisis) = Back(files);
        return (members, crisis, files);
    }

    [Fact]
    public void What_no_members_file_takes_is_refused_and_not_written_into_one()
    {
        var path = _folder.In("far.csv");
        File.WriteAllText(path, $"actor,position,influence\n{string.Concat(Enumerable.Repeat("a ", 50))}b,1,2\nB,5,2000000\n");
        Problems(() => ActorImport.Read(path, ImportLayout.Actors, new())).ShouldBe(
            [
                $"{path}:2:1: actor: '{string.Concat(Enumerable.Repeat("a ", 20))}...' is no name of an actor; expected an actor",
                $"{path}:3:5: influence: 2000000 is more than 1000000: only shares matter, so divide all; expected a number above 0",
            ]);
    }

    [Fact]
    public void A_cell_beyond_the_last_column_of_Excel_takes_no_memory()
    {
        var path = _folder.In("far.xlsx");
        Workbook(path, ("data", [["Actor", "Position"], ["EU", 80.5]]));
        using (var zip = ZipFile.Open(path, ZipArchiveMode.Update))
        {
            var sheet = zip.GetEntry("xl/worksheets/s0.xml")!;
            using var reader = new StreamReader(sheet.Open());
            var text = reader.ReadToEnd();
            reader.Dispose();
            sheet.Delete();
            using var writer = new StreamWriter(zip.CreateEntry("xl/worksheets/s0.xml").Open());
            writer.Write(text.Replace("r=\"B2\"", "r=\"ZZZZZZ2\"", StringComparison.Ordinal));
        }

        var before = GC.GetTotalAllocatedBytes();
        Problems(() => ActorImport.Read(path, ImportLayout.Actors, new())).ShouldHaveSingleItem().ShouldEndWith("columns; expected a table of actors");
        (GC.GetTotalAllocatedBytes() - before).ShouldBeLessThan(64 << 20);
    }

    /// <summary>What the files say when they are read.</summary>
    private (ImportedMember[] Members, Crisis Crisis) Back(ImportedFiles files)
    {
        File.WriteAllText(_folder.In(files.MembersFileName), files.Members);
        File.WriteAllText(_folder.In(files.CrisisFileName), files.Crisis);
        var terms = TermsReader.Read(_folder.In(files.MembersFileName), _folder.In(files.CrisisFileName), "consensus");
        return ([.. terms.Roster.Members.Select(member => new ImportedMember(member.Code, member.Name, member.Influence))], terms.Crisis);
    }

    // The least that a workbook of Excel can be.
    private static void Workbook(string path, params (string Name, object?[][] Rows)[] sheets)
    {
        File.Delete(path);
        using var zip = ZipFile.Open(path, ZipArchiveMode.Create);
        const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        const string Package = "http://schemas.openxmlformats.org/package/2006";
        Write("[Content_Types].xml", $"<Types xmlns=\"{Package}/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>");
        Write("_rels/.rels", $"<Relationships xmlns=\"{Package}/relationships\"><Relationship Id=\"r\" Type=\"{Relations}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
        Write("xl/workbook.xml", $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Relations}\"><sheets>{string.Concat(sheets.Select((sheet, index) => $"<sheet name=\"{sheet.Name}\" sheetId=\"{index + 1}\" r:id=\"r{index}\"/>"))}</sheets></workbook>");
        Write("xl/_rels/workbook.xml.rels", $"<Relationships xmlns=\"{Package}/relationships\">{string.Concat(sheets.Select((_, index) => $"<Relationship Id=\"r{index}\" Type=\"{Relations}/worksheet\" Target=\"worksheets/s{index}.xml\"/>"))}</Relationships>");
        foreach (var (index, sheet) in sheets.Index())
        {
            var rows = sheet.Rows.Select((row, line) => $"<row r=\"{line + 1}\">{string.Concat(row.Select((cell, column) => Cell($"{(char)('A' + column)}{line + 1}", cell)))}</row>");
            Write($"xl/worksheets/s{index}.xml", $"<worksheet xmlns=\"{Main}\"><sheetData>{string.Concat(rows)}</sheetData></worksheet>");
        }

        static string Cell(string place, object? cell) => cell switch
        {
            null => "",
            string text => $"<c r=\"{place}\" t=\"inlineStr\"><is><t>{text}</t></is></c>",
            _ => FormattableString.Invariant($"<c r=\"{place}\"><v>{cell}</v></c>"),
        };

        void Write(string name, string text)
        {
            using var writer = new StreamWriter(zip.CreateEntry(name).Open());
            writer.Write(text);
        }
    }

    private sealed record ImportedMember(string Code, string Name, double Influence)
    {
        public static implicit operator ImportedMember((string Code, string Name, double Influence) member) => new(member.Code, member.Name, member.Influence);
    }
}
