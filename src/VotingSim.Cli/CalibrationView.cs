using Spectre.Console;
using VotingSim.Analysis;
using VotingSim.Evidence.Calibration;

namespace VotingSim.Cli;

/// <summary>A calibration, for reading: the answer first, then structures, then parameters, then what the record does not tell.</summary>
internal static class CalibrationView
{
    public static void Write(IAnsiConsole console, CalibrationDocument document, CalibrationFolder folder)
    {
        console.WriteLine(document.Answer);
        console.WriteLine($"Median and 90 % interval over the posterior on {document.Cases.Count} cases"
            + (document.Excluded.Count > 0 ? $" ({string.Join(", ", document.Excluded)} left out: no time and no outcome)" : "")
            + ": the geometric mean over cases and worlds of the ratio of both times in the same world.");
        console.WriteLine();
        WriteStructures(console, document);
        foreach (var structure in document.Structures)
        {
            WriteParameters(console, structure);
        }

        WriteUntold(console, document);
        WriteDoubts(console, document);
        console.WriteLine($"Results: {ShownPath.Of(folder.Path)}");
    }

    private static void WriteStructures(IAnsiConsole console, CalibrationDocument document)
    {
        var table = new Table().Border(TableBorder.Simple)
            .AddColumns("structure", "consensus / other, time", "texts apart", "nearer status quo", "undecided", "weight", "log density, left out",
                "log evidence", "k", "draws left", "of");
        foreach (var one in document.Structures)
        {
            Add(one.Structure, one.Effect, Number(one.StackingWeight), Number(one.LeaveOneOutLogDensity), Number(one.LogEvidence), Number(one.KHat),
                $"{one.EffectiveSize:F0}", $"{one.Draws}");
        }

        if (document.Structures.Count > 1)
        {
            Add("stacked", document.Stacked, "1.00", Number(document.StackedLogDensity), "", "", "", "");
        }

        console.Write(table);

        void Add(string name, EffectDocument effect, params string[] rest) => table.AddRow(
        [
            .. new[]
            {
                name, Text(effect.TimeRatio), Text(effect.OutcomeDistance), Text(effect.TowardsStatusQuo), Text(effect.UndecidedByConsensus),
            }.Concat(rest).Select(Markup.Escape),
        ]);
    }

    private static void WriteParameters(IAnsiConsole console, StructureDocument structure)
    {
        var table = new Table().Border(TableBorder.Simple).Title(Markup.Escape($"{structure.Structure}: {structure.Title}"))
            .AddColumns("parameter", "prior", "posterior", "50 %", "width", "");
        foreach (var one in structure.Parameters)
        {
            table.AddRow(
                Markup.Escape(one.Scales ? $"{one.Parameter} (factor)" : one.Parameter),
                Markup.Escape(Text(one.Prior)),
                Markup.Escape(Text(one.Posterior)),
                Markup.Escape($"[{Number(one.Half[0])}, {Number(one.Half[1])}]"),
                Number(one.RelativeWidth),
                one.Word);
        }

        console.Write(table);
        if (structure.Correlations is [{ } most, ..] && Math.Abs(most.Value) >= 0.3)
        {
            console.WriteLine($"Most tied together: {most.First} and {most.Second} ({Number(most.Value)}).");
        }
    }

    // A parameter may be told through one structure and not through another.
    private static void WriteUntold(IAnsiConsole console, CalibrationDocument document)
    {
        var free = document.Structures.SelectMany(structure => structure.Parameters).GroupBy(one => one.Parameter, StringComparer.Ordinal)
            .Select(group => (Name: group.Key, Untold: group.Count(one => one.Word == ParameterDocument.Untold), Of: group.Count()))
            .Where(one => one.Untold > 0).ToArray();
        var words = free.Select(one => one.Untold == one.Of ? one.Name : $"{one.Name} (in {one.Untold} of {one.Of} structures)");
        console.WriteLine(free.Length == 0
            ? "The record tells something of every parameter."
            : $"The record does not tell (more than {ParameterDocument.Bound} of the prior's width is left): {string.Join(", ", words)}.");
    }

    private static void WriteDoubts(IAnsiConsole console, CalibrationDocument document)
    {
        foreach (var one in document.Structures)
        {
            if (!one.Reliable)
            {
                console.WriteLine($"{one.Structure}: k is {Number(one.KHat)}, so that its posterior cannot be relied on; more --draws or --per-draw "
                    + "help, or a structure with fewer parameters.");
            }

            var doubted = one.Cases.Where(left => left.KHat > 0.7).Select(left => left.Case).ToArray();
            if (doubted.Length > 0)
            {
                console.WriteLine($"{one.Structure}: the density of {string.Join(", ", doubted)}, left out, is uncertain (k above 0.7).");
            }
        }
    }

    private static string Text(IntervalDocument interval) =>
        $"{Number(interval.Median)} [{Number(interval.Low)}, {Number(interval.High)}]";

    private static string Number(double value) => SignificantDigits.Text(value, "F2");
}
