using System.Globalization;

namespace VotingSim.Experiments.Store;

/// <summary>Holds a results folder for one writer. The operating system lets go of it when the process ends, however it ends.</summary>
internal sealed class FolderLock : IDisposable
{
    private const string Name = ".lock";
    private const string HolderName = ".lock-holder";

    private readonly FileStream _lock;
    private readonly string _holder;

    private FolderLock(FileStream held, string holder) => (_lock, _holder) = (held, holder);

    /// <exception cref="FolderHeldException">Another run holds the folder.</exception>
    public static FolderLock Take(ResultsFolder folder)
    {
        // Who holds it is in a file of its own: nobody else can open the lock.
        var holder = folder.In(HolderName);
        FileStream held;
        try
        {
            held = new(folder.In(Name), FileMode.OpenOrCreate, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
        }
        catch (IOException e) when (Disk.Explain(e, folder.Path) is null)
        {
            throw new FolderHeldException($"Another run is writing to '{folder.Path}': {Read(holder)}.", e);
        }

        try
        {
            File.WriteAllText(holder, string.Create(
                CultureInfo.InvariantCulture,
                $"process {Environment.ProcessId} of {Environment.UserName} on {Environment.MachineName}, "
                + $"since {DateTimeOffset.UtcNow:yyyy-MM-dd HH:mm:ss} UTC"));
        }
        catch
        {
            held.Dispose();
            throw;
        }

        return new(held, holder);
    }

    /// <summary>Whether a file is one of these, left by a process that was killed.</summary>
    public static bool IsLeftOver(string path) => Path.GetFileName(path) is Name or HolderName;

    public void Dispose()
    {
        try
        {
            File.Delete(_holder);
        }
        catch (DirectoryNotFoundException)
        {
            // the folder itself has gone, and that is said elsewhere
        }

        _lock.Dispose();
    }

    private static string Read(string holder)
    {
        try
        {
            return File.ReadAllText(holder) is { Length: > 0 } text ? text : "it has begun just now";
        }
        catch (IOException)
        {
            return "it has begun just now";
        }
    }
}

/// <summary>Another run holds the results folder; the message says which.</summary>
public sealed class FolderHeldException(string message, Exception inner) : IOException(message, inner);
