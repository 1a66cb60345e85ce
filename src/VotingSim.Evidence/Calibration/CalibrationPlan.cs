using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using VotingSim.Configuration;
using VotingSim.Configuration.Cases;
using VotingSim.Grains.Clustering;

namespace VotingSim.Evidence.Calibration;

/// <summary>A calibration, resolved: which structures on which cases.</summary>
public sealed class CalibrationPlan
{
    /// <summary>Resolves a calibration.</summary>
    /// <param name="cases">The cases; those whose record says nothing of time or outcome are left out.</param>
    /// <param name="structures">The structures.</param>
    /// <param name="options">How it is done.</param>
    /// <exception cref="ConfigurationException">A structure or the other rule does not fit, or no case says anything; every problem is in
    /// it.</exception>
    public CalibrationPlan(IReadOnlyList<Case> cases, IReadOnlyList<Structure> structures, CalibrationOptions options)
    {
        ArgumentNullException.ThrowIfNull(cases);
        ArgumentNullException.ThrowIfNull(structures);
        Options = options ?? throw new ArgumentNullException(nameof(options));
        Cases = [.. cases.Where(one => new RecordLikelihood(one.Record).SaysSomething)];
        Excluded = [.. cases.Except(Cases).Select(one => one.Name)];
        if (Cases.IsEmpty)
        {
            throw new ConfigurationException([new("cases", 0, 0, "", "no record says a time or an outcome; expected one at least")]);
        }

        Clusters = [.. Cases.Index().GroupBy(one => one.Item.Cluster, one => one.Index, StringComparer.Ordinal).Select(group => group.ToArray())];
        Models = Resolve(structures);
        Fingerprint = FingerprintOf(structures);
    }

    /// <summary>The cases.</summary>
    public ImmutableArray<Case> Cases { get; }

    /// <summary>Names of cases whose record says nothing of time or outcome.</summary>
    public ImmutableArray<string> Excluded { get; }

    /// <summary>How it is done.</summary>
    public CalibrationOptions Options { get; }

    /// <summary>Checksum of all that a number of it depends on, the engine among it.</summary>
    public string Fingerprint { get; }

    /// <summary>The structures.</summary>
    internal ImmutableArray<StructureModel> Models { get; }

    /// <summary>Cases that are left out together, by their index.</summary>
    internal ImmutableArray<int[]> Clusters { get; }

    /// <summary>What is calibrated on what, as JSON, without an end of line.</summary>
    internal string ToManifest() => new JsonObject
    {
        ["fingerprint"] = Fingerprint,
        ["engine"] = Engine.Current.ToString(),
        ["draws"] = Options.Draws,
        ["per_draw"] = Options.PerDraw,
        ["seed"] = Options.Seed,
        ["against"] = Options.Against,
        ["cases"] = new JsonArray([.. Cases.Select(one => JsonValue.Create(one.Name))]),
        ["structures"] = new JsonArray([.. Models.Select(one => JsonValue.Create(one.Structure.Name))]),
    }.ToJsonString();

    // Every structure with every case under every rule, so that nothing is found wrong after hours.
    private ImmutableArray<StructureModel> Resolve(IReadOnlyList<Structure> structures)
    {
        var (models, problems) = (new List<StructureModel>(), new List<Problem>());
        foreach (var structure in structures)
        {
            try
            {
                var model = new StructureModel(structure, Cases);
                double[][] rows = [model.Row(new double[model.Free.Length])];
                for (var index = 0; index < Cases.Length; index++)
                {
                    model.Terms(index, rows, 1, 0);
                    model.Terms(index, rows, 1, 0, Options.Against);
                }

                models.Add(model);
            }
            catch (ConfigurationException e)
            {
                problems.AddRange(e.Problems);
            }
        }

        return problems.Count > 0 ? throw new ConfigurationException([.. problems.Distinct()]) : [.. models];
    }

    private string FingerprintOf(IReadOnlyList<Structure> structures)
    {
        var parts = new JsonObject
        {
            ["engine"] = Engine.Current.Fingerprint,
            ["evidence"] = typeof(CalibrationPlan).Module.ModuleVersionId.ToString(),
            ["draws"] = Options.Draws,
            ["per_draw"] = Options.PerDraw,
            ["seed"] = Options.Seed,
            ["against"] = Options.Against,
            ["cases"] = new JsonArray([.. Cases.Select(one => new JsonArray(
                one.Name, one.Record.ToString(), string.Join(' ', one.Record.Outcome), one.Parts.Members.DeepClone(), one.Parts.Crisis.DeepClone(),
                one.Parts.Rule.DeepClone()))]),
            ["structures"] = new JsonArray([.. structures.Select(one => new JsonArray(one.Name, one.Keys.DeepClone()))]),
        };
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(parts.ToJsonString())));
    }
}
