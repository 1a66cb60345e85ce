using System.Globalization;
using System.Text;

namespace VotingSim.Configuration.Tests;

public sealed class CsvFileTests : IDisposable
{
    private readonly string _path = Path.GetTempFileName();

    public void Dispose() => File.Delete(_path);

    [Theory]
    [InlineData("days,group\n1,a\n2.5,b\n")]
    [InlineData("days;group\r\n1;a\r\n2.5;b")]
    [InlineData("days\tgroup\n1\ta\n\n2.5\tb\n\n")]
    [InlineData("\uFEFF\"days\",\"group\"\n\"1\",\"a\"\n\"2.5\",\"b\"\n")]
    [InlineData("other,group,days\n\"x,\"\"y\nz\",a,1\n, b , 2.5 \n")]
    [InlineData("days,group\r1,a\r2.5,b\r")]
    public void Separators_quotes_byte_order_marks_and_line_ends_are_recognised(string text)
    {
        Rows(text).ShouldBe([(1, "a"), (2.5, "b")]);
    }

    [Fact]
    public void A_quoted_cell_keeps_its_separators_and_quotation_marks()
    {
        Rows("days,group\n1,\"a,\"\"b\"\"\"\n").ShouldBe([(1, "a,\"b\"")]);
    }

    [Fact]
    public void A_table_in_sixteen_bit_characters_is_read_by_its_byte_order_mark()
    {
        File.WriteAllText(_path, "days,group\n1,é\n", Encoding.Unicode);
        Rows().ShouldBe([(1, "é")]);
    }

    [Fact]
    public void Every_problem_is_reported_with_its_place_and_what_was_expected()
    {
        var problems = Problems("group,days\nz,y\n\"b,c\",many\nc\nd,\n,4\ne,\"1,5\"\nf,NA\ng,1,2\n\"h\ni\",x\n");

        problems.Select(problem => $"{problem.Line}:{problem.Column}: {problem.Message}").ShouldBe(
        [
            "2:3: days: 'y' is not a finite number; expected a number",
            "3:7: days: 'many' is not a finite number; expected a number",
            "4:1: this row has 1 cell, the header 2; expected as many",
            "5:3: days: this cell is empty; expected a number",
            "6:1: group: this cell is empty; expected a name",
            "7:3: days: '1,5' is not a number with a decimal point; expected a number",
            "8:3: days: 'NA' is a missing value; expected a number",
            "9:1: this row has 3 cells, the header 2; expected as many",
            "11:4: days: 'x' is not a finite number; expected a number",
        ]);
    }

    [Theory]
    [InlineData("dyas,group\n", "1:1: there is no column 'days'; did you mean 'dyas'?")]
    [InlineData("x,group\n", "1:1: there is no column 'days'; expected one of x, group")]
    [InlineData("days,group,days\n", "1:1: there are two columns 'days'; expected one")]
    [InlineData("", "1:1: the file cannot be read: the first line is empty; expected a header with the names of the columns")]
    public void A_header_without_the_column_is_refused_with_the_nearest_name(string text, string expected)
    {
        var problem = Problems(text).ShouldHaveSingleItem();
        $"{problem.Line}:{problem.Column}: {problem.Message}".ShouldBe(expected);
    }

    [Fact]
    public void Of_many_problems_the_first_are_listed_and_the_others_counted()
    {
        File.WriteAllText(_path, "days,group\n" + string.Concat(Enumerable.Repeat("x,a\n", 1000)));

        var refusal = Should.Throw<ConfigurationException>(() => Rows());

        refusal.Problems.Count.ShouldBe(CsvFile.MostProblems);
        refusal.More.ShouldBe(1000 - CsvFile.MostProblems);
    }

    [Fact]
    public void Text_in_another_encoding_is_refused_with_the_remedy()
    {
        File.WriteAllBytes(_path, Encoding.Latin1.GetBytes("days,group\n" + string.Concat(Enumerable.Repeat("1,a\n", 100_000)) + "1,é\n"));

        Should.Throw<ConfigurationException>(() => Rows()).Problems.ShouldHaveSingleItem().Message.ShouldContain("UTF-8");
    }

    [Fact]
    public void A_quotation_mark_that_is_never_closed_ends_the_reading_in_bounded_memory()
    {
        File.WriteAllText(_path, "days,group\n1,\"a\n" + string.Concat(Enumerable.Repeat("1,a\n", 10_000_000)));

        Should.Throw<ConfigurationException>(() => Rows()).Problems.ShouldHaveSingleItem().Message.ShouldContain("quotation mark");
    }

    [Fact]
    public void A_file_that_is_not_there_is_refused_with_the_nearest_name()
    {
        using var folder = new TemporaryFolder("csv");
        File.WriteAllText(folder.In("durations.csv"), "a\n");
        Should.Throw<ConfigurationException>(() => CsvFile.Open(folder.In("duration.csv"))).Problems.ShouldHaveSingleItem().Message.ShouldContain("'durations.csv'");
    }

    [Fact]
    public void Numbers_are_read_to_the_last_bit()
    {
        var numbers = Enumerable.Range(0, 2000).Select(i => Math.Exp(Math.Sin(i) * 40)).ToArray();
        Rows("days,group\n" + string.Concat(numbers.Select(number => string.Create(CultureInfo.InvariantCulture, $"{number:R},g\n")))).Select(row => row.Days).ShouldBe(numbers);
    }

    private IReadOnlyList<Problem> Problems(string text)
    {
        File.WriteAllText(_path, text);
        return Should.Throw<ConfigurationException>(() => Rows()).Problems;
    }

    private List<(double Days, string Group)> Rows(string text)
    {
        File.WriteAllText(_path, text);
        return Rows();
    }

    private List<(double Days, string Group)> Rows()
    {
        using var table = CsvFile.Open(_path);
        var (days, group) = (table.Column("days", "a number"), table.Column("group", "a name"));
        table.ThrowOnProblems();
        var rows = new List<(double, string)>();
        while (table.Read())
        {
            if (table.TryNumber(days, out var number) & table.TryText(group, out var name))
            {
                rows.Add((number, name.ToString()));
            }
        }

        table.ThrowOnProblems();
        return rows;
    }
}
