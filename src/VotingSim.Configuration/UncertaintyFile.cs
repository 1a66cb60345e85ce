using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace VotingSim.Configuration;

/// <summary>What a file of uncertain parameters says.</summary>
internal sealed record UncertaintyFile : UncertaintyForms
{
    [Description("Name of these uncertainties."), Name, JsonPropertyOrder(-2)]
    public required string Uncertainty { get; set; }
}

/// <summary>The key <c>uncertainty</c> of an experiment, where it is a map.</summary>
internal sealed record UncertaintyMap : UncertaintyForms
{
    [Description("Name of these uncertainties."), Name, JsonPropertyOrder(-2)]
    public string? Uncertainty { get; set; }

    [Description("What another file says: a shipped name or a path."), Form]
    public string? From { get; set; }

    [Description("Names of parameters of that file that are certain here, for instance because they are swept."), OnlyWith("from")]
    public string[]? Except { get; set; }
}

/// <summary>What nobody knows exactly, and so is drawn anew for every world.</summary>
internal abstract record UncertaintyForms
{
    [Description("How many consecutive replications share a draw; 2 or more tells apart what the parameters do and what luck does. Default 1.")]
    [Range(1, 1_000_000), JsonPropertyOrder(-1)]
    public int? PerDraw { get; set; }

    [Description(
        "The uncertain parameters by name, each with the distribution that it is drawn from; beside a posterior, those that it has no column for.")]
    [Form("posterior")]
    public Dictionary<string, DistributionMap>? Parameters { get; set; }

    [Description(
        "Values that were found together: the path of a CSV file with a column for each parameter and, if they are not all alike, "
        + "a column weight; a row is drawn whole.")]
    [Form, Either(typeof(string), typeof(PosteriorMap))]
    public JsonNode? Posterior { get; set; }

    [Description("Names of columns of the posterior whose values multiply what is configured and do not replace it."), OnlyWith("posterior")]
    public string[]? Scales { get; set; }
}

/// <summary>A distribution, of a value or of a factor.</summary>
internal sealed record DistributionMap : DistributionForms
{
    [Description("What is drawn multiplies what is configured and does not replace it."), Form, JsonPropertyOrder(1)]
    public FactorMap? Scale { get; set; }
}

/// <summary>The distribution of a factor.</summary>
internal sealed record FactorMap : DistributionForms;

/// <summary>The distributions, of which a map has one.</summary>
internal abstract record DistributionForms
{
    [Description("Every value of [low, high] alike."), Form, Length(2, 2)]
    public double[]? Uniform { get; set; }

    [Description("Every order of magnitude of [low, high] alike; above 0."), Form, Length(2, 2)]
    public double[]? LogUniform { get; set; }

    [Description("From low over the most likely value to high: [low, mode, high]."), Form, Length(3, 3)]
    public double[]? Triangular { get; set; }

    [Description("The normal distribution: [mean, standard deviation]."), Form, Length(2, 2)]
    public double[]? Normal { get; set; }

    [Description("The lognormal distribution: [median, standard deviation of the logarithm]."), Form, Length(2, 2)]
    public double[]? LogNormal { get; set; }
}

/// <summary>The key <c>posterior</c> in place, as in the resolved configuration.</summary>
internal sealed record PosteriorMap
{
    [Description("Names of the parameters.")]
    public required string[] Columns { get; set; }

    [Description("Rows with a value for each column.")]
    public required double[][] Rows { get; set; }

    [Description("A weight for each row, in proportion to its chance of being drawn. Default: all alike."), Range(0, 1e300)]
    public double[]? Weights { get; set; }

    /// <summary>The rows without some of their columns.</summary>
    public PosteriorMap Without(string[] names)
    {
        int[] kept = [.. Enumerable.Range(0, Columns.Length).Where(column => !names.Contains(Columns[column]))];
        return kept.Length == Columns.Length ? this : this with
        {
            Columns = [.. kept.Select(column => Columns[column])],
            Rows = [.. Rows.Select(row => kept.Select(column => row[column]).ToArray())],
        };
    }
}
