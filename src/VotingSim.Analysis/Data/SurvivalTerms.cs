using System.Collections.Immutable;
using System.Globalization;
using VotingSim.Configuration;
using VotingSim.Statistics.Survival;

namespace VotingSim.Analysis.Data;

/// <summary>The terms of Cox's model of a user's table.</summary>
internal static class SurvivalTerms
{
    /// <summary>The terms: every covariate, those with cuts once for each stretch of time, and at last the products with the logarithm of
    /// time.</summary>
    /// <exception cref="ConfigurationException">An interaction is of no covariate, or something happened at time 0, of which there is no
    /// logarithm.</exception>
    public static ImmutableArray<CoxTerm> Of(SurvivalData data, string? group, ImmutableArray<TimeInteraction> interactions)
    {
        var rows = data.Rows;
        var columns = Enumerable.Repeat(group ?? "", data.Groups.Length - 1)
            .Concat(data.Covariates.SelectMany(covariate => Enumerable.Repeat(covariate.Column, covariate.Size)))
            .ToArray();
        var byColumn = new Dictionary<string, TimeInteraction>(StringComparer.OrdinalIgnoreCase);
        foreach (var interaction in interactions)
        {
            if (!columns.Contains(interaction.Column, StringComparer.OrdinalIgnoreCase))
            {
                throw Refusal($"'{CsvFile.Quote(interaction.Column)}' is no covariate of the model{Nearest.Hint(interaction.Column, columns)}; "
                    + "expected a column that is given with --covariate, or with --group");
            }

            if (!byColumn.TryAdd(interaction.Column, interaction))
            {
                throw Refusal($"'{CsvFile.Quote(interaction.Column)}' is given twice; expected one kind of change with time for each column");
            }
        }

        if (interactions.Any(interaction => interaction.Cuts.IsEmpty)
            && data.Groups.Any(one => one.Durations.ByTime.Any(count => count.Decided > 0 && count.Time <= 0)))
        {
            throw Refusal("something happened at time 0, of which there is no logarithm; "
                + "expected times above 0, or an effect for each stretch of time, e.g. COL=365,730");
        }

        var terms = ImmutableArray.CreateBuilder<CoxTerm>();
        for (var covariate = 0; covariate < columns.Length; covariate++)
        {
            if (!byColumn.TryGetValue(columns[covariate], out var own) || own.Cuts.IsEmpty)
            {
                terms.Add(CoxTerm.Constant(rows, covariate));
                continue;
            }

            for (var stretch = 0; stretch <= own.Cuts.Length; stretch++)
            {
                var (after, upTo) = (
                    stretch == 0 ? double.NegativeInfinity : own.Cuts[stretch - 1],
                    stretch == own.Cuts.Length ? double.PositiveInfinity : own.Cuts[stretch]);
                var when = double.IsInfinity(after) ? $"up to {Text(upTo)}"
                    : double.IsInfinity(upTo) ? $"after {Text(after)}"
                    : $"{Text(after)} to {Text(upTo)}";
                terms.Add(CoxTerm.Between(rows, covariate, after, upTo) with { Name = $"{rows.Covariates[covariate]}, {when}" });
            }
        }

        terms.AddRange(Enumerable.Range(0, columns.Length)
            .Where(covariate => byColumn.TryGetValue(columns[covariate], out var own) && own.Cuts.IsEmpty)
            .Select(covariate => CoxTerm.LogTime(rows, covariate)));
        return terms.ToImmutable();
    }

    private static string Text(double time) => time.ToString(CultureInfo.InvariantCulture);

    private static ConfigurationException Refusal(string message) => new([new("--time-interaction", 0, 0, "", message)]);
}
