using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Orleans.Connections.Security;

namespace VotingSim.Grains.Clustering;

/// <summary>Closes a cluster: its silos and clients talk by TLS, and only with those that show a certificate of the same authority.</summary>
/// <remarks>The names in certificates are not compared with addresses: who has one belongs to the cluster, so that the authority should have no
/// other use.</remarks>
public sealed class ClusterCertificates
{
    private readonly X509Certificate2 _own;
    private readonly X509Certificate2Collection _authorities = [];

    private ClusterCertificates(X509Certificate2 own) => _own = own;

    /// <summary>Reads the certificates of a machine.</summary>
    /// <param name="certificate">A PEM file with the machine's certificate and its private key.</param>
    /// <param name="authority">A PEM file with the certificate of the authority that signed those of all machines.</param>
    /// <exception cref="FormatException">One of the files is not what it should be, or the authority has not signed the certificate.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public static ClusterCertificates Read(string certificate, string authority)
    {
        ClusterCertificates certificates;
        try
        {
            // As a file of keys once more: on Windows a key that is only in memory cannot be used for TLS.
            using var read = X509Certificate2.CreateFromPemFile(certificate);
            certificates = new(X509CertificateLoader.LoadPkcs12(read.Export(X509ContentType.Pkcs12), password: null));
        }
        catch (CryptographicException e)
        {
            throw new FormatException($"'{certificate}' is no PEM file with a certificate and its private key: {e.Message}", e);
        }

        try
        {
            certificates._authorities.ImportFromPemFile(authority);
        }
        catch (CryptographicException e)
        {
            throw new FormatException($"'{authority}' is no PEM file with the certificate of an authority: {e.Message}", e);
        }

        return certificates._authorities.Count == 0 ? throw new FormatException($"'{authority}' has no certificate in it.")
            : certificates.Accepts(certificates._own) ? certificates
            : throw new FormatException($"The certificate in '{certificate}' is not, or no longer, one of the authority in '{authority}'.");
    }

    internal void Apply(ISiloBuilder silo) => silo.UseTls(_own, Configure);

    internal void Apply(IClientBuilder client) => client.UseTls(_own, Configure);

    private void Configure(TlsOptions tls)
    {
        (tls.RemoteCertificateMode, tls.ClientCertificateMode) = (RemoteCertificateMode.RequireCertificate, RemoteCertificateMode.RequireCertificate);
        tls.RemoteCertificateValidation = (certificate, _, _) => certificate is not null && Accepts(certificate);
        tls.OnAuthenticateAsClient = (_, options) => options.TargetHost = _own.GetNameInfo(X509NameType.SimpleName, forIssuer: false);
    }

    private bool Accepts(X509Certificate2 certificate)
    {
        using var chain = new X509Chain
        {
            ChainPolicy = { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck },
        };
        chain.ChainPolicy.CustomTrustStore.AddRange(_authorities);
        return chain.Build(certificate);
    }
}
