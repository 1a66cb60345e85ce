using System.Text;
using Spectre.Console;
using VotingSim.Configuration;

namespace VotingSim.Cli;

/// <summary>Where the command writes: results to standard output, everything else to standard error.</summary>
internal static class Terminal
{
    /// <summary>Width of a table where there is no terminal to ask.</summary>
    private const int WidthWithoutTerminal = 160;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private static Stream? _output;
    private static Stream? _error;
    private static IAnsiConsole? _results;
    private static IAnsiConsole? _messages;

    /// <summary>Standard output.</summary>
    public static IAnsiConsole Results => _results ??= Create(Console.Out, _output is not null);

    /// <summary>Standard error.</summary>
    public static IAnsiConsole Messages => _messages ??= Create(Console.Error, _error is not null);

    /// <summary>Whether somebody watches standard error.</summary>
    public static bool IsWatched => _error is null;

    /// <summary>Opens both, before anything is written. What is redirected already stays.</summary>
    public static void Open()
    {
        if (_output is null && Console.IsOutputRedirected)
        {
            Console.SetOut(Writer(_output = new ResultStream()));
        }

        if (_error is null && Console.IsErrorRedirected)
        {
            Console.SetError(Writer(_error = new MessageStream()));
        }
    }

    /// <summary>Sends both elsewhere, as for a test that calls the command in its own process.</summary>
    public static void Redirect(Stream output, Stream error)
    {
        Console.SetOut(Writer(_output = output));
        Console.SetError(Writer(_error = error));
        (_results, _messages) = (null, null);
    }

    /// <summary>Writes a document to standard output, and ends its last line.</summary>
    /// <param name="write">Writes it to a stream.</param>
    public static async Task WriteDocumentAsync(Func<Stream, Task> write)
    {
        await using var output = OpenResults();
        await write(output);
        output.WriteByte((byte)'\n');
    }

    /// <summary>Writes a document to standard output, and ends its last line.</summary>
    /// <param name="write">Writes it to a stream.</param>
    public static void WriteDocument(Action<Stream> write)
    {
        using var output = OpenResults();
        write(output);
        output.WriteByte((byte)'\n');
    }

    /// <summary>Shows results that are kept in a folder as well, and says so where standard output does not take them.</summary>
    /// <param name="folder">Where they are.</param>
    /// <param name="show">Shows them.</param>
    public static async Task ShowAsync(string folder, Func<Task> show)
    {
        try
        {
            await show();
        }
        catch (OutputException e)
        {
            throw new OutputException($"{e.Message} The results are complete in '{folder}'.", e.IsUnread, e);
        }
    }

    // It may be disposed of; standard output stays.
    private static BufferedStream OpenResults() => new(new KeptOpen(_output ?? Console.OpenStandardOutput()));

    private static StreamWriter Writer(Stream stream) => new(stream, Utf8) { AutoFlush = true };

    /// <summary>Says on standard error what is hardly meant so.</summary>
    public static void Remark(IEnumerable<Problem> warnings)
    {
        foreach (var warning in warnings)
        {
            Console.Error.WriteLine(warning);
        }
    }

    /// <summary>Says on standard error what the results lack and how to mend it; nothing where there is nothing to say.</summary>
    public static void Advise(string advice)
    {
        if (advice.Length > 0)
        {
            Console.Error.WriteLine(advice);
        }
    }

    private static IAnsiConsole Create(TextWriter writer, bool isRedirected)
    {
        var console = AnsiConsole.Create(new()
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = isRedirected ? AnsiSupport.No : AnsiSupport.Detect,
            Interactive = isRedirected ? InteractionSupport.No : InteractionSupport.Detect,
        });
        if (isRedirected)
        {
            console.Profile.Width = WidthWithoutTerminal;
        }

        return console;
    }
}
