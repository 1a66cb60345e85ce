using VotingSim.Experiments.Plan;
using VotingSim.Experiments.Store;

namespace VotingSim.Analysis;

/// <summary>Takes the rows of a group of arms side by side, slice by slice and column by column, into the tallies of its arms and pairs.</summary>
internal sealed class GroupTally
{
    private const int FewRows = 4096;

    private readonly string[] _measures;
    private readonly ArmTally[] _arms;
    private readonly (int Baseline, int Arm, PairTally Tally)[] _pairs;

    /// <summary>Prepares tallies of nothing.</summary>
    public GroupTally(ArmGroup group, RunSchema schema, double dayResolution)
    {
        // A crisis has no columns of the issues of another.
        var issues = group.Baseline.Terms.Crisis.Issues.Select(issue => issue.Name).ToHashSet(StringComparer.Ordinal);
        _measures =
        [
            .. schema.Measures.Select(column => column.Name)
                .Where(RunSchema.MeasureNames(issues).ToHashSet(StringComparer.Ordinal).Contains)
        ];
        _arms = [.. group.Arms.Select(arm => new ArmTally(arm, schema.Measures.Select(column => column.Name)))];
        _pairs = [.. group.Pairs().Select(pair => (pair.Baseline, pair.Arm, Pair(pair.Baseline, pair.Arm)))];

        // Of many rules only those against the baseline are compared in full; for the frontier speed and cohesion are enough.
        PairTally Pair(int baseline, int arm) => group.IsComparedPairwise || baseline == 0
            ? new(group.Arms[baseline], group.Arms[arm], _measures, dayResolution, isFull: true)
            : new(group.Arms[baseline], group.Arms[arm], Frontier.Measures.Select(measure => measure.Name), dayResolution, isFull: false);
    }

    /// <summary>The tallies of the arms, in order.</summary>
    public IReadOnlyList<ArmTally> Arms => _arms;

    /// <summary>The tallies of all pairs, by place of the earlier arm and then of the later one.</summary>
    public IEnumerable<PairTally> Pairs => _pairs.Select(pair => pair.Tally);

    /// <summary>Adds equal replications of all arms, in the order of the arms. Slices come in the order of replications: the last digits of a
    /// mean depend on it.</summary>
    public async Task AddAsync(ArmColumns[] rows)
    {
        var (days, decided, rounds) = (new double[rows.Length][], new double[rows.Length][], new double[rows.Length][]);
        await EachAsync(rows.Length, rows[0].Rows, async arm =>
        {
            (days[arm], decided[arm], rounds[arm]) = (
                await rows[arm].NumbersAsync("days"),
                await rows[arm].NumbersAsync("decided"),
                await rows[arm].NumbersAsync("rounds"));
            _arms[arm].AddDays(days[arm], decided[arm], rounds[arm]);
            _arms[arm].AddBallots(await rows[arm].LettersAsync("ballots"), await rows[arm].LettersAsync("ending"), decided[arm], rounds[arm]);
        });
        await EachAsync(_pairs.Length, rows[0].Rows, pair => _pairs[pair].Tally.Add(Column(days, pair), Column(decided, pair), Column(rounds, pair)));
        var values = new double[rows.Length][];
        foreach (var measure in _measures)
        {
            await EachAsync(rows.Length, rows[0].Rows, async arm =>
            {
                values[arm] = await rows[arm].NumbersAsync(measure);
                _arms[arm].AddMeasure(measure, values[arm]);
            });
            var wanted = Enumerable.Range(0, _pairs.Length).Where(pair => _pairs[pair].Tally.Has(measure)).ToArray();
            await EachAsync(wanted.Length, rows[0].Rows, index => _pairs[wanted[index]].Tally.AddMeasure(measure, Column(values, wanted[index])));
        }
    }

    private (double[] Baseline, double[] Arm) Column(double[][] columns, int pair) => (columns[_pairs[pair].Baseline], columns[_pairs[pair].Arm]);

    // Side by side where there are rows enough to be worth it.
    private static async Task EachAsync(int count, int rows, Func<int, Task> work)
    {
        if (rows >= FewRows)
        {
            await Task.WhenAll(Enumerable.Range(0, count).Select(index => Task.Run(() => work(index))));
            return;
        }

        for (var index = 0; index < count; index++)
        {
            await work(index);
        }
    }

    private static Task EachAsync(int count, int rows, Action<int> work) => EachAsync(count, rows, index =>
    {
        work(index);
        return Task.CompletedTask;
    });
}
