using VotingSim.Grains.Clustering;

namespace VotingSim.Cli;

/// <summary>A cluster, as the command line names it.</summary>
/// <param name="Store">Where its silos find one another.</param>
/// <param name="Certificates">What closes it; null where its network is trusted.</param>
/// <param name="Words">The options that name it, without a password, as a printed command repeats them.</param>
/// <param name="Patience">How long no silo may answer before the command gives up.</param>
internal sealed record ClusterOptions(ClusterStore Store, ClusterCertificates? Certificates, IReadOnlyList<string> Words, TimeSpan Patience);

/// <summary>The option <c>--cluster</c>.</summary>
internal static class ClusterConnection
{
    private const string Hidden = ":***@";

    public const string Description =
        "A cluster: redis://[user:password@]host:6379, postgres://user:password@host:5432/database, or @FILE, a file with one of them, so that no "
            + "password is on the command line.";

    public const string CertificateDescription =
        "PEM file with this machine's certificate and its private key: silos and clients of the cluster then talk by TLS, and only with those that "
            + "--authority has signed. Default: neither, for a network that is trusted.";

    public const string AuthorityDescription = "PEM file with the certificate of the authority that signed those of all silos and clients.";

    /// <summary>The cluster of a command; null where none was given.</summary>
    /// <exception cref="BadInputException">It is no connection, or a file cannot be used.</exception>
    public static ClusterOptions? Of(string? given, string? certificate, string? authority, int patience)
    {
        var certificates = Certificates(certificate, authority);
        if (given is null)
        {
            return certificates is null ? null
                : throw new BadInputException("--certificate and --authority are for a cluster; expected --cluster too.");
        }

        var store = Read(given);
        string[] closing = certificates is null ? [] : ["--certificate", certificate!, "--authority", authority!];
        return new(store, certificates, ["--cluster", Printable(given, store), .. closing], TimeSpan.FromSeconds(patience));
    }

    private static ClusterCertificates? Certificates(string? certificate, string? authority)
    {
        if (certificate is null && authority is null)
        {
            return null;
        }

        if (certificate is null || authority is null)
        {
            throw new BadInputException("--certificate and --authority go together; expected both, or neither.");
        }

        try
        {
            return ClusterCertificates.Read(certificate, authority);
        }
        catch (Exception e) when (e is FormatException or IOException or UnauthorizedAccessException)
        {
            throw new BadInputException($"--certificate, --authority: {e.Message}");
        }
    }

    /// <exception cref="BadInputException">It is no connection, or its file cannot be read.</exception>
    public static ClusterStore Read(string given)
    {
        try
        {
            return ClusterStore.Parse(given.StartsWith('@') ? File.ReadAllText(given[1..]).Trim() : given);
        }
        catch (FormatException e)
        {
            throw new BadInputException($"--cluster: {e.Message}");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException($"--cluster: the file '{given[1..]}' cannot be read: {e.Message}");
        }
    }

    /// <summary>The connection as it may be printed.</summary>
    public static string Printable(string given, ClusterStore store) => given.StartsWith('@') ? given : store.ToString();

    /// <summary>Connects to the store of a cluster.</summary>
    /// <exception cref="FailedException">The store does not answer, refuses, or lacks its tables.</exception>
    public static async Task CheckAsync(ClusterStore store, string printable, CancellationToken cancellation = default)
    {
        try
        {
            if (!await StoreCheck.IsReadyAsync(store, cancellation))
            {
                throw new FailedException($"The database at {store} has no tables of a cluster yet. Create them: "
                    + Command(["cluster", "init"], ["--cluster", printable]));
            }
        }
        catch (StoreException e)
        {
            throw new FailedException(e.Message, e.MayPass);
        }
    }

    /// <summary>A command on the cluster, as it is printed. A password is never shown: where it was on the command line, it is to be put
    /// in.</summary>
    public static string Command(IEnumerable<string> words, IEnumerable<string> cluster) =>
        ShellWord.Join(["votingsim", .. words, .. cluster])
        + (cluster.Any(word => word.Contains(Hidden, StringComparison.Ordinal) && !word.StartsWith('@'))
            ? " (with the password in place of ***, or with --cluster @FILE)" : "");
}
