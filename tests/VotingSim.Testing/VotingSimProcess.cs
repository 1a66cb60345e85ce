using System.Diagnostics;

namespace VotingSim.Testing;

/// <summary>The command as a process of its own, which can be listened to, interrupted and killed. Disposing of it kills it.</summary>
public sealed class VotingSimProcess : IDisposable
{
    /// <summary>Nothing here takes as long on any machine; a test that gets there fails and says what was said so far.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    /// <summary>A shell that runs tests in the background leaves them deaf to interrupts, and <c>nohup</c> to the end of the terminal; they would
    /// pass that on.</summary>
    private static readonly string[] HearingSignals = OperatingSystem.IsLinux() ? ["env", "--default-signal=INT,HUP"] : [];

    private readonly Process _process;
    private readonly HeardText _output;
    private readonly HeardText _error;

    private VotingSimProcess(Process process) =>
        (_process, _output, _error) = (process, new(process.StandardOutput), new(process.StandardError));

    /// <summary>The built command, as <c>dotnet run</c> starts it: the copy beside the tests, whose project refers to VotingSim.Cli, has no images of
    /// its packages and compiles for seconds.</summary>
    public static string Program { get; } = RepositoryRoot.In(
        "artifacts", "bin", "VotingSim.Cli", Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory)), "votingsim.dll");

    /// <summary>Number of the process.</summary>
    public int Id => _process.Id;

    /// <summary>Whether it has ended.</summary>
    public bool HasExited => _process.HasExited;

    /// <summary>How it ended; only where it has.</summary>
    public int ExitCode => _process.ExitCode;

    /// <summary>Bytes of memory that the process holds now; 0 where it has ended.</summary>
    public long Memory
    {
        get
        {
            _process.Refresh();
            return _process.HasExited ? 0 : _process.WorkingSet64;
        }
    }

    /// <summary>Time that it has kept a processor busy until now.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>What it wrote to standard output so far.</summary>
    public string Output => $"{_output}";

    /// <summary>What it wrote to standard error so far.</summary>
    public string Error => $"{_error}";

    /// <summary>What it wrote so far: standard output, and from a new line on standard error.</summary>
    public string Said => Output is { Length: > 0 } output && !output.EndsWith('\n') ? $"{output}\n{Error}" : Output + Error;

    /// <summary>Starts the command in a folder.</summary>
    public static VotingSimProcess Start(string folder, params IEnumerable<string> arguments) => Start(folder, arguments, []);

    /// <summary>Starts the command in a folder, with variables of the environment besides those that the tests have.</summary>
    public static VotingSimProcess Start(string folder, IEnumerable<string> arguments, params (string Name, string Value)[] environment) =>
        StartProgram(Program, folder, arguments, environment);

    /// <summary>Starts another build of the command.</summary>
    public static VotingSimProcess StartProgram(
        string program, string folder, IEnumerable<string> arguments, params (string Name, string Value)[] environment)
    {
        string[] words = [.. HearingSignals, "dotnet", program, .. arguments];
        var start = new ProcessStartInfo(words[0], words[1..])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            UseShellExecute = false,
        };
        // On a machine that is busy everything takes long; a test that wants progress asks for it.
        start.Environment["VOTINGSIM_PROGRESS"] = "0";
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return new(Process.Start(start)!);
    }

    /// <summary>As Ctrl-C.</summary>
    public void Interrupt() => Signal("INT");

    /// <summary>As a service manager does.</summary>
    public void Terminate() => Signal("TERM");

    /// <summary>As a terminal that is closed.</summary>
    public void HangUp() => Signal("HUP");

    /// <summary>As a power cut: nothing is tidied up.</summary>
    public void Kill() => _process.Kill();

    /// <summary>As a machine that is put to sleep: it neither works nor answers until <see cref="GoOn"/>.</summary>
    public void Suspend() => Signal("STOP");

    /// <summary>As a machine that wakes up.</summary>
    public void GoOn() => Signal("CONT");

    /// <summary>Waits for its end.</summary>
    /// <returns>How it ended.</returns>
    /// <exception cref="TimeoutException">It has not ended within five minutes.</exception>
    public async Task<int> EndAsync()
    {
        using var limit = new CancellationTokenSource(Longest);
        try
        {
            await _process.WaitForExitAsync(limit.Token);
            await Task.WhenAll(_output.End, _error.End).WaitAsync(limit.Token);
        }
        catch (OperationCanceledException e)
        {
            throw new TimeoutException($"The process has not ended. It said: {Said}", e);
        }

        return _process.ExitCode;
    }

    /// <summary>Waits for its end; how that was, and what it said until then.</summary>
    public async Task<Outcome> OutcomeAsync() => new(await EndAsync(), Output, Error);

    /// <summary>Waits until it has said something.</summary>
    public async Task SaysAsync(string text)
    {
        await Wait.UntilAsync(
            () => Said.Contains(text, StringComparison.Ordinal) || _process.HasExited,
            () => $"'{text}' was not said, but: {Said}");
        await HearOutAsync();
        Said.ShouldContain(text);
    }

    /// <summary>Waits until it has written a whole line to standard output that begins in a certain way.</summary>
    /// <returns>What follows in the line, without white space around it.</returns>
    public async Task<string> LineAsync(string beginning)
    {
        string? line = null;
        await Wait.UntilAsync(
            () => (line = Find()) is not null || _process.HasExited,
            () => $"No line began with '{beginning}'. It said: {Said}");
        await HearOutAsync();
        return (line ?? Find()).ShouldNotBeNull($"No line began with '{beginning}'. It said: {Said}")[beginning.Length..].Trim();

        string? Find() => Output.Split('\n')[..^1].FirstOrDefault(one => one.StartsWith(beginning, StringComparison.Ordinal));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            _process.WaitForExit();
        }

        _process.Dispose();
    }

    /// <summary>The last words of a process that has ended may still be on their way.</summary>
    private Task HearOutAsync() => _process.HasExited ? Task.WhenAll(_output.End, _error.End) : Task.CompletedTask;

    private void Signal(string name)
    {
        using var kill = Process.Start("kill", [$"-{name}", $"{_process.Id}"]);
        kill.WaitForExit();
    }
}
