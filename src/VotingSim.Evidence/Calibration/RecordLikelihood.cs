using VotingSim.Configuration.Cases;
using VotingSim.Evidence.Cases;

namespace VotingSim.Evidence.Calibration;

/// <summary>How likely what happened is, given the worlds of one draw of the parameters: a normal kernel around each world, over outcome and time
/// together.</summary>
/// <remarks>
/// The mean over worlds of φ of the log10 of days times, on every issue, φ of the outcome: zero for a world that is undecided. The outcome's
/// kernel is as wide as the record's coding error, that of time <see cref="LogDaysWidth"/>. Of what failed or is open, the share of worlds
/// that are undecided on
/// the last day that was seen. Were kernels the law of the coding error, the mean would be an unbiased estimate of the likelihood (Wilkinson 2013,
/// Stat. Appl. Genet. Mol. Biol. 12(2), 129-141). A uniform floor of weight <see cref="Miscoded"/> keeps a case that no world comes near from
/// deciding everything.
/// </remarks>
/// <param name="record">What happened.</param>
internal sealed class RecordLikelihood(CaseRecord record)
{
    /// <summary>Standard deviation of the error of a recorded time. Unit: log10 of days; a factor of 1.6.</summary>
    public const double LogDaysWidth = 0.2;

    /// <summary>Share of records that say nothing of what happened, wrongly dated or wrongly coded: the weight of the floor.</summary>
    public const double Miscoded = 0.01;

    /// <summary>A world so many kernels away counts nothing.</summary>
    private const double Reach = 5;

    private const double LeastLater = 0.01; // of the floor, for what has been open as long as can be observed

    private const double ShortestDays = 0.5; // to CaseTerms.HorizonDays: what can be observed

    private static readonly double RootOfTwoPi = Math.Sqrt(2 * Math.PI);
    private static readonly double LogDaysRange = Math.Log10(CaseTerms.HorizonDays / ShortestDays);

    private readonly double? _logDays = record.Days is { } days ? Math.Log10(days) : null;

    /// <summary>Whether the record says something that a model can be held to.</summary>
    public bool SaysSomething => record.IsDecided ? _logDays is not null || !record.Outcome.IsEmpty : _logDays is not null;

    /// <summary>How long worlds need to be followed: what is decided later counts nothing. Unit: days from the event.</summary>
    public double Horizon => record.Days is not { } days ? CaseTerms.HorizonDays
        : Math.Ceiling(record.IsDecided ? days * Math.Pow(10, Reach * LogDaysWidth) : 3 * days);

    /// <summary>Log likelihood given consecutive worlds.</summary>
    public double Log(CaseWorlds worlds, int first, int count)
    {
        var sum = 0.0;
        for (var world = first; world < first + count; world++)
        {
            sum += record.IsDecided ? Kernel(worlds, world) : worlds.Days[world] > record.Days!.Value ? 1 : 0;
        }

        return Math.Log(((1 - Miscoded) * sum / count) + (Miscoded * Floor()));
    }

    private double Kernel(CaseWorlds worlds, int world)
    {
        if (!worlds.Decided[world])
        {
            return 0;
        }

        var density = _logDays is { } logDays ? Normal(Math.Log10(Math.Max(ShortestDays, worlds.Days[world])) - logDays, LogDaysWidth) : 1;
        for (var issue = 0; issue < record.Outcome.Length && density > 0; issue++)
        {
            density *= Normal(worlds.Outcome[issue][world] - record.Outcome[issue], record.Error);
        }

        return density;
    }

    private double Floor() => record.IsDecided
        ? (_logDays is null ? 1 : 1 / LogDaysRange) * Math.Pow(100, -record.Outcome.Length)
        : Math.Max(LeastLater, 1 - (Math.Log10(record.Days!.Value / ShortestDays) / LogDaysRange));

    private static double Normal(double distance, double width)
    {
        var z = distance / width;
        return z is < -Reach or > Reach ? 0 : Math.Exp(-z * z / 2) / (RootOfTwoPi * width);
    }
}
