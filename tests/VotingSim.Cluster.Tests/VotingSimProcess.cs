using System.Diagnostics;
using System.Text;

namespace VotingSim.Cluster.Tests;

/// <summary>The command as a process of its own, which can be interrupted and killed.</summary>
internal sealed class VotingSimProcess : IDisposable
{
    /// <summary>Nothing here takes as long on any machine; a test that gets there fails and says what was said so far.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    private readonly Process _process;
    private readonly StringBuilder _said = new();

    private VotingSimProcess(Process process) => _process = process;

    public int Id => _process.Id;

    public bool HasExited => _process.HasExited;

    public int ExitCode => _process.ExitCode;

    /// <summary>Bytes of memory that the process holds now.</summary>
    public long Memory
    {
        get
        {
            _process.Refresh();
            return _process.HasExited ? 0 : _process.WorkingSet64;
        }
    }

    /// <summary>What it wrote to standard output and standard error so far.</summary>
    public string Said
    {
        get
        {
            lock (_said)
            {
                return _said.ToString();
            }
        }
    }

    public static VotingSimProcess Start(string folder, params IEnumerable<string> arguments) => Start(folder, arguments, []);

    public static VotingSimProcess Start(string folder, IEnumerable<string> arguments, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "votingsim.dll"), .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        var process = new VotingSimProcess(Process.Start(start)!);
        process._process.OutputDataReceived += (_, line) => process.Hear(line.Data);
        process._process.ErrorDataReceived += (_, line) => process.Hear(line.Data);
        process._process.BeginOutputReadLine();
        process._process.BeginErrorReadLine();
        return process;
    }

    /// <summary>As Ctrl-C.</summary>
    public void Interrupt() => Signal("INT");

    /// <summary>As a service manager does.</summary>
    public void Terminate() => Signal("TERM");

    /// <summary>As a power cut: nothing is tidied up.</summary>
    public void Kill() => _process.Kill();

    /// <summary>Waits for its end.</summary>
    public async Task<int> EndAsync()
    {
        using var limit = new CancellationTokenSource(Longest);
        try
        {
            await _process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException e)
        {
            throw new TimeoutException($"The process has not ended. It said: {Said}", e);
        }

        return _process.ExitCode;
    }

    /// <summary>Waits until it has said something.</summary>
    public async Task SaysAsync(string text)
    {
        await Wait.UntilAsync(() => Said.Contains(text, StringComparison.Ordinal) || _process.HasExited, () => $"'{text}' was not said, but: {Said}");
        Said.ShouldContain(text);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            _process.WaitForExit();
        }

        _process.Dispose();
    }

    private void Signal(string name)
    {
        using var kill = Process.Start("kill", [$"-{name}", $"{_process.Id}"]);
        kill.WaitForExit();
    }

    private void Hear(string? line)
    {
        if (line is not null)
        {
            lock (_said)
            {
                _said.AppendLine(line);
            }
        }
    }
}

/// <summary>Waiting for what a test cannot be told of.</summary>
internal static class Wait
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(3);

    public static async Task UntilAsync(Func<bool> condition, Func<string> otherwise)
    {
        for (var clock = Stopwatch.StartNew(); !condition(); await Task.Delay(10))
        {
            if (clock.Elapsed > Longest)
            {
                throw new TimeoutException(otherwise());
            }
        }
    }
}
