using System.Collections.Immutable;
using System.Text.Json.Nodes;
using VotingSim.Configuration;
using VotingSim.Configuration.Parameters;

namespace VotingSim.Experiments.Plan;

/// <summary>Values given on the command line that belong into what an experiment refers to, e.g. <c>stances.IDN.position=70</c>.</summary>
internal sealed record Settings(ImmutableArray<(ConfigurationNode Place, Parameter Parameter)> Values)
{
    /// <summary>Reads them. What is wrong with one is reported on it.</summary>
    public static Settings Read(Document document, ParameterList parameters)
    {
        var values = ImmutableArray.CreateBuilder<(ConfigurationNode Place, Parameter Parameter)>();
        foreach (var setting in document.Settings)
        {
            if (parameters.Find(setting, setting.Path, "set") is { } parameter)
            {
                var value = Numeral.Read(setting, parameter.Type, parameter.Constraints);
                ContractCheck.Check(value, parameter.Type, parameter.Constraints);
                if (document.IsClean(setting.Path))
                {
                    values.Add((value, parameter));
                }
            }
        }

        return new(values.ToImmutable());
    }

    /// <summary>The pieces with these values; null where they do not fit, which has then been reported.</summary>
    public ExperimentPieces? Write(ExperimentPieces pieces)
    {
        var written = pieces;
        foreach (var (place, parameter) in Values)
        {
            var tree = written.Tree;
            parameter.Write(tree, place.Node ?? JsonValue.Create(0));
            if (written.With(tree, parameter.Part, place) is not { } next)
            {
                return null;
            }

            written = next;
        }

        return written;
    }
}
