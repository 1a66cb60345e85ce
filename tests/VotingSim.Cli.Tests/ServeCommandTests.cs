using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace VotingSim.Cli.Tests;

/// <summary>How the classroom is opened: to this machine as before, to others with a key, behind a proxy, with a certificate.</summary>
public class ServeCommandTests
{
    [Fact]
    public async Task On_one_machine_it_opens_without_a_word_of_keys()
    {
        using var command = new Command();
        using var server = command.Start("serve", "--urls", "http://127.0.0.1:0");
        var address = await server.LineAsync("The classroom is open at ");
        await server.SaysAsync("Ctrl-C");
        server.Output.Split('\n').Length.ShouldBe(3, server.Output);
        using var http = new HttpClient();
        (await http.GetAsync(new Uri(address))).StatusCode.ShouldBe(HttpStatusCode.OK);
        Directory.EnumerateFileSystemEntries(command.Folder).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_self_made_certificate_is_kept_and_its_fingerprint_is_the_one_that_is_served()
    {
        using var command = new Command();
        var first = await ServedAsync(command, "--https", "self-made", "--data", "rooms", "--host", "vote.example.org");
        (await ServedAsync(command, "--https", "self-made", "--data", "rooms", "--host", "vote.example.org")).ShouldBe(first);
        (await ServedAsync(command, "--https", "self-made", "--data", "rooms", "--host", "other.example.org")).ShouldNotBe(first);
        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(command.In("rooms", "https.pem")).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }

    [Fact]
    public async Task A_certificate_that_is_given_is_served()
    {
        using var command = new Command();
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=classroom.test", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        using var made = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(30));
        await File.WriteAllTextAsync(command.In("own.pem"), made.ExportCertificatePem() + "\n" + key.ExportPkcs8PrivateKeyPem());
        (await ServedAsync(command, "--https", "own.pem")).ShouldBe(made.GetCertHashString(HashAlgorithmName.SHA256));
    }

    [Fact]
    public async Task A_file_that_is_no_language_is_refused_before_anything_is_opened()
    {
        using var command = new Command();
        Directory.CreateDirectory(command.In("configs", "languages"));
        await File.WriteAllTextAsync(command.In("configs", "languages", "km.json"), "{ \"cod\": \"km\" }");
        var outcome = await command.RunAsync(["serve", "--urls", "http://127.0.0.1:0"]);
        outcome.ExitCode.ShouldBe(2, outcome.Error);
        outcome.Error.ShouldContain("configs/languages/km.json:1:3: cod: unknown field; did you mean 'code'?");
        outcome.Error.ShouldContain("texts: this is missing");
        Directory.Exists(command.In("classroom")).ShouldBeFalse();
    }

    [Theory]
    [InlineData("--https", "--https", "no-such-file.pem")]
    [InlineData("expected --https too", "--urls", "https://127.0.0.1:0")]
    [InlineData("--host", "--host", "http://vote.example.org")]
    [InlineData("--host", "--host", "a b")]
    public async Task What_cannot_be_used_is_refused_before_anything_is_opened(string said, params string[] options)
    {
        using var command = new Command();
        var outcome = await command.RunAsync(["serve", .. options]);
        outcome.ExitCode.ShouldBe(2);
        outcome.Error.ShouldContain(said);
        outcome.Error.ShouldContain("xpected");
        Directory.EnumerateFileSystemEntries(command.Folder).ShouldBeEmpty();
    }

    [Fact]
    public async Task Whoever_opens_it_to_others_is_told_the_key_and_with_open_that_there_is_none()
    {
        using var command = new Command();
        using (var server = command.Start("serve", "--urls", "http://127.0.0.1:0", "--behind-proxy", "--host", "vote.example.org"))
        {
            await server.SaysAsync("Ctrl-C");
            server.Output.ShouldContain("https://vote.example.org/host#");
            server.Output.ShouldContain("https://vote.example.org/join");
        }

        using var open = command.Start("serve", "--urls", "http://127.0.0.1:0", "--host", "vote.example.org", "--open");
        await open.SaysAsync("Ctrl-C");
        open.Output.ShouldNotContain("/host#");
        open.Output.ShouldContain("Everybody who reaches it");
    }

    // The SHA-256 of the certificate that is served; where it was printed, it is the same.
    private static async Task<string> ServedAsync(Command command, params string[] options)
    {
        using var server = command.Start(["serve", "--urls", "http://127.0.0.1:0", .. options]);
        var address = await server.LineAsync("The classroom is open at ");
        address.ShouldStartWith("https://");
        await server.SaysAsync("Ctrl-C");
        using var own = X509Certificate2.CreateFromPemFile(options.Contains("self-made") ? command.In("rooms", "https.pem") : command.In("own.pem"));
        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        policy.CustomTrustStore.Add(own);
        using var http = new HttpClient(new SocketsHttpHandler { SslOptions = new() { CertificateChainPolicy = policy } });
        (await http.GetAsync(new Uri(address))).StatusCode.ShouldBe(HttpStatusCode.OK); // no other certificate is trusted
        var served = own.GetCertHashString(HashAlgorithmName.SHA256);
        if (options.Contains("self-made"))
        {
            server.Output.Replace(":", "", StringComparison.Ordinal).ShouldContain(served);
        }

        return served;
    }
}
