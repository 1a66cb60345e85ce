using VotingSim.Grains.Clustering;

namespace VotingSim.Experiments.Store;

/// <summary>A part that was committed.</summary>
/// <param name="File">Name of its file in <c>runs</c>.</param>
/// <param name="Rows">Number of its rows.</param>
/// <param name="Bytes">Length of the file.</param>
/// <param name="Sha256">Checksum of the file, in hexadecimal digits.</param>
/// <param name="Configuration">Fingerprint of the configuration that it was deliberated under.</param>
public sealed record JournalEntry(string File, int Rows, long Bytes, string Sha256, string Configuration)
{
    /// <summary>Version of the program that deliberated it; null where an earlier one did not say it.</summary>
    public string? Version { get; init; }

    /// <summary>Fingerprint of the engine that deliberated it; null where an earlier one did not say it.</summary>
    public string? Engine { get; init; }

    /// <summary>The file of the years that belong to it, where it is of campaigns; null otherwise.</summary>
    public YearsEntry? Years { get; init; }

    internal Engine By => new(Version ?? "unknown", Engine ?? "unknown");
}

/// <summary>The file of years that was committed with a part.</summary>
/// <param name="Bytes">Length of the file.</param>
/// <param name="Sha256">Checksum of the file, in hexadecimal digits.</param>
public sealed record YearsEntry(long Bytes, string Sha256);
