namespace VotingSim.Evidence.Calibration;

/// <summary>The posteriors of a calibration as files that an experiment can name.</summary>
internal static class PosteriorFiles
{
    private const int StackedRows = 500;
    private const string Stacked = "stacked";

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

        string[] told = [.. Told(posteriors, document)];
        if (told.Length > 0)
        {
            await WriteAsync(folder, Stacked, told, StackedRowsOf(posteriors, document, told), told,
                $"What {plan.Cases.Length} cases say of the parameters that they tell something of, structures in proportion to their stacking weights.");
        }
    }

    /// <summary>The factors that the record tells something of in a structure that has a weight. What replaces a value that is configured has none in
    /// structures that leave it as it is, and is left out.</summary>
    private static IEnumerable<string> Told(IReadOnlyList<StructurePosterior> posteriors, CalibrationDocument document)
    {
        var told = document.Structures.Where(one => one.StackingWeight > 0)
            .SelectMany(one => one.Parameters.Where(parameter => parameter.IsTold).Select(parameter => parameter.Parameter)).ToHashSet();
        return posteriors.SelectMany(one => one.Model.Columns.Where(told.Contains)).Distinct(StringComparer.Ordinal)
            .Where(name => posteriors.All(one => !one.Model.Columns.Contains(name) || one.Model.Scales.Contains(name)));
    }

    // A structure that leaves a parameter as it is configured has the factor 1.
    private static IEnumerable<double[]> StackedRowsOf(
        IReadOnlyList<StructurePosterior> posteriors, CalibrationDocument document, string[] columns)
    {
        var upTo = 0.0;
        for (var index = 0; index < posteriors.Count; index++)
        {
            var first = Math.Round(StackedRows * upTo);
            upTo += document.Structures[index].StackingWeight;
            var model = posteriors[index].Model;
            string[] own = [.. model.Columns];
            int[] places = [.. columns.Select(name => Array.IndexOf(own, name))];
            foreach (var row in posteriors[index].Resample((int)(Math.Round(StackedRows * upTo) - first)).Select(model.Row))
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
