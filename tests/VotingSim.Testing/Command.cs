using System.Diagnostics;

namespace VotingSim.Testing;

/// <summary>The command as a user starts it: processes of their own, in a folder of their own, which goes with the test.</summary>
public sealed class Command : IDisposable
{
    private readonly TemporaryFolder _folder = new("command");

    /// <summary>The folder that the command runs in.</summary>
    public string Folder => _folder.Path;

    /// <inheritdoc/>
    public void Dispose() => _folder.Dispose();

    /// <summary>The path of a file or folder in the folder that the command runs in.</summary>
    public string In(params ReadOnlySpan<string> path) => _folder.In(path);

    /// <summary>Starts the command and does not wait for it.</summary>
    public VotingSimProcess Start(params IEnumerable<string> arguments) => VotingSimProcess.Start(Folder, arguments);

    /// <summary>Runs the command to its end.</summary>
    public async Task<Outcome> RunAsync(string[] arguments, params (string Name, string Value)[] environment)
    {
        using var process = VotingSimProcess.Start(Folder, arguments, environment);
        return await process.OutcomeAsync();
    }

    /// <summary>Runs a script of the shell to its end, in which <c>votingsim</c> is the command.</summary>
    public async Task<Outcome> ShellAsync(string script)
    {
        var start = new ProcessStartInfo("bash", ["-c", $"votingsim() {{ dotnet '{VotingSimProcess.Program}' \"$@\"; }}\n{script}"])
        {
            WorkingDirectory = Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            UseShellExecute = false,
        };
        start.Environment["VOTINGSIM_PROGRESS"] = "0";
        using var shell = Process.Start(start)!;
        shell.StandardInput.Close();
        var (output, error) = (shell.StandardOutput.ReadToEndAsync(), shell.StandardError.ReadToEndAsync());
        await shell.WaitForExitAsync();
        return new(shell.ExitCode, await output, await error);
    }

    /// <summary>Runs the command until a condition holds, and then interrupts it as Ctrl-C does.</summary>
    public async Task<Outcome> InterruptAsync(string[] arguments, Func<bool> when)
    {
        using var process = Start(arguments);
        while (!process.HasExited && !when())
        {
            await Task.Delay(5);
        }

        process.Interrupt();
        return await process.OutcomeAsync();
    }
}
