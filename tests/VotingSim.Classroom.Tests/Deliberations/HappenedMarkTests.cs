using VotingSim.Classroom.Deliberations;

namespace VotingSim.Classroom.Tests.Deliberations;

/// <summary>Where what really happened is drawn, and when.</summary>
public sealed class HappenedMarkTests(SiloFixture silo)
{
    private static readonly ClassroomOptions Options = new() { Folder = Path.GetTempPath() };

    [Theory]
    [InlineData("myanmar-2021", 30.0, 82.0, "really adopted: day 82")]
    [InlineData("myanmar-exclusion", 55.0, 11.0, "really adopted: day 11")]
    [InlineData("south-china-sea", null, 4.0, "really failed: day 4")]
    [InlineData("digital-economy", null, 782.0, "really adopted: day 782")]
    public void Text_and_day_are_those_of_the_record_once_it_is_decided(string crisis, double? text, double day, string label)
    {
        var terms = new Convener(Options, silo.Grains).Plan(new() { Crisis = crisis }).Arms[0].Terms;
        var mark = HappenedMark.Of(new CrisisLibrary(Options), terms, isDecided: true)!;

        (mark.On(0), mark.Day, mark.DayLabel).ShouldBe((text, day, label));
        HappenedMark.Of(new CrisisLibrary(Options), terms, isDecided: false).ShouldBeNull();
    }

    [Fact]
    public void A_crisis_without_a_record_has_no_mark()
    {
        var terms = new Convener(Options, silo.Grains).Plan(new() { Crisis = "pandemic" }).Arms[0].Terms;
        (HappenedMark.Of(new CrisisLibrary(Options), terms, isDecided: true) is null)
            .ShouldBe(new CrisisLibrary(Options).WordsOf("pandemic")!.Happened is null);
    }
}
