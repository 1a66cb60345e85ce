using System.Diagnostics;

namespace VotingSim.Testing;

/// <summary>Programs that the machine brings along, such as servers and their tools.</summary>
public static class InstalledProgram
{
    /// <summary>Where a program is; null where it is not installed.</summary>
    /// <param name="program">Its name.</param>
    /// <param name="alsoIn">Folders to look in after those of <c>PATH</c>.</param>
    public static string? Find(string program, params IEnumerable<string> alsoIn) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator)
        .Concat(alsoIn)
        .Select(folder => Path.Combine(folder, program))
        .FirstOrDefault(File.Exists);

    /// <summary>Runs a program to its end, which has to be a good one.</summary>
    public static async Task RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(Quietly(program, arguments))!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(0, $"{program} {string.Join(' ', arguments)}: {await output}{await error}");
    }

    /// <summary>Starts a program that stays; what it says is not read.</summary>
    public static Process Start(string program, params string[] arguments)
    {
        var process = Process.Start(Quietly(program, arguments))!;
        process.BeginErrorReadLine();
        process.BeginOutputReadLine();
        return process;
    }

    private static ProcessStartInfo Quietly(string program, string[] arguments) =>
        new(program, arguments) { RedirectStandardError = true, RedirectStandardOutput = true, UseShellExecute = false };
}
