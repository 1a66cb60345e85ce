using VotingSim.Classroom.Deliberations;
using VotingSim.Classroom.Pages;
using VotingSim.Classroom.Rooms;
using VotingSim.Classroom.Tests.Rooms;
using VotingSim.Deliberation;

namespace VotingSim.Classroom.Tests.Pages;

/// <summary>A debrief of a short session, against what was done in it.</summary>
public sealed class DebriefViewModelTests(SiloFixture silo) : IAsyncDisposable
{
    private readonly OpenRooms _rooms = new(silo);

    public ValueTask DisposeAsync() => _rooms.DisposeAsync();

    [Fact]
    public async Task People_stand_beside_the_model_member_by_member()
    {
        var (teacher, _) = await _rooms.OpenAsync(new() { Rules = ["unanimity"], Rounds = 3 });
        var (idn, sgp) = (await _rooms.SeatAsync(teacher, "Ina", "IDN"), await _rooms.SeatAsync(teacher, "Sam", "SGP"));
        for (var round = 1; round <= 3; round++)
        {
            await teacher.OpenRoundAsync();
            await idn.CastAsync(round, Ballot.Objection);
            await sgp.CastAsync(round, Ballot.Support);
        }

        var view = new DebriefViewModel(await Debrief.OfAsync(teacher.Room, _rooms.Convener));
        var held = teacher.Room.Proceedings.Held;
        var (indonesia, singapore) = (idn.Self!.Seat!.Value, sgp.Self!.Seat!.Value);
        var (asIndonesia, asSingapore) = (0, 0);
        foreach (var round in held)
        {
            asIndonesia += round.Message.Own[indonesia] == Ballot.Objection ? 1 : 0;
            asSingapore += round.Message.Own[singapore] == Ballot.Support ? 1 : 0;
            DebriefViewModel.IsPlayed(round, indonesia).ShouldBeTrue();
            DebriefViewModel.IsPlayed(round, indonesia + 1).ShouldBeFalse();
            DebriefViewModel.IsOther(round, singapore).ShouldBe(round.Message.Own[singapore] != Ballot.Support);
            DebriefViewModel.IsOther(round, indonesia + 1).ShouldBeFalse();
        }

        view.Likenesses.ShouldBe([new("Indonesia", asIndonesia, 3), new("Singapore", asSingapore, 3)]);
        view.Others.Count.ShouldBe(6 - asIndonesia - asSingapore);
        view.Others.ShouldNotBeEmpty();
        foreach (var ballot in view.Others)
        {
            var why = view.WhyOther(ballot);
            why.ShouldStartWith($"its profile {ClassroomWording.Verb(ballot.Model)} (the text was worth ");
            why.Contains("the luck of the day").ShouldBe(ballot.Model != Expected(view.Terms, ballot));
            why.Contains("less than it asked for").ShouldBe(ballot.Margin < 0);
            view.DidOther(ballot).Value.ShouldStartWith($"Round {ballot.Round}: {view.Roster.Members[ballot.Seat].Name} <b>");
        }

        view.Last.ShouldBe(held[^1].View);
        DebriefViewModel.When(held[^1].View).ShouldBe("not in 3 rounds");
        (view.What(held[^1].View), view.OverWhom(held[^1].View)).ShouldBe(("status quo", "–"));
        view.Compared.Rules.ShouldBe(["unanimity", "consensus", "asean-qmv", "consensus-then-qmv"]);
        view.OwnBallot(held[0], singapore).ShouldBe($"The model would have it that Singapore {ClassroomWording.Verb(held[0].Message.Own[singapore])}");
    }

    [Fact]
    public async Task A_decision_says_when_on_what_and_over_whom()
    {
        var (teacher, _) = await _rooms.OpenAsync(new() { Rules = ["asean-qmv"], Rounds = 50 });
        var idn = await _rooms.SeatAsync(teacher, "Ina", "IDN");
        for (var round = 1; teacher.Room.View.Phase != RoomPhase.Ended; round++)
        {
            await teacher.OpenRoundAsync();
            await idn.CastAsync(round, Ballot.Objection);
            await teacher.CloseAsync(); // where a majority is there, the model's patience decides
        }

        var view = new DebriefViewModel(await Debrief.OfAsync(teacher.Room, _rooms.Convener));
        var last = view.Last!;
        last.Adopted.ShouldBeTrue();
        DebriefViewModel.When(last).ShouldBe($"day {last.Day}, round {last.Number}, {(last.Tally.Objectors.IsEmpty ? "by consent" : "by vote")}");
        view.What(last).ShouldStartWith(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Math.Round(last.Draft[0])} ("));
        view.OverWhom(last).ShouldContain("IDN");

        // The thousand of the room's rule, counted from the cohort of the batch.
        var arm = _rooms.Convener.Plan(view.Debrief.Experiment).Arms[0];
        var batch = (await silo.Grains.GetGrain<VotingSim.Grains.IChairGrain>("debrief-batch").DeliberateAsync(new(arm.Id, arm.Terms, new(0, 1000), 0))).Result;
        var thousand = view.Debrief.Worlds[0].Thousand;
        (thousand.Total, thousand.Decided).ShouldBe((1000, batch.Decided.Count(decided => decided)));
        thousand.EndedBy(Ending.Vote).ShouldBe(batch.Endings.Count(ending => ending == Ending.Vote));
        var earlier = batch.Days.Where((day, slot) => batch.Decided[slot] && day <= last.Day).Count() / 1000.0;
        view.DecidedByThen(view.Debrief.Worlds[0]).ShouldBe(ClassroomWording.Percent(earlier));
        view.Standing!.ShouldStartWith($"Your room decided on day {last.Day}, ");
        view.Standing.ShouldContain($"{ClassroomWording.Percent(earlier)} have decided by that day");
    }

    [Fact]
    public async Task Without_a_round_there_is_nothing_to_look_back_on()
    {
        var (teacher, _) = await _rooms.OpenAsync(new() { Rounds = 1 });
        await teacher.EndAsync();
        var view = new DebriefViewModel(await Debrief.OfAsync(teacher.Room, _rooms.Convener));
        view.Last.ShouldBeNull();
        (view.Standing, view.DecidedByThen(view.Debrief.Worlds[0])).ShouldBe((null, null));
        view.Likenesses.ShouldBeEmpty();
        view.Others.ShouldBeEmpty();
    }

    [Fact]
    public void A_bar_is_as_long_as_its_share() => new Likeness("Indonesia", 1, 3).Width.ShouldBe("width:33.3%");

    // The ballot of a margin by docs/model.md: support down to the member's unity below 0, silence down to its reticence below that, objection beyond.
    private static Ballot Expected(DeliberationTerms terms, PlayedBallot ballot)
    {
        var member = terms.Roster.Members[ballot.Seat];
        return ballot.Margin >= -member.Unity ? Ballot.Support
            : ballot.Margin >= -member.Unity - member.Reticence ? Ballot.Abstention
            : Ballot.Objection;
    }
}
