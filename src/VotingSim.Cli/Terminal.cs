using Spectre.Console;
using VotingSim.Configuration;

namespace VotingSim.Cli;

/// <summary>Where the command writes: results to standard output, everything else to standard error.</summary>
internal static class Terminal
{
    /// <summary>Width of a table where there is no terminal to ask.</summary>
    private const int WidthWithoutTerminal = 160;

    /// <summary>Standard output.</summary>
    public static IAnsiConsole Results { get; } = Create(Console.Out, Console.IsOutputRedirected);

    /// <summary>Standard error.</summary>
    public static IAnsiConsole Messages { get; } = Create(Console.Error, Console.IsErrorRedirected);

    /// <summary>Whether somebody watches standard error.</summary>
    public static bool IsWatched => !Console.IsErrorRedirected;

    /// <summary>Says on standard error what is hardly meant so.</summary>
    public static void Remark(IEnumerable<Problem> warnings)
    {
        foreach (var warning in warnings)
        {
            Console.Error.WriteLine(warning);
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
