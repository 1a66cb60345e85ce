using System.Text.RegularExpressions;
using VotingSim.Evidence.Calibration;

namespace VotingSim.Evidence.Tests.Calibration;

public class CodebookTests
{
    [Fact]
    public void The_codebook_has_every_field_of_a_calibration_and_no_other()
    {
        var page = File.ReadAllText(RepositoryRoot.In("docs", "codebook.md"));
        var section = page.Split("\n## ").Single(part => part.StartsWith("calibrate\n", StringComparison.Ordinal));
        var table = section.Split('\n').Where(line => line.StartsWith("| `", StringComparison.Ordinal)).ToArray();
        var fields = new HashSet<string>(StringComparer.Ordinal);
        Add(typeof(CalibrationDocument), fields);
        fields.Count.ShouldBeGreaterThan(40);

        foreach (var field in fields)
        {
            table.ShouldContain(line => Regex.IsMatch(line, "[`{ ]" + field + "[`\\[,} ]", RegexOptions.None, TimeSpan.FromSeconds(1)), field);
        }

        table.SelectMany(line => Regex.Matches(line.Split('|')[1], "`(?<word>[a-z_]+)(?:\\[\\])?`", RegexOptions.None, TimeSpan.FromSeconds(1)))
            .Select(match => match.Groups["word"].Value).Except(fields).ShouldBeEmpty();
    }

    private static void Add(Type type, HashSet<string> fields)
    {
        if (CalibrationContext.Default.GetTypeInfo(type) is not { } info)
        {
            return;
        }

        if (info.ElementType is { } element)
        {
            Add(element, fields);
        }

        foreach (var property in info.Properties.Where(property => fields.Add(property.Name) || property.Name == "cases"))
        {
            if (property.PropertyType != type)
            {
                Add(property.PropertyType, fields);
            }
        }
    }
}
