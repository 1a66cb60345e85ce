using System.Collections.Immutable;
using VotingSim.Configuration;
using VotingSim.Crises;
using VotingSim.Rules;
using Case = VotingSim.Configuration.Cases.Case;

namespace VotingSim.Evidence.Tests;

/// <summary>Small cases on one issue, without files.</summary>
internal static class SomeCase
{
    private static readonly DateOnly Opened = new(2000, 1, 1);

    public static Case Of(
        IReadOnlyList<double> positions,
        double? statusQuo = 20,
        IReadOnlyList<double>? saliences = null,
        DecisionRule? rule = null,
        double? outcome = null,
        double? days = null,
        RecordedEnding ending = RecordedEnding.Consent,
        string name = "case",
        string? cluster = null,
        string kind = "security",
        IReadOnlyList<string>? against = null,
        ImmutableArray<ExternalPower> powers = default,
        double error = 10)
    {
        var terms = Some.Terms(rule ?? new Consensus(), positions, saliences ?? [.. positions.Select(_ => 50.0)]);
        return new()
        {
            Name = name,
            Title = name,
            File = $"{name}.yaml",
            Cluster = cluster ?? name,
            Class = kind,
            RuleName = "rule",
            Terms = terms with
            {
                Crisis = terms.Crisis with
                {
                    Issues = [terms.Crisis.Issues[0] with { StatusQuo = statusQuo ?? 0 }],
                    ExternalPowers = powers.IsDefault ? [] : powers,
                },
            },
            StatusQuo = [statusQuo],
            Record = new()
            {
                Opened = days is null ? null : Opened,
                Ended = days is { } after ? Opened.AddDays((int)after) : null,
                Ending = ending,
                Outcome = outcome is { } text ? [text] : [],
                Against = against is null ? default : [.. against],
                Grade = "B",
                Error = error,
            },
            Parts = ([], [], []),
        };
    }

    public static ExternalPower Power(string name, double position, double draftWeight, double? salience = null) => new()
    {
        Name = name,
        Position = [position],
        DraftWeight = draftWeight,
        Salience = salience is { } known ? [known] : [],
        Affinity = [],
    };
}
