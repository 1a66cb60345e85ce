using VotingSim.Experiments.Plan;
using VotingSim.Experiments.Store;

namespace VotingSim.Analysis.Tests;

/// <summary>A small run of campaigns, and its rows as texts.</summary>
internal static class CampaignRuns
{
    private const string Campaign = """
        deliberation: { horizon-days: 300, patience-days: 30 }
        campaign:
          years: 3
          matters: [{ crisis: small-crisis, per-year: 1.5 }, { crisis: small-crisis, on-day: [30, 400] }, { crisis: acute-crisis, per-year: 0.7 }]
          minilateral: { of: nobody, after-days: 60, at-least: { count: 2 } }
        uncertainty: { parameters: { campaign.memory.outvoted: { uniform: [0, 0.3] }, members.unity: { uniform: [0, 0.3] } } }
        """;

    /// <summary>Runs it, with settings that go before its own.</summary>
    public static async Task<(ExperimentPlan Plan, ResultsFolder Folder)> RunAsync(RunFixture runs, params string[] settings)
    {
        using var folder = new ConfigurationFolder();
        folder.Write("acute.yaml", ConfigurationFolder.Crisis.Replace("small-crisis", "acute-crisis", StringComparison.Ordinal) + "\npressure: acute");
        folder.Write("experiment.yaml", $"{ConfigurationFolder.Experiment.Replace("[crisis.yaml]", "[crisis.yaml, acute.yaml]", StringComparison.Ordinal)}\n{Campaign}");
        var plan = folder.Read(settings);
        return (plan, await runs.RunAsync(plan, new()));
    }

    /// <summary>Every row of a kind of files as texts by column.</summary>
    public static async Task<List<Dictionary<string, string>>> RowsAsync(string files)
    {
        var rows = new List<Dictionary<string, string>>();
        foreach (var file in Directory.EnumerateFiles(files).Order(StringComparer.Ordinal))
        {
            await using var columns = await ParquetRows.OpenAsync(file);
            var first = rows.Count;
            rows.AddRange(Enumerable.Range(0, columns.Rows).Select(_ => new Dictionary<string, string>()));
            foreach (var field in columns.Schema.DataFields)
            {
                foreach (var (row, text) in (await columns.TextsAsync(field.Name)).Index())
                {
                    rows[first + row][field.Name] = text;
                }
            }
        }

        return rows;
    }
}
