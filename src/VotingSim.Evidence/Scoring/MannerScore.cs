using VotingSim.Configuration;
using VotingSim.Configuration.Cases;
using VotingSim.Evidence.Cases;

namespace VotingSim.Evidence.Scoring;

/// <summary>A forecast of how a case ends and who stands against it, beside the record.</summary>
/// <param name="Consent">Squared difference between the probability of consent and what happened, 1 or 0. NaN where either is not known.</param>
/// <param name="Against">Balanced accuracy of who stands against it. NaN where nobody did, and where either is not known.</param>
public readonly record struct MannerScore(double Consent, double Against)
{
    /// <summary>Scores a forecast.</summary>
    /// <remarks>As many members are taken as really stood against it, those of the highest scores; a tie is shared. Balanced accuracy is the mean of
    /// the share of those against that are among them and the share of the others that are not: 0.5 is no better than chance.</remarks>
    public static MannerScore Of(Case one, Forecast forecast)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(forecast);
        double? consent = one.Record.Ending switch { RecordedEnding.Consent => 1, RecordedEnding.Vote => 0, _ => null };
        return new(consent is { } happened ? (forecast.Consent - happened) * (forecast.Consent - happened) : double.NaN, Accuracy(one, forecast));
    }

    private static double Accuracy(Case one, Forecast forecast)
    {
        if (one.Record.Against.IsDefaultOrEmpty || forecast.Against.IsEmpty || one.Record.Against.Length == one.Terms.Roster.Size)
        {
            return double.NaN;
        }

        bool[] against = [.. one.Terms.Roster.Members.Select(member => one.Record.Against.Contains(member.Code))];
        var (named, found) = (0, 0.0);
        var number = against.Count(stood => stood);
        foreach (var alike in Enumerable.Range(0, against.Length).GroupBy(seat => forecast.Against[seat]).OrderByDescending(group => group.Key))
        {
            var taken = Math.Min(alike.Count(), number - named);
            found += alike.Count(seat => against[seat]) * taken / (double)alike.Count();
            named += taken;
        }

        var missed = number - found;
        return ((found / number) + 1 - (missed / (against.Length - number))) / 2;
    }
}
