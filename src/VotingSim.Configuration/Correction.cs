using System.Text;

namespace VotingSim.Configuration;

/// <summary>The nearest valid name in the place of one that was probably misspelt, as a problem proposes it.</summary>
/// <param name="File">The file, as the problem names it.</param>
/// <param name="Line">Line, from 1.</param>
/// <param name="Column">Column, from 1.</param>
/// <param name="Written">What stands there.</param>
/// <param name="Meant">What was probably meant.</param>
public sealed record Correction(string File, int Line, int Column, string Written, string Meant)
{
    private const string Unfinished = ".unfinished";

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The corrections of a file that its problems propose: only where what stands at the place is a slip away from what was
    /// meant.</summary>
    /// <param name="text">The text of the file.</param>
    /// <param name="problems">The problems of the file.</param>
    public static IReadOnlyList<Correction> Of(string text, IEnumerable<Problem> problems)
    {
        var corrections = new List<Correction>();
        foreach (var problem in problems.Where(problem => problem.Line > 0).DistinctBy(problem => (problem.Line, problem.Column)))
        {
            if (Nearest.MeantIn(problem.Message) is { } meant
                && IndexOf(text, problem.Line, problem.Column) is { } start
                && Word(text, start) is var (from, word)
                && word.Length > 0)
            {
                // A path is corrected in its last part: what was meant is the name of a file beside it.
                var name = word[(word.LastIndexOfAny(['/', '\\']) + 1)..];
                var slip = meant.Contains('/', StringComparison.Ordinal) ? word : name;
                if (slip != meant && Nearest.To(slip, [meant]) is not null)
                {
                    corrections.Add(new(problem.File, problem.Line, problem.Column + (from - start) + (word.Length - slip.Length), slip, meant));
                }
            }
        }

        return corrections;
    }

    /// <summary>Writes the corrections that problems propose into their files, each file whole or not at all.</summary>
    /// <returns>What was corrected.</returns>
    /// <exception cref="IOException">A file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">A file may not be written.</exception>
    public static IReadOnlyList<Correction> Write(IEnumerable<Problem> problems)
    {
        var written = new List<Correction>();
        foreach (var file in problems.GroupBy(problem => problem.File, StringComparer.Ordinal).Where(file => System.IO.File.Exists(file.Key)))
        {
            var bytes = System.IO.File.ReadAllBytes(file.Key);
            var mark = bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0;
            if (Decoded(bytes.AsSpan(mark)) is not { } text || Of(text, file) is not { Count: > 0 } corrections)
            {
                continue;
            }

            // From the end, so that places before stay where they are.
            var corrected = new StringBuilder(text);
            foreach (var correction in corrections.OrderByDescending(one => (one.Line, one.Column)))
            {
                var start = IndexOf(text, correction.Line, correction.Column)!.Value;
                corrected.Remove(start, correction.Written.Length).Insert(start, correction.Meant);
            }

            var unfinished = file.Key + Unfinished;
            System.IO.File.WriteAllBytes(unfinished, [.. bytes.AsSpan(0, mark), .. StrictUtf8.GetBytes(corrected.ToString())]);
            System.IO.File.Move(unfinished, file.Key, overwrite: true);
            written.AddRange(corrections);
        }

        return written;
    }

    /// <summary><c>file:line:column: 'written' is now 'meant'</c>.</summary>
    public override string ToString() => $"{File}:{Line}:{Column}: '{Written}' is now '{Meant}'";

    private static int? IndexOf(string text, int line, int column)
    {
        var start = 0;
        for (var before = 1; before < line; before++)
        {
            start = text.IndexOf('\n', start) + 1;
            if (start == 0)
            {
                return null;
            }
        }

        return start + column - 1 is var index && index < text.Length ? index : null;
    }

    // A scalar as it stands, in quotes or plain.
    private static (int From, string Word) Word(string text, int start)
    {
        var quote = text[start];
        if (quote is '"' or '\'')
        {
            var close = text.IndexOf(quote, start + 1);
            return (start + 1, close < 0 ? "" : text[(start + 1)..close]);
        }

        var end = start;
        while (end < text.Length && text[end] is not (',' or ']' or '}' or '\n' or '\r')
            && !(text[end] == ':' && (end + 1 == text.Length || char.IsWhiteSpace(text[end + 1])))
            && !(text[end] == '#' && end > start && text[end - 1] == ' '))
        {
            end++;
        }

        return (start, text[start..end].TrimEnd());
    }

    private static string? Decoded(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return StrictUtf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
