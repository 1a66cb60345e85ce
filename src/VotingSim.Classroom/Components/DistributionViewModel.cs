using System.Globalization;
using System.Text;
using VotingSim.Classroom.Deliberations;
using VotingSim.Deliberation;
using VotingSim.Statistics;
using static VotingSim.Classroom.Languages.Speech;

namespace VotingSim.Classroom.Components;

/// <summary>The axes and curves of the distribution, with the worlds on the table marked in it.</summary>
/// <remarks>Days count from the event. The time axis has columns of equal length, and a curve ten steps in each: it is exact at their ends.</remarks>
/// <param name="sample">What came of the other worlds so far.</param>
/// <param name="lives">The worlds on the table, one per arm of the sample and in the same order.</param>
public sealed class DistributionViewModel(LiveSample sample, IReadOnlyList<LiveDeliberation> lives)
{
    private const int MostColumns = 60;
    private const int ColumnsOfAStep = 8;
    private const int StepsOfAColumn = 10;
    private const double LabelHeight = 0.13;

    // A week to ten years. Unit: days.
    private static readonly double[] TickSteps = [7, 14, 30, 60, 90, 180, 365, 730, 1825, 3650];

    /// <summary>How many replications are in it.</summary>
    public string Progress => sample.Done < sample.Total
        ? Tell($"{ClassroomWording.Large(sample.Done)} of {ClassroomWording.Large(sample.Total)} replications")
        : Tell($"{ClassroomWording.Large(sample.Total)} replications, all with the same positions and rules and each with its own luck");

    /// <summary>The length of a column: whole intervals between sessions, so that none is without a session. Unit: days.</summary>
    public double ColumnDays
    {
        get
        {
            var interval = Terms.Settings.Calendar.RoundDays;
            return interval * Math.Ceiling(Terms.Settings.HorizonDays / (interval * MostColumns));
        }
    }

    /// <summary>The number of columns on the time axis.</summary>
    /// <remarks>The whole time is shown as soon as somebody needs it; before, what is needed, in steps, so that the axis rests.</remarks>
    public int Columns
    {
        get
        {
            var all = 1 + ColumnOf(Terms.Settings.HorizonDays);
            if (sample.Arms.Any(arm => arm.Decided < arm.Total) || Enumerable.Range(0, lives.Count).Any(IsUndecided))
            {
                return all;
            }

            var last = sample.Arms.SelectMany(arm => arm.Days).Append(0).Max();
            var needed = ColumnOf(Math.Max(last, lives.Max(live => live.Current.Day)));
            return Math.Min(all, ColumnsOfAStep * (1 + (needed / ColumnsOfAStep)));
        }
    }

    /// <summary>The last day on the time axis.</summary>
    public double Horizon => Columns * ColumnDays;

    /// <summary>The scale on which texts are shown.</summary>
    public VotingSim.Crises.Issue Scale => Terms.Crisis.Issues[0];

    /// <summary>The issue of which texts are shown, in words.</summary>
    public string Issue => ClassroomWording.Words(Terms.Crisis.Issues[0].Name);

    /// <summary>Where the status quo of that issue lies, from 0 to 100.</summary>
    public double StatusQuo => Terms.Crisis.Issues[0].StatusQuo;

    /// <summary>What came of each arm, with its place among the rules.</summary>
    public IEnumerable<(ArmSample Arm, int Place)> Placed => sample.Arms.Select((arm, place) => (arm, place));

    /// <summary>The tallest bar over the columns; at least 1.</summary>
    public int MostInColumn => Math.Max(1, sample.Arms.Max(arm => DecidedInColumns(arm).Max()));

    /// <summary>The tallest bar over the texts; at least 1.</summary>
    public int MostInBin => Math.Max(1, sample.Arms.Max(arm => arm.OutcomeInBin.Max()));

    /// <summary>The curves in words.</summary>
    public string CurveSummary => string.Join(" ", Placed.Select(arm => $"{RuleOf(arm.Place)}: {Summary(arm.Arm)}"));

    /// <summary>The days that are written on the time axis.</summary>
    public IEnumerable<double> Days
    {
        get
        {
            var horizon = Horizon;
            var step = TickSteps.FirstOrDefault(step => horizon / step <= 9, horizon / 5);
            for (var day = 0.0; day <= horizon; day += step)
            {
                yield return day;
            }
        }
    }

    /// <summary>From the first to the last day by which half have decided; null where not all arms have one, or they are less than a column
    /// apart.</summary>
    public (double From, double To)? Gap
    {
        get
        {
            double[] days = [.. sample.Arms.Select(arm => arm.MedianDays.Value)];
            return days.Length < 2 || !days.All(double.IsFinite) || days.Max() - days.Min() < ColumnDays ? null : (days.Min(), days.Max());
        }
    }

    /// <summary>The labels at the ends of the curves, pushed apart where they would overlap, from the top.</summary>
    public IEnumerable<(string Label, double Top, int Place)> EndLabels
    {
        get
        {
            var above = double.NegativeInfinity;
            foreach (var (arm, place) in Placed.OrderByDescending(arm => Known(arm.Arm.DecidedShare.Value)))
            {
                above = Math.Max(1 - Known(arm.DecidedShare.Value), above + LabelHeight);
                yield return ($"{RuleOf(place)} {ClassroomWording.Percent(arm.DecidedShare.Value)}", above, place);
            }
        }
    }

    private DeliberationTerms Terms => lives[0].Terms;

    /// <summary>The rule of an arm in words.</summary>
    public string RuleOf(int place) => lives[place].Text.Rule;

    /// <summary>How many of an arm decided in each column.</summary>
    public int[] DecidedInColumns(ArmSample arm)
    {
        var counts = new int[Columns];
        foreach (var day in arm.Days)
        {
            counts[Math.Min(ColumnOf(day), counts.Length - 1)]++;
        }

        return counts;
    }

    /// <summary>The decision of the world on the table, once it has come to it.</summary>
    public RoundView? Decision(int place) => lives[place] is { HasOpened: true, Current: { Adopted: true } round } ? round : null;

    /// <summary>Whether the world on the table ran out of time.</summary>
    public bool IsUndecided(int place) => lives[place].IsAtEnd && Decision(place) is null;

    /// <summary>How high a curve stands at the decision of the world on the table.</summary>
    public double HeightAt(ArmSample arm, RoundView decision)
    {
        var step = ColumnDays / StepsOfAColumn;
        return Known(arm.DecidedBy(Math.Ceiling(decision.Day / step) * step).Value);
    }

    /// <summary>The share that was undecided when time was up; 0 before any is counted.</summary>
    public static double UndecidedShare(ArmSample arm) => (arm.Total - arm.Decided) / (double)Math.Max(1, arm.Total);

    /// <summary>Share and median of an arm in sentences.</summary>
    public static string Summary(ArmSample arm) => $"{Share(arm)} {Endings(arm)} {Median(arm)}";

    /// <summary>The share of an arm that decides in time, with its interval.</summary>
    public static string Share(ArmSample arm) => arm.Total == 0
        ? ""
        : Tell($"{ClassroomWording.Percent(arm.DecidedShare.Value)} decide in time "
            + $"({ClassroomWording.Percent(arm.DecidedShare.Low)}–{ClassroomWording.Percent(arm.DecidedShare.High)}).");

    /// <summary>How an arm ends, in shares.</summary>
    public static string Endings(ArmSample arm)
    {
        if (arm.Total == 0)
        {
            return "";
        }

        var parts = new List<string>();
        foreach (var ending in new[] { Ending.Consent, Ending.Vote, Ending.Failed, Ending.Open })
        {
            if (arm.EndedBy(ending) > 0)
            {
                parts.Add(Ended(ending, ClassroomWording.Percent(arm.ShareOf(ending))));
            }
        }

        var share = ClassroomWording.Percent(arm.NeverOpened / (double)arm.Total);
        var never = arm.NeverOpened == 0 ? "" : " " + Tell($"({share} never reached the agenda)");
        return $"{ClassroomWording.Capital(string.Join(", ", parts))}{never}.";
    }

    private static string Ended(Ending ending, string share) => ending switch
    {
        Ending.Consent => Tell($"{share} by consent"),
        Ending.Vote => Tell($"{share} by vote"),
        Ending.Failed => Tell($"{share} failed"),
        _ => Tell($"{share} still open"),
    };

    /// <summary>The day by which half of an arm have decided, with its interval.</summary>
    public static string Median(ArmSample arm)
    {
        if (arm.Total == 0)
        {
            return "";
        }

        var median = arm.MedianDays;
        var latest = double.IsFinite(median.High) ? ClassroomWording.Day(median.High) : Tell("beyond the end");
        return double.IsFinite(median.Value)
            ? Tell($"Half by day {ClassroomWording.Day(median.Value)} ({ClassroomWording.Day(median.Low)}–{latest}).")
            : Tell("Fewer than half decide.");
    }

    /// <summary>Who is outvoted most often, three members at most.</summary>
    public string Outvoted(ArmSample arm)
    {
        if (arm.Decided == 0)
        {
            return "";
        }

        var most = arm.Outvoted.Select((count, seat) => (count, seat)).Where(pair => pair.count > 0)
            .OrderByDescending(pair => pair.count).ThenBy(pair => pair.seat).Take(3)
            .Select(pair => $"{Terms.Roster.Members[pair.seat].Code} {ClassroomWording.Percent(pair.count / (double)arm.Decided)}").ToArray();
        return most.Length == 0 ? Tell("Nobody is ever outvoted.") : Tell($"Outvoted most often: {string.Join(", ", most)} of decisions.");
    }

    /// <summary>The curve of the share that has decided, as steps of a drawing that is a column wide per unit and one unit high.</summary>
    public string Curve(ArmSample arm) => Path("M0 1", Steps(arm, share => share.Value));

    /// <summary>The interval about that curve, as an area of the same drawing.</summary>
    public string Band(ArmSample arm)
    {
        var low = Steps(arm, share => share.Low);
        var path = new StringBuilder(Path("M0 1", Steps(arm, share => share.High)));
        for (var step = low.Count - 1; step >= 0; step--)
        {
            path.Append(CultureInfo.InvariantCulture, $"V{low[step].Top}H{(step == 0 ? 0 : low[step - 1].To)}");
        }

        return path.Append('Z').ToString();
    }

    // Each level of a curve, and the place up to which it holds: a path without the steps in which nothing changes.
    private List<(double To, string Top)> Steps(ArmSample arm, Func<Estimate, double> height)
    {
        var (levels, days, decided) = (new List<(double To, string Top)>(), arm.Days.Order().ToArray(), -1);
        var (columns, length) = (Columns, ColumnDays / StepsOfAColumn);
        for (var step = 0; step <= columns * StepsOfAColumn; step++)
        {
            var (to, before) = (Math.Min(columns, (step + 1) / (double)StepsOfAColumn), decided);
            for (decided = Math.Max(0, decided); decided < days.Length && days[decided] <= step * length;)
            {
                decided++;
            }

            if (decided == before)
            {
                levels[^1] = (to, levels[^1].Top);
            }
            else
            {
                levels.Add((to, Drawing.Coordinate(1 - Known(height(arm.Share(decided))))));
            }
        }

        return levels;
    }

    private static string Path(string start, List<(double To, string Top)> levels) =>
        levels.Aggregate(new StringBuilder(start), (path, level) => path.Append(CultureInfo.InvariantCulture, $"V{level.Top}H{level.To}")).ToString();

    // A day at the end of a column is in it.
    private int ColumnOf(double day) => Math.Max(0, (int)Math.Ceiling(day / ColumnDays) - 1);

    private static double Known(double share) => double.IsNaN(share) ? 0 : share;
}
