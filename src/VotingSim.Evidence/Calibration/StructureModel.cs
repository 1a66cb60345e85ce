using System.Collections.Immutable;
using VotingSim.Configuration;
using VotingSim.Configuration.Cases;
using VotingSim.Deliberation;
using VotingSim.Evidence.Cases;

namespace VotingSim.Evidence.Calibration;

/// <summary>A structure as far as calibration sees it: what is free in it, what is held, and the terms of every case under it.</summary>
internal sealed class StructureModel
{
    /// <summary>Most free parameters: with more, so few cases leave nothing to be found.</summary>
    public const int MostFree = 10;

    private readonly ImmutableArray<Case> _cases;

    /// <summary>Resolves a structure for cases.</summary>
    /// <exception cref="ConfigurationException">It does not fit a case, or has no free parameter, too many, or rows of them.</exception>
    public StructureModel(Structure structure, ImmutableArray<Case> cases)
    {
        (Structure, _cases) = (structure, cases);
        var uncertainty = CaseTerms.Of(cases[0], structure, seed: 0).Uncertainty;
        Free = [.. uncertainty?.Parameters.Where(parameter => parameter.Prior is not null)
            .Select(parameter => new FreeParameter(parameter.Name, parameter.Prior!, parameter.Scales)) ?? []];
        var rows = uncertainty?.Posterior;
        Held = rows is null ? [] : [.. rows.Columns.Select((name, column) =>
            new HeldParameter(name, rows.Rows[0][column], uncertainty!.Parameters.First(parameter => parameter.Name == name).Scales))];
        var wrong = rows?.Rows.Length > 1 ? "its posterior has several rows, which are a calibration already; expected parameters with distributions, "
                + "and of a posterior one row with what is held"
            : Free.Length == 0 ? $"nothing is free in it; expected 1 to {MostFree} parameters with distributions under uncertainty"
            : Free.Length > MostFree ? $"{Free.Length} parameters are free in it; expected at most {MostFree}: {cases.Length} cases tell no more apart"
            : null;
        if (wrong is not null)
        {
            throw new ConfigurationException([new($"structure {structure.Name}", 0, 0, "uncertainty", wrong)]);
        }
    }

    /// <summary>The structure.</summary>
    public Structure Structure { get; }

    /// <summary>What is free.</summary>
    public ImmutableArray<FreeParameter> Free { get; }

    /// <summary>What is held at a value that is not the configured one.</summary>
    public ImmutableArray<HeldParameter> Held { get; }

    /// <summary>The columns of its rows: what is free, then what is held.</summary>
    public IEnumerable<string> Columns => [.. Free.Select(parameter => parameter.Name), .. Held.Select(parameter => parameter.Name)];

    /// <summary>The columns that are factors of what is configured.</summary>
    public IEnumerable<string> Scales =>
        [.. Free.Where(parameter => parameter.Scales).Select(parameter => parameter.Name), .. Held.Where(one => one.Scales).Select(one => one.Name)];

    /// <summary>The terms of a case in which draw d of the parameters is a given row, for consecutive replications.</summary>
    /// <param name="index">The case.</param>
    /// <param name="rows">The rows; see <see cref="Row"/>.</param>
    /// <param name="perDraw">How many replications a row has.</param>
    /// <param name="seed">The seed of luck.</param>
    /// <param name="rule">Another rule than the one in force; null for that one.</param>
    public DeliberationTerms Terms(int index, IReadOnlyList<double[]> rows, int perDraw, ulong seed, string? rule = null)
    {
        var terms = CaseTerms.Of(_cases[index], Structure, seed, rule);
        return terms with
        {
            Uncertainty = terms.Uncertainty! with
            {
                PerDraw = perDraw,
                Posterior = new()
                {
                    Columns = [.. Columns],
                    Rows = [.. rows.Select(row => (ImmutableArray<double>)[.. row])],
                    IsInOrder = true,
                },
            },
        };
    }

    /// <summary>The values of all columns at a place of the priors.</summary>
    public double[] Row(double[] place) => [.. Free.Select((parameter, index) => parameter.At(place[index])), .. Held.Select(one => one.Value)];
}
