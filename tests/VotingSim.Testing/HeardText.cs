using System.Text;

namespace VotingSim.Testing;

/// <summary>What a stream of a running process has said so far, to the letter.</summary>
internal sealed class HeardText
{
    private readonly StringBuilder _heard = new();

    public HeardText(StreamReader stream) => End = HearAsync(stream);

    /// <summary>Comes when the process has closed the stream.</summary>
    public Task End { get; }

    public override string ToString()
    {
        lock (_heard)
        {
            return _heard.ToString();
        }
    }

    private async Task HearAsync(StreamReader stream)
    {
        using var read = stream;
        var characters = new char[4096];
        while (await stream.ReadAsync(characters) is > 0 and var count)
        {
            lock (_heard)
            {
                _heard.Append(characters, 0, count);
            }
        }
    }
}
