using System.Collections.Immutable;
using ScottPlot;
using VotingSim.Analysis.Campaigns;
using VotingSim.Analysis.Worlds;

namespace VotingSim.Report;

/// <summary>Paths over the years of campaigns with bands over worlds, an arm beside the other.</summary>
internal static class CampaignYearsFigure
{
    private static readonly Track[] OfGoodwill =
    [
        new("goodwill_mean", "Goodwill, mean of the members", arm => arm.Years.Select(year => year.Means["goodwill_mean"]), year =>
            year.GoodwillMean),
        new("goodwill_min", "Goodwill of the least contented", arm => arm.Years.Select(year => year.Means["goodwill_min"]),
            year => year.GoodwillMinimum),
    ];

    private static readonly Track[] OfMatters =
    [
        new("decided", "Matters decided so far", arm => arm.Years.Select(year =>
            arm.Years.Take(year.Year).Sum(one => one.Means["consent"] + one.Means["vote"])), year => year.Decided),
        new("open", "Matters open", arm => arm.Years.Select(year => year.Means["open"]), year => year.Open),
    ];

    /// <summary>Goodwill of the mean and of the least contented member.</summary>
    public static Figure Goodwill(CampaignContent content) => Of(
        content, "goodwill-years", "Goodwill year by year", OfGoodwill, "0.000",
        "Goodwill is what members remember, in the unit of utility: above 0 a member swallows and hears more, below 0 less. Its sizes are judgement, "
            + "and no record fixes them.");

    /// <summary>Decisions and open matters.</summary>
    public static Figure Matters(CampaignContent content) => Of(
        content, "matters-years", "Decisions and open matters year by year", OfMatters, "0.0",
        "Decided is by consent or by vote; open is what has arisen and not ended. How often matters arise is configured, and no rule changes it.");

    private static Figure Of(CampaignContent content, string name, string title, Track[] tracks, string format, string meaning)
    {
        var last = content.Years - 1;
        return new()
        {
            Name = name,
            Title = title,
            Description = string.Join(" ", tracks.Select(track => $"{track.Title}, at the end of year {content.Years}: {string.Join("; ",
                content.Arms.Select(arm => $"{content.Quoted(arm)} {ReportNumbers.Text(track.Means(arm).Last(), format)} on average, middle half "
                    + WorldWords.Range(track.Spread(arm.Years[last]).P25, track.Spread(arm.Years[last]).P75, format)))}.")),
            Caption = "The line is the mean over worlds, the dark band the middle half of the worlds, the pale one nine in ten; more replications do "
                + $"not narrow them.{(content.Arms.Length > 1 ? $" Dashed: the mean of {content.Quoted(content.Arms[0])}." : "")} {meaning}",
            Columns = ["arm", "rule", "measure", "year", "mean", "p05", "p25", "p50", "p75", "p95"],
            Rows =
            [
                .. tracks.SelectMany(track => content.Arms.SelectMany(arm => arm.Years.Zip(track.Means(arm), (year, mean) => (ImmutableArray<string>)
                [
                    arm.Arm.Id, arm.Arm.Rule, track.Name, ReportNumbers.Whole(year.Year), ReportNumbers.Plain(mean),
                    .. Quantiles(track.Spread(year)).Select(ReportNumbers.Plain),
                ]))),
            ],
            Draw = narrow => Draw(content, tracks, narrow),
        };
    }

    /// <summary>The quantiles in order.</summary>
    internal static double[] Quantiles(WorldSpread spread) => [spread.P05, spread.P25, spread.P50, spread.P75, spread.P95];

    private static Canvas Draw(CampaignContent content, Track[] tracks, bool narrow)
    {
        var (grid, high) = (new ArmGrid(content, 50, narrow), narrow ? 120f : 130f);
        var (each, years) = (high + 46, YearAxis(content.Years, narrow ? 3 : 5));
        var band = grid.Head + (each * tracks.Length) + 34;
        var canvas = new Canvas(grid.Width, (band * grid.Bands) - 12);
        foreach (var (arm, place, at, left, right, isFirst) in grid.Panels())
        {
            var top = at * band;
            grid.Name(canvas, arm, place, left, top);
            for (var row = 0; row < tracks.Length; row++)
            {
                var (track, upper) = (tracks[row], top + grid.Head + 20 + (row * each));
                if (isFirst)
                {
                    canvas.Text(track.Title, 0, upper - 20, size: 11.5f, color: Palette.Quiet);
                }

                var y = AxisOf(content, track);
                var panel = canvas.Panel(left, upper, right, upper + high, years,
                    isFirst ? y : y with { Ticks = [.. y.Ticks.Select(tick => (tick.Position, ""))] }, verticalGrid: false);
                Draw(panel, content, track, arm, place);
            }

            canvas.Text(content.Years == 1 ? "year" : "years", right, top + grid.Head + 20 + (each * (tracks.Length - 1)) + high + 24,
                Alignment.UpperRight, 11.5f, color: Palette.Quiet);
        }

        return canvas;
    }

    // Every campaign begins with nothing remembered, decided or open.
    private static void Draw(Panel panel, CampaignContent content, Track track, CampaignArm arm, int place)
    {
        double[] xs = [0, .. arm.Years.Select(year => (double)year.Year)];
        var (spreads, look) = (Array.ConvertAll([.. arm.Years], year => track.Spread(year)), CampaignContent.LookOf(place));
        panel.Between(xs, [0, .. spreads.Select(spread => spread.P05)], [0, .. spreads.Select(spread => spread.P95)], look.Color, 0.12);
        panel.Between(xs, [0, .. spreads.Select(spread => spread.P25)], [0, .. spreads.Select(spread => spread.P75)], look.Color, 0.25);
        if (place > 0)
        {
            panel.Path(xs, [0, .. track.Means(content.Arms[0])], Palette.Quiet, Palette.Reference, 1.4f);
        }

        panel.Path(xs, [0, .. track.Means(arm)], look.Color, LinePattern.Solid, 2.2f);
    }

    private static Axis AxisOf(CampaignContent content, Track track)
    {
        double[] ends = [0, .. content.Arms.SelectMany(arm => arm.Years.SelectMany(year => Quantiles(track.Spread(year))).Concat(track.Means(arm)))];
        return Axis.Round(ends.Min(), ends.Max(), 4);
    }

    private static Axis YearAxis(int years, int most)
    {
        var step = (years + most - 1) / most;
        return new(0, years, [.. Enumerable.Range(0, (years / step) + 1).Select(tick => ((double)(tick * step), $"{tick * step}"))]);
    }

    private sealed record Track(
        string Name, string Title, Func<CampaignArm, IEnumerable<double>> Means, Func<CampaignYear, WorldSpread> Spread);
}
