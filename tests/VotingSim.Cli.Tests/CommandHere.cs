using System.Reflection;
using System.Text;

namespace VotingSim.Cli.Tests;

/// <summary>The command in the process of the tests: no start to wait for. One at a time, and with absolute paths.</summary>
internal static class CommandHere
{
    private static readonly Lock OneAtATime = new();

    public static Outcome Run(params string[] arguments)
    {
        lock (OneAtATime)
        {
            using var output = new MemoryStream();
            using var error = new MemoryStream();
            Terminal.Redirect(output, error);
            try
            {
                var code = (int)typeof(Terminal).Assembly.EntryPoint!.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [arguments], null)!;
                return new(code, Encoding.UTF8.GetString(output.ToArray()), Encoding.UTF8.GetString(error.ToArray()));
            }
            finally
            {
                Terminal.Redirect(Stream.Null, Stream.Null);
            }
        }
    }
}
