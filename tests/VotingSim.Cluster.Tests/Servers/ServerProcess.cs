using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace VotingSim.Cluster.Tests.Servers;

/// <summary>Starting the servers that Debian's packages bring.</summary>
internal static class ServerProcess
{
    public static int FreePort()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }

    /// <summary>Runs a program to its end.</summary>
    public static async Task RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true, RedirectStandardOutput = true, UseShellExecute = false })!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(0, $"{program} {string.Join(' ', arguments)}: {await output}{await error}");
    }

    /// <summary>Starts a program that stays; what it says is not read.</summary>
    public static Process Start(string program, params string[] arguments)
    {
        var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true, RedirectStandardOutput = true, UseShellExecute = false })!;
        process.BeginErrorReadLine();
        process.BeginOutputReadLine();
        return process;
    }

    /// <summary>Where a program is; null where it is not installed.</summary>
    public static string? Find(string program, params IEnumerable<string> alsoIn) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Concat(alsoIn).Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);

    /// <summary>Waits until a port takes connections.</summary>
    public static Task ListensAsync(int port) => Wait.UntilAsync(
        () =>
        {
            try
            {
                using var client = new TcpClient();
                client.Connect(IPAddress.Loopback, port);
                return true;
            }
            catch (SocketException)
            {
                return false;
            }
        },
        () => $"Nothing listens on port {port}.");
}
