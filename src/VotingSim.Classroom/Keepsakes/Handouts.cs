using System.Security.Cryptography;
using Microsoft.Extensions.Logging;
using VotingSim.Classroom.Deliberations;
using VotingSim.Classroom.Languages;
using VotingSim.Classroom.Pages;
using VotingSim.Classroom.Rooms;
using VotingSim.Report.Printing;

namespace VotingSim.Classroom.Keepsakes;

/// <summary>The debriefs of rooms as PDF: each is printed once for all who ask for it, and one at a time.</summary>
/// <param name="debriefs">The debriefs.</param>
/// <param name="library">The words of crises.</param>
/// <param name="printer">Prints.</param>
/// <param name="clock">The time.</param>
/// <param name="logger">Where it is written down why something was not printed.</param>
public sealed partial class Handouts(
    Debriefs debriefs, CrisisLibrary library, PagePrinter printer, TimeProvider clock, ILogger<Handouts> logger) : IDisposable
{
    /// <summary>The largest number that is kept.</summary>
    public const int Most = 32;

    private readonly SemaphoreSlim _press = new(1, 1);
    private readonly Lock _lock = new();
    private readonly List<Kept> _kept = []; // the oldest first
    private ITimer? _sweep;

    /// <summary>For how long one is kept.</summary>
    public static TimeSpan Life { get; } = TimeSpan.FromMinutes(5);

    /// <summary>How many are kept, or being printed.</summary>
    public int Count
    {
        get
        {
            lock (_lock)
            {
                return _kept.Count;
            }
        }
    }

    /// <summary>The debrief of a room as it stands, in the language of whoever asks.</summary>
    /// <exception cref="PrintException">It could not be printed.</exception>
    public async Task<byte[]> PrintAsync(Room room)
    {
        var page = await HandoutFile.WriteAsync(await Handout.OfAsync(room, debriefs), library);
        return await Once(room, Language.Current.Code, page);
    }

    public void Dispose()
    {
        _sweep?.Dispose();
        _press.Dispose();
    }

    // The same page is the same room in the same state and language; another page of a room in a language takes the place of the one before.
    private Task<byte[]> Once(Room room, string language, byte[] page)
    {
        var (hash, now) = (Convert.ToHexString(SHA256.HashData(page)), clock.GetUtcNow());
        lock (_lock)
        {
            Sweep();
            if (_kept.Find(kept => kept.Room == room && kept.Hash == hash) is { } found)
            {
                return found.Pdf;
            }

            _kept.RemoveAll(kept => kept.Room == room && kept.Language == language);
            if (_kept.Count == Most)
            {
                _kept.RemoveAt(0);
            }

            _sweep ??= clock.CreateTimer(_ => Sweep(), null, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(1));
            var pdf = Task.Run(() => PressAsync(room, page));
            _kept.Add(new(room, language, hash, now, pdf));
            return pdf;
        }
    }

    private void Sweep()
    {
        lock (_lock)
        {
            _kept.RemoveAll(kept => kept.Room.IsGone || kept.Pdf.IsFaulted || clock.GetUtcNow() - kept.Since >= Life);
        }
    }

    private async Task<byte[]> PressAsync(Room room, byte[] page)
    {
        await _press.WaitAsync();
        var folder = Directory.CreateTempSubdirectory("votingsim-debrief-");
        try
        {
            var path = Path.Combine(folder.FullName, "debrief.html");
            await File.WriteAllBytesAsync(path, page);
            return await File.ReadAllBytesAsync(await printer(path, CancellationToken.None));
        }
        catch (PrintException e) when (!e.IsForWantOfBrowser)
        {
            LogUnprinted(e, room.Code);
            throw;
        }
        finally
        {
            folder.Delete(recursive: true);
            _press.Release();
        }
    }

    private sealed record Kept(Room Room, string Language, string Hash, DateTimeOffset Since, Task<byte[]> Pdf);

    [LoggerMessage(EventId = 2106, Level = LogLevel.Error, Message = "The debrief of room {Code} could not be printed")]
    private partial void LogUnprinted(Exception exception, string code);
}
