using System.Diagnostics;

namespace VotingSim.Cluster.Tests;

/// <summary>A file system in memory of a few megabytes, mounted in a folder. Needs the right to mount; without it the test is skipped and says so.</summary>
internal sealed class SmallDisk : IDisposable
{
    private SmallDisk(string path) => Path = path;

    public string Path { get; }

    public static SmallDisk Mount(string path, int megabytes)
    {
        Assert.SkipUnless(Run("mount", "-t", "tmpfs", "-o", $"size={megabytes}m", "tmpfs", path), "This user may not mount a file system; run the tests as root.");
        return new(path);
    }

    public void Resize(int megabytes) => Run("mount", "-o", $"remount,size={megabytes}m", Path).ShouldBeTrue();

    public void MakeReadOnly() => Run("mount", "-o", "remount,ro", Path).ShouldBeTrue();

    public void Dispose() => Run("umount", Path);

    private static bool Run(string command, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(command, arguments) { RedirectStandardError = true, UseShellExecute = false })!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
