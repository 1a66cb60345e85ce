namespace VotingSim.Evidence.Calibration;

/// <summary>The posteriors of a calibration as files that an experiment can name.</summary>
internal static class PosteriorFiles
{
    /// <summary>Writes a table of rows, and the uncertainty file that names it, for each structure.</summary>
    public static async Task WriteAsync(CalibrationFolder folder, CalibrationPlan plan, IEnumerable<StructurePosterior> posteriors)
    {
        foreach (var posterior in posteriors)
        {
            var (model, name) = (posterior.Model, posterior.Model.Structure.Name);
            var rows = posterior.Resample(StructurePosterior.Rows).Select(model.Row);
            await CalibrationFolder.WriteAsync(folder.PosteriorOf(name), CalibrationFolder.Table(model.Columns, rows, "G6"));
            await CalibrationFolder.WriteAsync(
                folder.UncertaintyOf(name),
                $"# What {plan.Cases.Length} cases say of the free parameters of the structure {name}, by votingsim calibrate (calibration.json).\n"
                + $"uncertainty: {name}\nposterior: {Path.GetFileName(folder.PosteriorOf(name))}\nscales: [{string.Join(", ", model.Scales)}]\n");
        }
    }
}
