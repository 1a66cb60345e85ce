using System.Collections.Immutable;
using VotingSim.Experiments.Plan;
using VotingSim.Experiments.Store;

namespace VotingSim.Analysis.Worlds;

/// <summary>The first worlds of a contrast with their parameters: the points that drivers and discovery are computed from.</summary>
/// <param name="Parameters">Names of the parameters that vary, and whether their numbers are factors of what is configured.</param>
/// <param name="Points">Their values, world by world.</param>
/// <param name="Days">Paired difference in days, world by world.</param>
/// <param name="Order">Which of the two was earlier, world by world.</param>
internal sealed record WorldSample(ImmutableArray<(string Name, bool Scales)> Parameters, double[][] Points, double[] Days, Conclusion[] Order)
{
    /// <summary>Reads the first worlds, each of another pair of arms in turn; null where no number varies from world to world.</summary>
    /// <param name="plan">The plan, with the replications that were run.</param>
    /// <param name="contrast">The contrast.</param>
    /// <param name="most">Most worlds that are read.</param>
    /// <param name="rows">The rows.</param>
    public static async Task<WorldSample?> ReadAsync(ExperimentPlan plan, Contrast contrast, int most, IRunRows rows)
    {
        var uncertain = RunSchema.UncertainParameters(plan);
        var swept = Swept(plan, contrast);
        if (uncertain.IsEmpty && swept.Length == 0)
        {
            return null;
        }

        // A world goes to one pair of arms only, in turn: the same parameters several times over would not be independent points.
        var (worlds, turns) = (Math.Min(plan.Replications, most), contrast.Pairs.Length);
        var (points, days, order) = (new List<double[]>(), new List<double>(), new List<Conclusion>());
        foreach (var (turn, (baseline, arm)) in contrast.Pairs.Index().Where(pair => pair.Index < worlds))
        {
            double[] sweptValues = [.. swept.Select(index => arm.Parameters[index].Number!.Value)];
            var horizon = Math.Min(arm.Terms.Settings.HorizonDays, baseline.Terms.Settings.HorizonDays);
            foreach (var part in rows.Layout.SlicesOf(arm).TakeWhile(part => part.First < worlds))
            {
                await using var own = await rows.OpenAsync(arm, part.Index);
                await using var other = await rows.OpenAsync(baseline, part.Index);
                var (ownDays, ownDecided) = (await own.NumbersAsync("days"), await own.NumbersAsync("decided"));
                var (otherDays, otherDecided) = (await other.NumbersAsync("days"), await other.NumbersAsync("decided"));
                var values = new double[uncertain.Length][];
                for (var column = 0; column < values.Length; column++)
                {
                    values[column] = await own.NumbersAsync(uncertain[column]); // one after the other: a file has one place to read from
                }

                for (var row = (int)((turn - (part.First % turns) + turns) % turns); row < part.Count && part.First + row < worlds; row += turns)
                {
                    var (mine, theirs) = (DayOf(ownDays[row], ownDecided[row], horizon), DayOf(otherDays[row], otherDecided[row], horizon));
                    points.Add([.. values.Select(column => column[row]), .. sweptValues]);
                    days.Add(Math.Min(mine, horizon) - Math.Min(theirs, horizon));
                    order.Add(mine < theirs ? Conclusion.Earlier : mine > theirs ? Conclusion.Later : Conclusion.Same);
                }
            }
        }

        string[] names = [.. uncertain, .. swept.Select(index => plan.Parameters[index])];
        var varying = Enumerable.Range(0, names.Length).Where(index => Varies(points, index)).ToArray();
        return varying.Length == 0 ? null
            : new(
                [.. varying.Select(index => (names[index], Scales(contrast, names[index])))],
                [.. points.Select(point => Array.ConvertAll(varying, index => point[index]))],
                [.. days],
                [.. order]);
    }

    private static bool Scales(Contrast contrast, string name) =>
        contrast.Pairs[0].Arm.Terms.Uncertainty?.Parameters.Any(parameter => parameter.Name == name && parameter.Scales) ?? false;

    // A parameter that some of the crises do not have says nothing of all of them.
    private static bool Varies(List<double[]> points, int parameter) =>
        points.TrueForAll(point => double.IsFinite(point[parameter])) && points.Exists(point => point[parameter] != points[0][parameter]);

    private static int[] Swept(ExperimentPlan plan, Contrast contrast) =>
    [
        .. Enumerable.Range(0, plan.Parameters.Length).Where(index =>
            contrast.Pairs.All(pair => pair.Arm.Parameters[index].Number.HasValue)
            && contrast.Pairs.Select(pair => pair.Arm.Parameters[index].Number).Distinct().Count() > 1),
    ];

    // An undecided rule is later than any.
    private static double DayOf(double days, double decided, double horizon) => decided > 0 && days <= horizon ? days : double.PositiveInfinity;
}
