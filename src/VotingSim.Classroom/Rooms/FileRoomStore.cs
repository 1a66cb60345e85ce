using System.Text.Json;
using Microsoft.Extensions.Logging;
using VotingSim.Classroom.Access;

namespace VotingSim.Classroom.Rooms;

/// <summary>Keeps each room as a JSON file of its own, written beside and then moved into place, readable by the user alone.</summary>
public sealed partial class FileRoomStore(string folder, ILogger<FileRoomStore> logger) : IRoomStore
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    public async Task<IReadOnlyList<RoomState>> LoadAsync(CancellationToken cancellationToken)
    {
        var rooms = new List<RoomState>();
        if (!Directory.Exists(folder))
        {
            return rooms;
        }

        foreach (var path in Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal))
        {
            try
            {
                var bytes = await File.ReadAllBytesAsync(path, cancellationToken);
                var room = JsonSerializer.Deserialize<RoomState>(bytes) ?? throw new JsonException("empty");
                if (Path.GetFileNameWithoutExtension(path) != room.Code || Secrets.CodeFrom(room.Code) != room.Code)
                {
                    throw new JsonException("its name is not its code");
                }

                rooms.Add(room);
            }
            catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException or NotSupportedException)
            {
                LogUnreadable(path, e.GetType().Name);
            }
        }

        return rooms;
    }

    public async Task SaveAsync(RoomState room)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, OwnerOnly | UnixFileMode.UserExecute);
        }

        var draft = PathOf(room.Code) + ".new";
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        await using (var stream = new FileStream(draft, options))
        {
            await JsonSerializer.SerializeAsync(stream, room);
        }

        File.Move(draft, PathOf(room.Code), overwrite: true);
    }

    public Task ForgetAsync(string code)
    {
        if (Directory.Exists(folder))
        {
            File.Delete(PathOf(code));
        }

        return Task.CompletedTask;
    }

    private string PathOf(string code) => Path.Combine(folder, $"{code}.json");

    [LoggerMessage(EventId = 2101, Level = LogLevel.Warning, Message = "{Path} is not a room that can be read ({Fault}); it is left as it is")]
    private partial void LogUnreadable(string path, string fault);
}
