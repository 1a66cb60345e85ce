using System.Collections.Immutable;
using VotingSim.Configuration.Cases;
using VotingSim.Evidence.Cases;

namespace VotingSim.Evidence.Calibration;

/// <summary>The likelihoods of cases at draws of a structure's parameters, by deliberating every case in many worlds of each draw.</summary>
/// <remarks>A draw's parameters are the same in every case; the luck of a case is its own, and so is that of a stage: given the parameters cases are
/// independent, and only then is the product of estimates an estimate of the product.</remarks>
/// <param name="deliberations">Where cases are deliberated.</param>
/// <param name="cases">The cases.</param>
/// <param name="perDraw">Worlds of each draw, in late stages more: <see cref="ImportanceSampler.WorldsIn"/>.</param>
/// <param name="seed">Seed of all luck.</param>
internal sealed class RecordLikelihoods(CaseDeliberations deliberations, ImmutableArray<Case> cases, int perDraw, ulong seed)
{
    private const int MostWorlds = 2_000_000; // that are held at once
    private const ulong CasesApart = 1_000_003;

    private readonly RecordLikelihood[] _records = [.. cases.Select(one => new RecordLikelihood(one.Record))];

    /// <summary>The seed of the luck of a case in a stage.</summary>
    public static ulong LuckOf(ulong seed, int stage, int index) => unchecked(seed + (CasesApart * (ulong)(stage + 1)) + (ulong)index);

    /// <summary>Log likelihoods: of each draw, of every case.</summary>
    public async Task<double[][]> AtAsync(
        StructureModel model, int stage, double[][] places, IProgress<long>? progress, CancellationToken cancellation)
    {
        var ofDraw = perDraw * ImportanceSampler.WorldsIn(stage);
        var worlds = places.Length * ofDraw;
        double[][] rows = [.. places.Select(model.Row)];
        var logs = places.Select(_ => new double[cases.Length]).ToArray();
        var done = 0L;
        foreach (var some in Enumerable.Range(0, cases.Length).Chunk(Math.Max(1, MostWorlds / worlds)))
        {
            var before = done;
            var terms = some.Select(index => Shortened(model.Terms(index, rows, ofDraw, LuckOf(seed, stage, index)), _records[index])).ToArray();
            var came = await deliberations.RunAsync(
                terms, worlds, progress is null ? null : new Shifted(progress, before), cancellation);
            done += (long)worlds * some.Length;
            Parallel.For(0, some.Length, at =>
            {
                for (var draw = 0; draw < places.Length; draw++)
                {
                    logs[draw][some[at]] = _records[some[at]].Log(came[at], draw * ofDraw, ofDraw);
                }
            });
        }

        return logs;
    }

    private static Deliberation.DeliberationTerms Shortened(Deliberation.DeliberationTerms terms, RecordLikelihood record) => terms with
    {
        Settings = terms.Settings with { HorizonDays = Math.Min(terms.Settings.HorizonDays, record.Horizon) },
    };

    private sealed class Shifted(IProgress<long> progress, long by) : IProgress<long>
    {
        public void Report(long value) => progress.Report(by + value);
    }
}
