namespace VotingSim.Configuration;

/// <summary>The key <c>case</c> of a crisis: where the record of the same matter is.</summary>
internal static class CaseReference
{
    private const string Extension = ".yaml";

    /// <summary>Where the case is; null where none is named, and where there is none, which is reported.</summary>
    public static Location? Of(ConfigurationNode place)
    {
        if (place.Text is not { Length: > 0 } reference || !place.Document.IsClean(place.Path))
        {
            return null;
        }

        var shipped = new Location($"{Shipped.CaseFolder}{reference}{Extension}", IsShipped: true);
        var file = reference.EndsWith(Extension, StringComparison.Ordinal) ? place.Document.Location.Follow(reference) : shipped;
        if (file.Exists)
        {
            return file;
        }

        var names = Shipped.Cases.Select(one => $"{one.Set}/{one.Name}");
        place.Report($"there is no case '{ContractCheck.Quote(reference)}'{Nearest.Hint(reference, names)}");
        return null;
    }
}
