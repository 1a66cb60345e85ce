namespace VotingSim.Experiments.Store;

/// <summary>A part that several arms share, in memory: columns are decoded once, when they are first asked for.</summary>
internal sealed class SharedPart
{
    private readonly ParquetColumns _file;
    private readonly Dictionary<string, Task<double[]>> _numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Task<ReadOnlyMemory<char>[]>> _letters = new(StringComparer.Ordinal);
    private Task _last = Task.CompletedTask;

    private SharedPart(ParquetColumns file) => _file = file;

    /// <summary>Reads a file.</summary>
    public static async Task<SharedPart> ReadAsync(string path) =>
        new(await ParquetRows.OpenAsync(new MemoryStream(await File.ReadAllBytesAsync(path), writable: false)));

    /// <summary>A column of numbers, of all arms.</summary>
    public Task<double[]> NumbersAsync(string name) => OnceAsync(_numbers, name, _file.NumbersAsync);

    /// <summary>A column of words, of all arms.</summary>
    public Task<ReadOnlyMemory<char>[]> LettersAsync(string name) => OnceAsync(_letters, name, _file.LettersAsync);

    // One after the other: a file has one place to read from.
    private Task<T> OnceAsync<T>(Dictionary<string, Task<T>> known, string name, Func<string, Task<T>> read)
    {
        lock (_numbers)
        {
            if (!known.TryGetValue(name, out var column))
            {
                _last = known[name] = column = AfterAsync(_last);
            }

            return column;
        }

        async Task<T> AfterAsync(Task before)
        {
            await before;
            return await read(name);
        }
    }
}
