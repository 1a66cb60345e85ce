using System.Collections.Immutable;
using System.Globalization;

namespace VotingSim.Analysis.Data;

/// <summary>How the effect of a covariate changes with time.</summary>
/// <param name="Column">The column of the covariate or of the groups.</param>
/// <param name="Cuts">Times between which its effect is constant, rising; empty for an effect that rises or falls with the logarithm of time.</param>
public sealed record TimeInteraction(string Column, ImmutableArray<double> Cuts)
{
    /// <summary>The interaction of a text such as <c>qmv</c> or <c>qmv=365,730</c>; null where it is none.</summary>
    public static TimeInteraction? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var at = text.LastIndexOf('=');
        if (at < 0)
        {
            return new(text, []);
        }

        var cuts = ImmutableArray.CreateBuilder<double>();
        foreach (var part in text[(at + 1)..].Split(','))
        {
            if (!double.TryParse(part, NumberStyles.Float, CultureInfo.InvariantCulture, out var cut)
                || !double.IsFinite(cut)
                || (cuts.Count > 0 && cut <= cuts[^1]))
            {
                return null;
            }

            cuts.Add(cut);
        }

        return new(text[..at], cuts.ToImmutable());
    }
}
