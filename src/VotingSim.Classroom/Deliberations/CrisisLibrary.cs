using System.Collections.Concurrent;
using VotingSim.Configuration;
using VotingSim.Configuration.Words;
using VotingSim.Experiments.Plan;

namespace VotingSim.Classroom.Deliberations;

/// <summary>What the files of crises tell people and not the model.</summary>
public sealed class CrisisLibrary(ClassroomOptions options)
{
    private readonly ConcurrentDictionary<(string Reference, DateTime Changed), CrisisWords?> _known = [];

    /// <summary>The words of a crisis of the catalogue; null where there is no such crisis, or it cannot be read.</summary>
    /// <param name="crisis">Name of the crisis.</param>
    public CrisisWords? WordsOf(string crisis)
    {
        if (Catalogue.Of(options.Configurations).FirstOrDefault(entry => entry.Kind == "crisis" && entry.Name == crisis) is not { } entry)
        {
            return null;
        }

        var changed = Path.IsPathRooted(entry.Reference) ? File.GetLastWriteTimeUtc(entry.Reference) : default;
        return _known.GetOrAdd((entry.Reference, changed), _ => Read(entry.Reference));
    }

    /// <summary>An arm with the points of its crisis on its scales, which no run has.</summary>
    public Arm Worded(Arm arm)
    {
        ArgumentNullException.ThrowIfNull(arm);
        var crisis = arm.Terms.Crisis;
        return crisis.Issues.Any(ScaleWords.Has) || WordsOf(crisis.Name) is not { } words
            ? arm
            : arm with { Terms = arm.Terms with { Crisis = words.Over(crisis) } };
    }

    private static CrisisWords? Read(string reference)
    {
        try
        {
            return CrisisWords.Read(reference);
        }
        catch (ConfigurationException)
        {
            return null; // whoever convenes the crisis is told what is wrong
        }
    }
}
