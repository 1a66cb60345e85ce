using System.Diagnostics;
using System.Reflection;

namespace VotingSim.Cli.Tests;

/// <summary>The command as a user starts it: a process of its own, in a folder of its own.</summary>
internal sealed class Command : IDisposable
{
    /// <summary>The repository, with what is shipped in <c>configs</c>.</summary>
    public static readonly string Repository = typeof(Command).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "Repository").Value!;

    /// <summary>The folder that the command runs in.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("votingsim-cli-").FullName;

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    public static string Experiment(string name) => Path.Combine(Repository, "configs", "experiments", $"{name}.yaml");

    public string In(params string[] path) => Path.Combine([Folder, .. path]);

    /// <summary>Runs the command to its end.</summary>
    public async Task<Outcome> RunAsync(string[] arguments, params (string Name, string Value)[] environment)
    {
        using var process = Start(Dotnet(arguments), environment);
        return await EndAsync(process);
    }

    /// <summary>Runs the command until a condition holds, and then interrupts it as Ctrl-C does.</summary>
    public async Task<Outcome> InterruptAsync(string[] arguments, Func<bool> when)
    {
        // A shell that runs tests in the background leaves them deaf to interrupts, and they would pass that on.
        using var process = Start(["env", "--default-signal=INT", .. Dotnet(arguments)], []);
        while (!process.HasExited && !when())
        {
            await Task.Delay(5);
        }

        using var interrupt = Process.Start("kill", ["-INT", $"{process.Id}"]);
        await interrupt.WaitForExitAsync();
        return await EndAsync(process);
    }

    private static async Task<Outcome> EndAsync(Process process)
    {
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        await process.WaitForExitAsync(limit.Token);
        return new(process.ExitCode, await output, await error);
    }

    private static string[] Dotnet(string[] arguments) => ["dotnet", Path.Combine(AppContext.BaseDirectory, "votingsim.dll"), .. arguments];

    private Process Start(string[] words, (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo(words[0], words[1..])
        {
            WorkingDirectory = Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            UseShellExecute = false,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }
}

/// <summary>What the command said.</summary>
internal sealed record Outcome(int ExitCode, string Output, string Error);
