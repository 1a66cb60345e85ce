namespace VotingSim.Evidence.Calibration;

/// <summary>The posteriors of a calibration as files that an experiment can name.</summary>
internal static class PosteriorFiles
{
    private const int StackedRows = 500;
    private const string Stacked = "stacked";
    private const double LeastWeight = 0.01; // of a structure whose rows are among the stacked ones
    private const double LeastTold = 0.1; // weight of the structures through which the record tells something of a parameter

    /// <summary>Writes a table of rows, and the uncertainty file that names it, for each structure, and for all together.</summary>
    /// <param name="folder">Where to.</param>
    /// <param name="plan">What was calibrated on what.</param>
    /// <param name="posteriors">The posteriors.</param>
    /// <param name="document">What is said of them.</param>
    public static async Task WriteAsync(
        CalibrationFolder folder, CalibrationPlan plan, IReadOnlyList<StructurePosterior> posteriors, CalibrationDocument document)
    {
        foreach (var posterior in posteriors)
        {
            var (model, name) = (posterior.Model, posterior.Model.Structure.Name);
            var rows = posterior.Resample(StructurePosterior.Rows).Select(model.Row);
            await WriteAsync(folder, name, model.Columns, rows, model.Scales,
                $"What {plan.Cases.Length} cases say of the free parameters of the structure {name}; the structure's other settings are not in it.");
        }

        var stacked = posteriors.Zip(document.Structures, (posterior, structure) => (posterior, structure))
            .Where(one => one.structure.StackingWeight >= LeastWeight).ToArray();
        string[] columns = [.. StackedColumns(stacked)];
        if (columns.Length > 0)
        {
            await WriteAsync(folder, Stacked, columns, StackedRowsOf(stacked, columns), columns,
                $"What {plan.Cases.Length} cases say of the parameters that they tell something of, structures by their stacking weights.");
        }
    }

    /// <summary>The factors that the record tells something of in structures of some weight, and those that are held. What replaces a value that is
    /// configured has none in structures that leave it as it is, and is left out.</summary>
    private static IEnumerable<string> StackedColumns((StructurePosterior Posterior, StructureDocument Structure)[] stacked)
    {
        var models = stacked.Select(one => one.Posterior.Model).ToArray();
        return models.SelectMany(model => model.Columns).Distinct(StringComparer.Ordinal)
            .Where(name => models.All(model => !model.Columns.Contains(name) || model.Scales.Contains(name)) && (IsHeld(name) || IsTold(name)));

        bool IsHeld(string name) => models.Any(model => model.Held.Any(held => held.Name == name));

        bool IsTold(string name) => stacked.Where(one => one.Structure.Parameters.Any(parameter => parameter.Parameter == name && parameter.IsTold))
            .Sum(one => one.Structure.StackingWeight) >= LeastTold;
    }

    // A structure that leaves a parameter as it is configured has the factor 1.
    private static IEnumerable<double[]> StackedRowsOf((StructurePosterior Posterior, StructureDocument Structure)[] stacked, string[] columns)
    {
        var (whole, upTo) = (stacked.Sum(one => one.Structure.StackingWeight), 0.0);
        foreach (var (posterior, structure) in stacked)
        {
            var first = Math.Round(StackedRows * upTo / whole);
            upTo += structure.StackingWeight;
            string[] own = [.. posterior.Model.Columns];
            int[] places = [.. columns.Select(name => Array.IndexOf(own, name))];
            foreach (var row in posterior.Resample((int)(Math.Round(StackedRows * upTo / whole) - first)).Select(posterior.Model.Row))
            {
                yield return [.. places.Select(place => place < 0 ? 1 : row[place])];
            }
        }
    }

    private static async Task WriteAsync(
        CalibrationFolder folder, string name, IEnumerable<string> columns, IEnumerable<double[]> rows, IEnumerable<string> scales, string comment)
    {
        await CalibrationFolder.WriteAsync(folder.PosteriorOf(name), CalibrationFolder.Table(columns, rows, "G6"));
        await CalibrationFolder.WriteAsync(
            folder.UncertaintyOf(name),
            $"# {comment} By votingsim calibrate.\nuncertainty: {name}\nposterior: {Path.GetFileName(folder.PosteriorOf(name))}\n"
            + $"scales: [{string.Join(", ", scales)}]\n");
    }
}
