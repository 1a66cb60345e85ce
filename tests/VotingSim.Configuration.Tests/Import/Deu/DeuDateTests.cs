using VotingSim.Configuration.Import.Deu;

namespace VotingSim.Configuration.Tests.Import.Deu;

public class DeuDateTests
{
    [Theory]
    [InlineData("26-01-00", "2000-01-26", "Plain", "")]
    [InlineData("07-02-96", "1996-02-07", "Plain", "")]
    [InlineData("14-09-2016", "2016-09-14", "Plain", "")]
    [InlineData("29-02-2000", "2000-02-29", "Plain", "")]
    [InlineData("2015-03-01", "2001-03-15", "Repaired", "day and year changed places")]
    [InlineData("1930-05-01", "2001-05-30", "Repaired", "day and year changed places")]
    [InlineData("2001-12-99", "1999-12-01", "Repaired", "day and year changed places")]
    [InlineData("999", "", "Missing", "not given")]
    [InlineData("", "", "Missing", "not given")]
    [InlineData("NA", "", "Missing", "not given")]
    [InlineData("00-05-01", "", "Doubtful", "the day is 00, which is not known")]
    [InlineData("2000-05-01", "", "Doubtful", "the day is 00, which is not known")]
    [InlineData("12-00-01", "", "Doubtful", "the day is 00, which is not known")]
    [InlineData("1931-06-01", "", "Doubtful", "there is no such day")]
    [InlineData("29-02-01", "", "Doubtful", "there is no such day")]
    [InlineData("12-13-01", "", "Doubtful", "there is no such day")]
    [InlineData("12-05-2031", "", "Doubtful", "the year 2031 is none of these decisions")]
    [InlineData("2015-03-25", "", "Doubtful", "the year 2025 is none of these decisions")]
    [InlineData("12.05.01", "", "Doubtful", "no day as dd-mm-yy or dd-mm-yyyy")]
    [InlineData("12-05", "", "Doubtful", "no day as dd-mm-yy or dd-mm-yyyy")]
    [InlineData("12--01", "", "Doubtful", "no day as dd-mm-yy or dd-mm-yyyy")]
    [InlineData("12-May-01", "", "Doubtful", "no day as dd-mm-yy or dd-mm-yyyy")]
    [InlineData("99999-05-01", "", "Doubtful", "no day as dd-mm-yy or dd-mm-yyyy")]
    public void Every_form_of_a_day_is_read_repaired_or_doubted(string written, string day, string state, string reason)
    {
        var date = DeuDate.Of(written);

        (date.Written, date.Day?.ToString("yyyy-MM-dd") ?? "", $"{date.State}", date.Reason).ShouldBe((written, day, state, reason));
    }
}
