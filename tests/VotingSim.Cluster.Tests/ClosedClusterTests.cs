using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace VotingSim.Cluster.Tests;

/// <summary>A cluster that talks by TLS, and only with those that its own authority has signed.</summary>
public class ClosedClusterTests(ReferenceRun reference)
{
    [Fact]
    public async Task Silos_and_runs_with_a_certificate_work_together_and_those_without_or_of_another_authority_are_left_out()
    {
        var folder = reference.NewFolder();
        var (own, strange) = (WriteCertificates(folder, "own"), WriteCertificates(folder, "strange"));
        await using var cluster = await ClusterOfSilos.StartAsync("redis", folder, silos: 0);
        string[] run = ["run", ReferenceRun.Experiment, "--replications", "3000", "--no-report", "--cohort-size", "100", "--patience", "4", .. cluster.Option];
        await cluster.Begin(own).SaysAsync("takes part");
        await cluster.Begin(own).SaysAsync("takes part");

        using var inside = VotingSimProcess.Start(folder, [.. run, "--out", "inside", .. own]);
        (await inside.EndAsync()).ShouldBe(0, inside.Said);

        using var without = VotingSimProcess.Start(folder, [.. run, "--out", "without"]);
        using var other = VotingSimProcess.Start(folder, [.. run, "--out", "other", .. strange]);
        foreach (var outside in new[] { without, other })
        {
            (await outside.EndAsync()).ShouldBe(1, outside.Said);
            outside.Error.ShouldContain("No silo of the cluster at redis://:***@127.0.0.1");
        }

        Directory.GetDirectories(folder).Select(Path.GetFileName).ShouldBe(["inside"]);
    }

    [Fact]
    public async Task A_certificate_that_cannot_be_used_is_said_in_a_line_before_anything_is_tried()
    {
        var folder = reference.NewFolder();
        var (own, strange) = (WriteCertificates(folder, "own"), WriteCertificates(folder, "strange"));
        var store = $"redis://127.0.0.1:{FreePort.Next()}";

        (await SaidAsync("--certificate", own[1])).ShouldBe("--certificate and --authority go together; expected both, or neither.");
        (await SaidAsync("--certificate", own[1], "--authority", strange[3])).ShouldContain("is not, or no longer, one of the authority in");
        (await SaidAsync("--certificate", own[3], "--authority", own[3])).ShouldContain("is no PEM file with a certificate and its private key");
        (await SaidAsync("--certificate", "nowhere.pem", "--authority", own[3])).ShouldContain("nowhere.pem");

        async Task<string> SaidAsync(params string[] more)
        {
            using var silo = VotingSimProcess.Start(folder, ["silo", "--cluster", store, .. more]);
            (await silo.EndAsync()).ShouldBe(2, silo.Said);
            silo.Said.Trim().Split('\n').Length.ShouldBe(1, silo.Said);
            return silo.Said.Trim();
        }
    }

    /// <summary>An authority, and a certificate that it has signed, as an administrator would make them with openssl.</summary>
    private static string[] WriteCertificates(string folder, string name)
    {
        using var authorityKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var authorityRequest = new CertificateRequest($"CN={name} authority", authorityKey, HashAlgorithmName.SHA256);
        authorityRequest.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, false, 0, critical: true));
        using var authority = authorityRequest.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(30));
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var certificate = new CertificateRequest($"CN={name} silo", key, HashAlgorithmName.SHA256)
            .Create(authority, DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(20), [1, 2, 3]);
        var (signed, signer) = (Path.Combine(folder, $"{name}.pem"), Path.Combine(folder, $"{name}-authority.pem"));
        File.WriteAllText(signed, $"{certificate.ExportCertificatePem()}\n{key.ExportPkcs8PrivateKeyPem()}\n");
        File.WriteAllText(signer, authority.ExportCertificatePem() + "\n");
        return ["--certificate", signed, "--authority", signer];
    }
}
