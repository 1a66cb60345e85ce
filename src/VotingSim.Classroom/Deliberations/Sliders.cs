using VotingSim.Crises;
using VotingSim.Experiments.Plan;
using static VotingSim.Classroom.Languages.Speech;

namespace VotingSim.Classroom.Deliberations;

/// <summary>The levers of what is on a page, with their shipped values and in words.</summary>
public static class Sliders
{
    /// <summary>The sliders.</summary>
    /// <param name="usual">The plan with nothing changed.</param>
    /// <param name="changed">What is changed.</param>
    /// <param name="seat">The member whose position can be moved.</param>
    public static IReadOnlyList<Slider> Of(ExperimentPlan usual, WhatIf changed, int seat)
    {
        ArgumentNullException.ThrowIfNull(usual);
        ArgumentNullException.ThrowIfNull(changed);
        var terms = usual.Arms[0].Terms;
        var (issue, member, settings) = (terms.Crisis.Issues[0], terms.Roster.Members[seat], terms.Settings);
        var sliders = new List<Slider>
        {
            One(Lever.Urgency, Tell("How urgent the crisis is at first"), terms.Crisis.Urgency.Initial, Urgency),
            One(Lever.Growth, Tell("How fast that grows"), terms.Crisis.Urgency.Growth, Growth),
        };
        if (QuotaPlace.Of(usual) is { } quota)
        {
            sliders.Add(One(Lever.Quota, Tell($"Quota: {Translated(quota.Rule)}"), quota.Share, share => Quota(share, quota.IsMoreThan)));
        }

        sliders.Add(One(Lever.Patience, Tell("The chair's patience with a majority"), settings.Calendar.PatienceDays, Patience));
        sliders.Add(One(Lever.Shadow, Tell("Shadow of the vote"), settings.ShadowOfTheVote, Shadow));
        var wanted = terms.Crisis.Stances[seat].Position[0];
        sliders.Add(One(Lever.Position, Tell($"What {ClassroomWording.Name(member)} wants"), wanted, place => Position(issue, place)));
        return sliders;

        Slider One(Lever lever, string label, double shipped, Func<double, string> told)
        {
            var range = LeverRange.Of(lever);
            var value = lever == Lever.Position && changed.Member != member.Code ? shipped : changed.Of(lever) ?? shipped;
            return new(range, label, Math.Max(range.Shown, Math.Max(shipped, value)), shipped, value, told);
        }
    }

    private static string Urgency(double cost) =>
        Tell($"no decision costs {ClassroomWording.Percent(cost)} of what a member's own ideal is worth");

    private static string Growth(double rate) => rate == 0
        ? Tell("it does not grow by itself")
        : Tell($"it grows by {ClassroomWording.Percent(Math.Exp(rate) - 1)} in 30 days");

    private static string Quota(double share, bool isMoreThan) => isMoreThan
        ? Tell($"more than {ClassroomWording.Percent(share)}")
        : Tell($"at least {ClassroomWording.Percent(share)}");

    private static string Patience(double days) => days == 0
        ? Tell("none: a majority decides at once")
        : Tell($"{ClassroomWording.Day(days)} days of seeking consensus");

    private static string Shadow(double strength) => strength == 0
        ? Tell("none: who could be outvoted concedes no faster")
        : Tell($"who could be outvoted concedes {ClassroomWording.Day(1 + strength)} times as fast");

    private static string Position(Issue issue, double place) => ScaleWords.Told(issue, place);
}
