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
            var table = new Table().Border(TableBorder.None).HideHeaders().AddColumns("name", "title");
            foreach (var file in kind)
            {
                table.AddRow(new Text($"  {file.Name}"), new Text(file.Title));
            }

            Terminal.Results.WriteLine(kind.Key);
            Terminal.Results.Write(table);
        }

        return ExitCode.Done;
    }
}
