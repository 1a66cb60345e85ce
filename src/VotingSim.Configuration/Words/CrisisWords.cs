using System.Collections.Immutable;
using VotingSim.Configuration.Cases;
using VotingSim.Crises;

namespace VotingSim.Configuration.Words;

/// <summary>What a crisis file tells people and not the model: background, what places on the scales mean, and what really happened. No number of a
/// run depends on any of it.</summary>
public sealed record CrisisWords
{
    /// <summary>A minute of background; null where the file has none.</summary>
    public Background? Background { get; init; }

    /// <summary>The scales, in the order of issues.</summary>
    public required ImmutableArray<IssueWords> Issues { get; init; }

    /// <summary>The case that is the same matter; null where none is named. Not for people before they have decided.</summary>
    public Case? Happened { get; init; }

    /// <summary>Reads the words of a crisis.</summary>
    /// <param name="reference">The name of a shipped crisis, or the path of a file.</param>
    /// <exception cref="ConfigurationException">Something is wrong with the crisis or its case, or there is none.</exception>
    public static CrisisWords Read(string reference)
    {
        var reading = new Reading();
        if (reading.Open(reference, ConfigurationKind.Crisis, []) is not { } place)
        {
            return reading.Result<CrisisWords>(null);
        }

        CrisisReader.Resolve(place, members: null, overrides: null);
        var file = Reading.Read(place, ConfigurationContext.Default.CrisisFile);
        var happened = HappenedIn(reading, place);
        return reading.Result(file is null ? null : new CrisisWords
        {
            Background = file.Background is { } told
                ? new(told.Text.Trim(), [.. told.Sources.Select(source => source.Trim())])
                : null,
            Issues = [.. file.Issues.Select(issue => new IssueWords(issue.Name, issue.Low, issue.High, ScalePoints.Of(issue.Points)))],
            Happened = happened,
        });
    }

    /// <summary>A crisis with these words on its scales, where they are those of the same scales; otherwise as it was.</summary>
    /// <param name="crisis">The crisis, such as one of a run that was written down without words.</param>
    public Crisis Over(Crisis crisis)
    {
        ArgumentNullException.ThrowIfNull(crisis);
        var same = crisis.Issues.Length == Issues.Length && crisis.Issues.Zip(Issues).All(pair =>
            (pair.First.Name, pair.First.Low, pair.First.High) == (pair.Second.Name, pair.Second.Low, pair.Second.High));
        return same
            ? crisis with { Issues = [.. crisis.Issues.Zip(Issues, (issue, words) => issue with { Points = words.Points })] }
            : crisis;
    }

    private static Case? HappenedIn(Reading reading, ConfigurationNode place) =>
        place.Has("record") ? CaseReader.Read(reading, place)
        : CaseReference.Of(place["case"]) is { } location && reading.Open(location, ConfigurationKind.Crisis) is { } other
            ? CaseReader.Read(reading, other)
        : null;
}
