using System.Collections.Immutable;
using VotingSim.Evidence.Cases;
using VotingSim.Experiments.Plan;
using VotingSim.Experiments.Running;
using VotingSim.Statistics.Comparison;

namespace VotingSim.Evidence.Claims;

/// <summary>Asks the model what is claimed, as it is and with each mechanism switched off, in the same worlds.</summary>
/// <param name="tables">Where the cohorts are deliberated.</param>
public sealed class ClaimStudy(ITables tables)
{
    private readonly CaseDeliberations _deliberations = new(tables);

    /// <summary>Studies claims.</summary>
    /// <param name="claims">The claims.</param>
    /// <param name="worlds">Number of worlds. Range: &gt;= 1.</param>
    /// <param name="seed">Seed of all draws, those of the intervals too: it goes before those of the experiments.</param>
    /// <param name="progress">Told how many deliberations are done.</param>
    /// <param name="cancellation">Stops between two cohorts.</param>
    /// <returns>What was found, in the order of the claims.</returns>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public async Task<ImmutableArray<ClaimFinding>> RunAsync(
        ImmutableArray<Claim> claims, int worlds, ulong seed, IProgress<RunProgress>? progress, CancellationToken cancellation)
    {
        // Claims share sides, and a mechanism that is off already need not be switched off again.
        var all = claims.SelectMany(claim => SwitchesOf(claim).Prepend(null), (claim, off) => claim.Sides.Select(side => Variant(side, off)))
            .SelectMany(variants => variants).DistinctBy(variant => variant.Key).ToArray();
        var total = (long)worlds * all.Sum(variant => variant.Side.Terms.Length);
        var (known, done) = (new Dictionary<(string, string), SideWorlds>(), 0L);
        var findings = ImmutableArray.CreateBuilder<ClaimFinding>(claims.Length);
        foreach (var claim in claims)
        {
            var missing = SwitchesOf(claim).Prepend(null).SelectMany(off => claim.Sides.Select(side => Variant(side, off)))
                .DistinctBy(variant => variant.Key).Where(variant => !known.ContainsKey(variant.Key)).ToArray();
            var terms = missing.Select(variant => variant.Side.Terms.Select(one => (variant.Off?.Off(one) ?? one) with { Seed = seed }).ToArray())
                .ToArray();
            var before = done;
            var results = await _deliberations.RunAsync(
                [.. terms.SelectMany(one => one)], worlds, progress is null ? null : new Step(here => progress.Report(new(before + here, 0, total))),
                cancellation);
            var first = 0;
            foreach (var (variant, its) in missing.Zip(terms))
            {
                known[variant.Key] = new(its, [.. results.Skip(first).Take(its.Length)]);
                first += its.Length;
            }

            done += (long)worlds * first;
            findings.Add(Find(claim, seed, off => [.. claim.Sides.Select(side => known[Variant(side, off).Key])]));
        }

        return findings.MoveToImmutable();
    }

    private static ClaimFinding Find(Claim claim, ulong seed, Func<MechanismSwitch?, ImmutableArray<SideWorlds>> sidesWithout)
    {
        var whole = new ClaimEstimator(claim, sidesWithout(null));
        var (value, resamples) = (whole.Value, new WorldResamples(seed, whole.Worlds));
        var resampled = Resample(whole);
        var found = SwitchesOf(claim).AsParallel().AsOrdered()
            .Select(off => (Off: off, Estimator: new ClaimEstimator(claim, sidesWithout(off))))
            .Select(one => (one.Off, one.Estimator, one.Estimator.Value)).ToArray();
        var switches = found.Select(one => new SwitchedOff(one.Off, new(one.Value, double.NaN, double.NaN), Change(one.Value, value))).ToArray();
        SwitchedOff? main = null;
        if (switches.Length > 0)
        {
            // The first of equals.
            var most = Array.IndexOf(switches, switches.MaxBy(one => one.Change));
            var without = Resample(found[most].Estimator);
            switches[most] = switches[most] with { Without = WorldResamples.Interval(found[most].Value, without) };
            main = IsShown(switches[most], without.Zip(resampled, Difference)) ? switches[most] : null;
        }

        return new()
        {
            Claim = claim,
            Worlds = whole.Worlds,
            Estimate = WorldResamples.Interval(value, resampled),
            Switches = [.. switches],
            HangsOn = main,
        };

        double[] Resample(ClaimEstimator estimator)
        {
            var values = new double[WorldResamples.Count];
            Parallel.For(0, values.Length, resample => values[resample] = estimator.Of(resamples.CountsOf(resample)));
            return values;
        }

        double Change(double without, double with) => double.IsNaN(without) != double.IsNaN(with) ? double.PositiveInfinity
            : double.IsNaN(with) || without == with ? 0 : Math.Abs(Difference(without, with));

        double Difference(double one, double other) => one == other ? 0 : ClaimFinding.IsRatio(claim.Quantity) ? Math.Log(one / other) : one - other;
    }

    // Whether the same worlds say that the estimate is another without it: the interval of the difference excludes 0.
    private static bool IsShown(SwitchedOff off, IEnumerable<double> differences)
    {
        double[] all = [.. differences];
        var interval = WorldResamples.Interval(0, all);
        return double.IsPositiveInfinity(off.Change) || interval.Low > 0 || interval.High < 0;
    }

    private static IEnumerable<MechanismSwitch> SwitchesOf(Claim claim) =>
        MechanismSwitch.All.Where(off => claim.Sides.Any(side => side.Terms.Any(off.IsOn)));

    private static SideVariant Variant(ClaimSide side, MechanismSwitch? off)
    {
        var effective = off is not null && side.Terms.Any(off.IsOn) ? off : null;
        return new(side, effective, (side.Fingerprint, effective?.Name ?? ""));
    }

    private sealed record SideVariant(ClaimSide Side, MechanismSwitch? Off, (string Fingerprint, string Off) Key);

    // IProgress of the framework would report out of order.
    private sealed class Step(Action<long> report) : IProgress<long>
    {
        public void Report(long value) => report(value);
    }
}
