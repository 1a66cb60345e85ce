using VotingSim.Configuration;
using VotingSim.Evidence.Cases;

namespace VotingSim.Evidence.Calibration;

/// <summary>Calibrates structures on cases, keeping every finished part in a folder.</summary>
/// <param name="deliberations">Where cases are deliberated.</param>
/// <param name="folder">Where parts are kept, and found again by a calibration that is resumed.</param>
public sealed class Calibrator(CaseDeliberations deliberations, CalibrationFolder folder)
{
    private const int StagesExpected = 3;
    private const int EffectRows = 500; // of a posterior, under both rules
    private const int StageOfEffect = 1000; // its luck is that of no stage
    private const string Consensus = "consensus";

    private static readonly string[] EffectColumns =
        ["log_ratio", "distance", "towards_status_quo", "undecided_by_consensus", "undecided_by_other"];

    /// <summary>Calibrates.</summary>
    /// <param name="plan">What is calibrated on what.</param>
    /// <param name="progress">Told how many worlds are done of how many that are expected.</param>
    /// <param name="cancellation">Stops it; finished parts are kept.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public async Task<CalibrationDocument> RunAsync(
        CalibrationPlan plan, IProgress<(long Done, long Expected)>? progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var watch = new Watch(progress, plan);
        var found = new List<(StructurePosterior Posterior, int Stages, RuleEffect[] Effects)>();
        foreach (var model in plan.Models)
        {
            var (draws, stages) = await SampleAsync(plan, model, watch, cancellation);
            var posterior = new StructurePosterior(model, draws, plan.Clusters);
            found.Add((posterior, stages, await EffectsAsync(plan, posterior, watch, cancellation)));
            watch.StructureDone();
        }

        var document = CalibrationDocument.Of(plan, found);
        await PosteriorFiles.WriteAsync(folder, plan, [.. found.Select(one => one.Posterior)], document);
        await CalibrationFolder.WriteAsync(folder.Summary, document.ToJson() + "\n");
        return document;
    }

    private async Task<(ImportanceDraws Draws, int Stages)> SampleAsync(
        CalibrationPlan plan, StructureModel model, Watch watch, CancellationToken cancellation)
    {
        var likelihoods = new RecordLikelihoods(deliberations, plan.Cases, plan.Options.PerDraw, plan.Options.Seed);
        var sampler = new ImportanceSampler(model.Free.Length, plan.Options.Draws, plan.Options.Seed);
        var stages = 0;
        string[] columns = [.. plan.Cases.Select(one => one.Name)];
        var draws = await sampler.SampleAsync(async (stage, places) =>
        {
            stages = stage + 1;
            var logs = await folder.KeepAsync($"{NameId.Of(model.Structure.Name)}.{stage + 1}", columns, () =>
                likelihoods.AtAsync(model, stage, places, watch, cancellation));
            watch.PartDone((long)places.Length * plan.Options.PerDraw * ImportanceSampler.WorldsIn(stage) * plan.Cases.Length);
            return logs;
        });
        return (draws, stages);
    }

    private async Task<RuleEffect[]> EffectsAsync(CalibrationPlan plan, StructurePosterior posterior, Watch watch, CancellationToken cancellation)
    {
        var (model, perDraw) = (posterior.Model, plan.Options.PerDraw);
        double[][] rows = [.. posterior.Resample(EffectRows).Select(model.Row)];
        var numbers = await folder.KeepAsync($"{NameId.Of(model.Structure.Name)}.effect", EffectColumns, async () =>
        {
            var effects = new List<RuleEffect[]>(); // of each case, by row
            for (var index = 0; index < plan.Cases.Length; index++)
            {
                var luck = RecordLikelihoods.LuckOf(plan.Options.Seed, StageOfEffect, index);
                var terms = new[] { Consensus, plan.Options.Against }.Select(rule => model.Terms(index, rows, perDraw, luck, rule)).ToArray();
                var worlds = await deliberations.RunAsync(terms, rows.Length * perDraw, null, cancellation);
                double[] statusQuo = [.. terms[0].Crisis.Issues.Select(issue => issue.StatusQuo)];
                effects.Add(RuleEffect.Of(worlds[0], worlds[1], statusQuo, perDraw, terms[0].Settings.HorizonDays));
                watch.Report((index + 1L) * 2 * rows.Length * perDraw);
            }

            return [.. rows.Select((_, row) => RuleEffect.Mean([.. effects.Select(ofCase => ofCase[row])]).ToRow())];
        });
        watch.PartDone(EffectWorlds(plan));
        return [.. numbers.Select(RuleEffect.OfRow)];
    }

    private static long EffectWorlds(CalibrationPlan plan) => 2L * EffectRows * plan.Options.PerDraw * plan.Cases.Length;

    /// <summary>How far it is. How many stages a structure takes is known only when it has taken them.</summary>
    private sealed class Watch(IProgress<(long Done, long Expected)>? progress, CalibrationPlan plan) : IProgress<long>
    {
        private readonly long _ofStructure =
            (StagesExpected * (long)plan.Options.Draws * plan.Options.PerDraw * plan.Cases.Length) + EffectWorlds(plan);

        private long _before;
        private int _structures;

        public void Report(long value)
        {
            var done = Math.Min(_before + value, (_structures + 1) * _ofStructure);
            progress?.Report((done, plan.Models.Length * _ofStructure));
        }

        public void PartDone(long worlds)
        {
            _before += worlds;
            Report(0);
        }

        public void StructureDone()
        {
            _structures++;
            _before = _structures * _ofStructure;
            Report(0);
        }
    }
}
