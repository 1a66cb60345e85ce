using VotingSim.Configuration;

namespace VotingSim.Analysis.Data;

/// <summary>Which group or word the others are compared with.</summary>
internal sealed class SurvivalBaselines
{
    private readonly Dictionary<string, string> _byColumn = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<Problem> _problems = [];

    public SurvivalBaselines(SurvivalColumns columns)
    {
        foreach (var text in columns.Baselines)
        {
            var column = columns.Covariates.Add(columns.Group ?? "")
                .FirstOrDefault(name => name.Length > 0 && text.StartsWith($"{name}=", StringComparison.OrdinalIgnoreCase));
            var (of, word) = column is null ? (columns.Group, text) : (column, text[(column.Length + 1)..]);
            if (of is null)
            {
                Add($"'{CsvFile.Quote(text)}' is of no column; expected column=word of a --covariate, or the name of a group together with --group");
            }
            else if (!_byColumn.TryAdd(of, word))
            {
                Add($"column '{CsvFile.Quote(of)}' has two baselines, '{CsvFile.Quote(_byColumn[of])}' and '{CsvFile.Quote(word)}'; expected one");
            }
        }
    }

    /// <summary>Whether a column was given a baseline, and so has words even where these are numbers.</summary>
    public bool Has(string column) => _byColumn.ContainsKey(column);

    /// <summary>The place of each word of a column: 0 for the baseline, the others in their order.</summary>
    public int[] Places(string column, IReadOnlyList<string> words)
    {
        var first = 0;
        if (_byColumn.TryGetValue(column, out var wanted))
        {
            first = Enumerable.Range(0, words.Count).FirstOrDefault(index => words[index] == wanted, -1);
            if (first < 0)
            {
                Add($"column '{CsvFile.Quote(column)}' has no '{CsvFile.Quote(wanted)}'{Nearest.Hint(wanted, words)}");
                first = 0;
            }
        }

        return [.. Enumerable.Range(0, words.Count).Select(index => index == first ? 0 : index < first ? index + 1 : index)];
    }

    public void ThrowOnProblems()
    {
        if (_problems.Count > 0)
        {
            throw new ConfigurationException(_problems);
        }
    }

    /// <summary>Adds a problem to be told with the others.</summary>
    public void Add(string message, string option = "--baseline") => _problems.Add(new(option, 0, 0, "", message));
}
