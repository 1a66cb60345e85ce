using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace VotingSim.Classroom.Access;

/// <summary>The certificate with which the classroom speaks HTTPS: one that is given, or one that it makes itself and keeps.</summary>
public static class ServerCertificate
{
    private const string FileName = "https.pem";
    private static readonly TimeSpan Life = TimeSpan.FromDays(365);
    private static readonly TimeSpan LeastLeft = TimeSpan.FromDays(14);

    /// <summary>Reads a certificate with its private key.</summary>
    /// <param name="path">A PEM file that holds both.</param>
    /// <exception cref="CryptographicException">It does not hold both.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static X509Certificate2 Read(string path)
    {
        using var read = X509Certificate2.CreateFromPemFile(path);

        // Windows does not serve with a key that is in memory only.
        return X509CertificateLoader.LoadPkcs12(read.Export(X509ContentType.Pkcs12), password: null);
    }

    /// <summary>The certificate that was made before, as long as it is good for these names; otherwise a new one, which is kept.</summary>
    /// <param name="folder">Where it is kept, readable by the user alone.</param>
    /// <param name="names">Names and addresses under which the classroom is reached, besides those of this machine alone.</param>
    /// <param name="now">The time.</param>
    /// <exception cref="IOException">It cannot be kept.</exception>
    public static X509Certificate2 SelfMade(string folder, IEnumerable<string> names, DateTimeOffset now)
    {
        var path = Path.Combine(folder, FileName);
        string[] all = [.. names.Prepend(Dns.GetHostName()).Prepend("localhost").Where(name => Uri.CheckHostName(name) != UriHostNameType.Unknown)];
        if (Kept(path, now) is { } kept && all.All(name => kept.MatchesHostname(name)))
        {
            return kept;
        }

        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=VotingSim classroom", key, HashAlgorithmName.SHA256);
        var alternatives = new SubjectAlternativeNameBuilder();
        foreach (var name in all.Distinct(StringComparer.OrdinalIgnoreCase))
        {
            if (IPAddress.TryParse(name, out var address))
            {
                alternatives.AddIpAddress(address);
            }
            else
            {
                alternatives.AddDnsName(name);
            }
        }

        alternatives.AddIpAddress(IPAddress.Loopback);
        alternatives.AddIpAddress(IPAddress.IPv6Loopback);
        request.CertificateExtensions.Add(alternatives.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new("1.3.6.1.5.5.7.3.1")], false));
        using var made = request.CreateSelfSigned(now.AddDays(-1), now + Life);
        Keep(path, made.ExportCertificatePem() + "\n" + key.ExportPkcs8PrivateKeyPem() + "\n");
        return Read(path);
    }

    /// <summary>What a visitor can compare with what the browser shows: the SHA-256 of the certificate, in pairs of digits.</summary>
    public static string FingerprintOf(X509Certificate2 certificate) =>
        string.Join(':', certificate.GetCertHash(HashAlgorithmName.SHA256).Select(part => part.ToString("X2")));

    private static X509Certificate2? Kept(string path, DateTimeOffset now)
    {
        try
        {
            return File.Exists(path) && Read(path) is { } kept && kept.NotAfter.ToUniversalTime() > (now + LeastLeft).UtcDateTime ? kept : null;
        }
        catch (CryptographicException)
        {
            return null; // it is made anew
        }
    }

    private static void Keep(string path, string text)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        }
        else
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var writer = new StreamWriter(path, options);
        writer.Write(text);
    }
}
