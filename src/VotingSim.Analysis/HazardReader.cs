using System.Collections.Immutable;
using VotingSim.Experiments.Plan;
using VotingSim.Experiments.Store;
using VotingSim.Statistics.Survival;

namespace VotingSim.Analysis;

/// <summary>Fits the hazard model of a crisis: from the counts of its arms, and for the standard errors once through the stored rows.</summary>
internal sealed class HazardReader
{
    /// <summary>Of more rows times days of decisions no model with ratios that change with time is fitted: it would take longer than the
    /// run.</summary>
    private const double MostRowsOverTime = 1e7;

    private readonly ImmutableArray<ArmSummary> _arms;
    private readonly string[] _rules;
    private readonly (string Name, Func<Arm, double> Value)[] _covariates;
    private readonly CoxData _data;

    // By arm and by day of the decision, NaN where undecided: the row of the data.
    private readonly Dictionary<double, int>[] _rows;

    private HazardReader(ExperimentPlan plan, ImmutableArray<ArmSummary> arms)
    {
        _arms = arms;
        _rules = [.. arms.Select(arm => arm.Arm.Rule).Distinct(StringComparer.Ordinal)];
        _covariates =
        [
            .. _rules.Skip(1).Select(rule => (rule, (Func<Arm, double>)(arm => arm.Rule == rule ? 1 : 0))),
            .. plan.Parameters.SelectMany((parameter, index) => Covariates(parameter, index)),
        ];
        _data = new([.. _covariates.Select(covariate => covariate.Name)]);
        _rows = [.. arms.Select(Count)];
    }

    /// <summary>The model of a crisis; null where there is nothing to compare, or nothing was decided.</summary>
    public static async Task<HazardModel?> ReadAsync(ExperimentPlan plan, ImmutableArray<ArmSummary> arms, IRunRows rows)
    {
        var reader = new HazardReader(plan, arms);
        return reader._covariates.Length == 0 ? null : await reader.ReadAsync(rows);
    }

    private async Task<HazardModel?> ReadAsync(IRunRows rows)
    {
        var constant = CoxModel.Fit(_data);
        if (constant.Status is not (CoxStatus.Converged or CoxStatus.Infinite))
        {
            return null;
        }

        List<CoxClusters> models = [new(constant)];
        if (_rules.Length > 1 && IsFewOverTime() && CoxModel.Fit(_data, terms: TermsOverTime()) is { Status: CoxStatus.Converged } varying)
        {
            models.Add(new(varying));
        }

        foreach (var slice in rows.Layout.SlicesOf(_arms[0].Arm))
        {
            await AddAsync(models, slice, rows);
        }

        return new()
        {
            Crisis = _arms[0].Arm.Crisis,
            BaselineRule = _rules[0],
            Coefficients = models[0].Coefficients(),
            TimeVarying = models.Count > 1 ? models[1].Coefficients() : [],
        };
    }

    private ImmutableArray<CoxTerm> TermsOverTime()
    {
        var rules = _rules.Length - 1;
        return
        [
            .. Enumerable.Range(0, rules).Select(covariate => CoxTerm.Constant(_data, covariate)),
            .. Enumerable.Range(0, rules).Select(covariate => new CoxTerm($"{_covariates[covariate].Name} x ln(days)", covariate, Math.Log)),
            .. Enumerable.Range(rules, _covariates.Length - rules).Select(covariate => CoxTerm.Constant(_data, covariate)),
        ];
    }

    // Adds the replications of a slice, each with its deliberations in all arms.
    private async Task AddAsync(List<CoxClusters> models, RunSlice slice, IRunRows rows)
    {
        var sums = models.Select(model => new double[slice.Count * model.Size]).ToArray();
        for (var arm = 0; arm < _arms.Length; arm++)
        {
            await using var stored = await rows.OpenAsync(_arms[arm].Arm, slice.Index);
            var (days, decided) = (await stored.NumbersAsync("days"), await stored.NumbersAsync("decided"));
            for (var replication = 0; replication < slice.Count; replication++)
            {
                var row = _rows[arm][decided[replication] > 0 ? days[replication] : double.NaN];
                for (var model = 0; model < sums.Length; model++)
                {
                    var size = models[model].Size;
                    models[model].Sum(sums[model].AsSpan(replication * size, size), row);
                }
            }
        }

        foreach (var (model, sum) in models.Zip(sums))
        {
            for (var replication = 0; replication < slice.Count; replication++)
            {
                model.Add(sum.AsSpan(replication * model.Size, model.Size));
            }
        }
    }

    // A number as it is; a word as whether it is this one, for every word but the first.
    private IEnumerable<(string Name, Func<Arm, double> Value)> Covariates(string parameter, int index)
    {
        var values = _arms.Select(arm => arm.Arm.Parameters[index]).Distinct().ToArray();
        return values.Length < 2 ? []
            : Array.TrueForAll(values, value => value.Number.HasValue) ? [(parameter, arm => arm.Parameters[index].Number!.Value)]
            : values.Skip(1).Select(value => ($"{parameter}: {value.Text}", (Func<Arm, double>)(arm => arm.Parameters[index] == value ? 1 : 0)));
    }

    private bool IsFewOverTime() => (double)_data.RowCount * _rows.SelectMany(rows => rows.Keys).Distinct().Count() <= MostRowsOverTime;

    private Dictionary<double, int> Count(ArmSummary arm)
    {
        var rows = new Dictionary<double, int>();
        var covariates = Array.ConvertAll(_covariates, covariate => covariate.Value(arm.Arm));
        foreach (var count in arm.Durations.ByTime)
        {
            Add(count.Time, count.Time, count.Decided);
            Add(double.NaN, count.Time, count.Censored);
        }

        return rows;

        void Add(double end, double days, long deliberations)
        {
            if (deliberations > 0)
            {
                rows[end] = _data.RowCount;
                _data.Add(covariates, days, !double.IsNaN(end), deliberations);
            }
        }
    }
}
