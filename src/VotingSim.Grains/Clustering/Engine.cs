using System.Reflection;
using System.Security.Cryptography;
using VotingSim.Deliberation;

namespace VotingSim.Grains.Clustering;

/// <summary>What deliberates: a build of the core and the grains. Two that differ by one line may give different numbers.</summary>
/// <param name="Version">Version of the program.</param>
/// <param name="Fingerprint">Sixteen hexadecimal digits made of the module version identifiers of Core and Grains: the same for the same sources
/// and compiler, wherever they were built.</param>
public sealed record Engine(string Version, string Fingerprint)
{
    private const char Separator = '/';
    private const int LongestName = 60; // a silo's name has a column of 150 letters in PostgreSQL

    /// <summary>The engine of this process.</summary>
    public static Engine Current { get; } = new(
        typeof(Engine).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "",
        FingerprintOf(typeof(DeliberationTerms).Module.ModuleVersionId, typeof(Engine).Module.ModuleVersionId));

    /// <summary>Reads the engine in the name of a silo; null where the name does not say it.</summary>
    public static Engine? OfSilo(string? name) =>
        name?.Split(Separator) is [_, { Length: > 0 } version, { Length: 16 } fingerprint] ? new(version, fingerprint) : null;

    /// <summary>A name for a silo of this engine: everybody who reads who is in the cluster reads that too.</summary>
    public string NameSilo(string machine)
    {
        ArgumentNullException.ThrowIfNull(machine);
        var plain = machine.Replace(Separator, '-');
        return string.Join(Separator, plain.Length > LongestName ? plain[..LongestName] : plain, Version, Fingerprint);
    }

    /// <summary>Version and fingerprint, as messages name an engine.</summary>
    public override string ToString() => $"{Version} ({Fingerprint})";

    private static string FingerprintOf(params ReadOnlySpan<Guid> modules)
    {
        Span<byte> bytes = stackalloc byte[modules.Length * 16];
        for (var index = 0; index < modules.Length; index++)
        {
            modules[index].TryWriteBytes(bytes[(index * 16)..]);
        }

        return Convert.ToHexStringLower(SHA256.HashData(bytes))[..16];
    }
}
