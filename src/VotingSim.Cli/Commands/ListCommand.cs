using Spectre.Console;
using Spectre.Console.Cli;
using VotingSim.Configuration;

namespace VotingSim.Cli.Commands;

internal sealed class ListCommand : Command
{
    public override int Execute(CommandContext context, CancellationToken cancellationToken)
    {
        foreach (var kind in Shipped.Files.GroupBy(file => file.Kind))
        {
            Write(kind.Key, kind.Select(file => (file.Name, file.Title)));
        }

        foreach (var set in Shipped.Cases.GroupBy(one => one.Set))
        {
            Write($"cases {set.Key}", set.Select(one => (one.Name, one.Title)));
        }

        return ExitCode.Done;
    }

    private static void Write(string group, IEnumerable<(string Name, string Title)> entries)
    {
        var table = new Table().Border(TableBorder.None).HideHeaders().AddColumns("name", "title");
        foreach (var (name, title) in entries)
        {
            table.AddRow(new Text($"  {name}"), new Text(title));
        }

        Terminal.Results.WriteLine(group);
        Terminal.Results.Write(table);
    }
}
