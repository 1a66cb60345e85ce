using Microsoft.Extensions.Logging.Abstractions;
using VotingSim.Classroom.Deliberations;
using VotingSim.Classroom.Keepsakes;
using VotingSim.Classroom.Languages;
using VotingSim.Classroom.Rooms;
using VotingSim.Classroom.Tests.Rooms;
using VotingSim.Report.Printing;

namespace VotingSim.Classroom.Tests.Keepsakes;

/// <summary>What is printed once and given again, and for how long; the printer counts what it gets.</summary>
public sealed class HandoutsTests(SiloFixture silo) : RegisterTestBase(silo)
{
    private readonly List<string> _printed = [];
    private int _atOnce;
    private int _most;

    [Fact]
    public async Task Forty_who_ask_at_once_get_what_was_printed_once_and_other_rooms_and_languages_wait_their_turn()
    {
        using var handouts = Of(PrintAsync);
        var register = Register();
        var (one, other) = ((await EndedAsync(register)).Room, (await EndedAsync(register)).Room);
        var pdfs = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => handouts.PrintAsync(one))
            .Append(handouts.PrintAsync(other)).Append(ThaiAsync()));
        pdfs.Take(40).Distinct().Count().ShouldBe(1);
        pdfs.Distinct().Count().ShouldBe(3);
        (_printed.Count, _most, handouts.Count).ShouldBe((3, 1, 3));
        _printed.ShouldAllBe(path => !Directory.Exists(Path.GetDirectoryName(path)));

        async Task<byte[]> ThaiAsync()
        {
            Language.Current = LanguageReader.Shipped("th");
            return await handouts.PrintAsync(one);
        }
    }

    [Fact]
    public async Task It_is_dropped_after_five_minutes_and_when_its_room_is_closed_and_printed_anew_where_the_room_has_changed()
    {
        using var handouts = Of(PrintAsync);
        var register = Register();
        var teacher = await OpenAsync(register, new() { Rounds = 2 });
        await handouts.PrintAsync(teacher.Room);
        await teacher.EndAsync();
        var ended = await handouts.PrintAsync(teacher.Room);
        (_printed.Count, handouts.Count).ShouldBe((2, 1));
        Clock.Advance(TimeSpan.FromMinutes(4));
        (await handouts.PrintAsync(teacher.Room)).ShouldBeSameAs(ended);
        Clock.Advance(TimeSpan.FromMinutes(2));
        handouts.Count.ShouldBe(0);
        await handouts.PrintAsync(teacher.Room);
        _printed.Count.ShouldBe(3);
        await register.CloseAsync(teacher.Room);
        Clock.Advance(TimeSpan.FromMinutes(1));
        handouts.Count.ShouldBe(0);
    }

    [Fact]
    public async Task What_could_not_be_printed_is_tried_again_and_no_more_are_kept_than_the_most()
    {
        var fails = true;
        using var handouts = Of((page, cancellation) => fails ? throw new PrintException("paper jam") : PrintAsync(page, cancellation));
        var register = Register();
        var teacher = await EndedAsync(register);
        await Should.ThrowAsync<PrintException>(handouts.PrintAsync(teacher.Room));
        fails = false;
        (await handouts.PrintAsync(teacher.Room)).Length.ShouldBeGreaterThan(0);
        string[] months = [.. Enumerable.Range(1, 12).Select(month => $"mun {month}")];
        for (var i = 0; i < Handouts.Most + 2; i++)
        {
            Language.Current = new(new($"x{i}", "Toki Pona", null, ".", ",", months, new Dictionary<string, string>(StringComparer.Ordinal)));
            await handouts.PrintAsync(teacher.Room);
        }

        handouts.Count.ShouldBe(Handouts.Most);
    }

    private static async Task<Teacher> EndedAsync(RoomRegister register)
    {
        var teacher = await OpenAsync(register, new() { Rounds = 1 });
        (await teacher.EndAsync()).ShouldBe(Refusal.None);
        return teacher;
    }

    private Handouts Of(PagePrinter printer) =>
        new(new(Convener), new CrisisLibrary(new() { Folder = Folder.Path }), printer, Clock, NullLogger<Handouts>.Instance);

    private async Task<string> PrintAsync(string page, CancellationToken cancellation)
    {
        _most = Math.Max(_most, Interlocked.Increment(ref _atOnce));
        lock (_printed)
        {
            _printed.Add(page);
        }

        await Task.Delay(20, cancellation);
        Interlocked.Decrement(ref _atOnce);
        var pdf = Path.ChangeExtension(page, ".pdf");
        File.Copy(page, pdf);
        return pdf;
    }
}
