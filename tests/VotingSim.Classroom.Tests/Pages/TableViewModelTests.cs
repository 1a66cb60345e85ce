using VotingSim.Classroom.Deliberations;
using VotingSim.Classroom.Pages;
using VotingSim.Classroom.Runs;

namespace VotingSim.Classroom.Tests.Pages;

/// <summary>A table of one's own.</summary>
public sealed class TableViewModelTests : IAsyncDisposable
{
    private readonly TableViewModel _table;

    public TableViewModelTests(SiloFixture silo)
    {
        var options = new ClassroomOptions { Folder = Path.Combine(Path.GetTempPath(), $"votingsim-{Guid.NewGuid():N}") };
        _table = new(new(options, silo.Grains), new ResultsShelf(options));
    }

    public ValueTask DisposeAsync() => _table.DisposeAsync();

    [Fact]
    public async Task What_is_on_the_table_stays_until_something_else_is_asked_for()
    {
        var choice = new TableChoice { Crisis = "pandemic", Rules = ["unanimity"], Seed = 7 };
        _table.Title.ShouldBe("The table");
        _table.Ask(choice, null, null).ShouldBeTrue();
        await _table.GoToAsync(3);
        _table.Live.ShouldBeNull();
        await _table.ConveneAsync();
        await _table.GoToAsync(1);
        (_table.Live!.Shown, _table.Live.Arm.Rule).ShouldBe((1, "unanimity"));
        _table.Title.ShouldEndWith(" under Unanimity");
        _table.Ask(choice, null, null).ShouldBeFalse();
        _table.Ask(choice with { Seed = 8 }, null, null).ShouldBeTrue();
        _table.Ask(choice, "some/run", null).ShouldBeTrue();
    }

    [Fact]
    public async Task The_address_says_what_is_on_the_screen()
    {
        _table.Ask(new() { Rules = ["unanimity"], Seed = ulong.MaxValue }, null, null);
        await _table.ConveneAsync();
        await _table.GoToAsync(2);
        _table.Link.ShouldBe("/?crisis=myanmar-2021&rule=unanimity&seed=18446744073709551615&round=2");
        _table.Event = new(2021, 2, 1);
        _table.Link.ShouldBe("/?crisis=myanmar-2021&rule=unanimity&seed=18446744073709551615&event=2021-02-01&round=2");
        Address.Day("2021-02-01").ShouldBe(_table.Event);
        _table.NextLink.ShouldBe("/?crisis=myanmar-2021&rule=unanimity&seed=0");
    }

    [Theory]
    [InlineData("consensus", "asean-qmv")]
    [InlineData("asean-qmv", "consensus")]
    [InlineData("unanimity", "consensus")]
    public void A_rule_is_compared_with_another_of_the_debate(string rule, string other)
    {
        _table.Ask(new() { Rules = [rule] }, null, null);
        _table.Compared.Rules.ShouldBe([rule, other]);
    }

    [Fact]
    public async Task A_run_that_does_not_exist_is_told()
    {
        _table.Ask(new(), "no/such-run", "arm");
        await _table.ConveneAsync();
        _table.Problems.ShouldHaveSingleItem().Message.ShouldBe("there is no run 'no/such-run'");
        _table.Live.ShouldBeNull();
    }

    [Fact]
    public void A_seat_is_looked_at_until_it_is_pressed_again()
    {
        _table.Select(3);
        _table.Selected.ShouldBe(3);
        _table.Select(3);
        _table.Selected.ShouldBeNull();
    }
}
