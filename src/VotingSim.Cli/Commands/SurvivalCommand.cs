using Spectre.Console.Cli;
using VotingSim.Analysis.Data;
using VotingSim.Analysis.Data.Documents;
using VotingSim.Statistics.Survival;

namespace VotingSim.Cli.Commands;

internal sealed class SurvivalCommand : Command<SurvivalCommand.Options>
{
    public sealed class Options : CommandSettings
    {
        [CommandArgument(0, "<data.csv>"),
            Description("A table with a row per deliberation, or anything else with a duration; comma, semicolon or tab.")]
        public required string File { get; init; }

        [CommandOption("--time <COL>", isRequired: true), Description("Column of the time until the decision, or until the end of observation.")]
        public required string Time { get; init; }

        [CommandOption("--event <COL>", isRequired: true), Description("Column that says which: 1 or true (decided), 0 or false (censored).")]
        public required string Event { get; init; }

        [CommandOption("--group <COL>"), Description("Column of the groups to compare; the first in the file is the baseline.")]
        public string? Group { get; init; }

        [CommandOption("--horizon <T>"), Description("Up to when times are averaged. Default: the last time for which all groups are known.")]
        public double? Horizon { get; init; }

        [CommandOption("--ties <TIES>"), Description("efron or breslow: what Cox's model makes of equal times. Default: efron.")]
        public Ties Ties { get; init; }

        [CommandOption("--format <FORMAT>"), Description("table or json. Default: table.")]
        public OutputFormat Format { get; init; }
    }

    public override int Execute(CommandContext context, Options options, CancellationToken cancellationToken)
    {
        var data = SurvivalData.Read(options.File, options.Time, options.Event, options.Group);
        var analysis = SurvivalAnalysis.Of(data, options.Horizon, options.Ties);
        if (options.Format == OutputFormat.Json)
        {
            using var output = Console.OpenStandardOutput();
            SurvivalJson.Write(analysis, output);
            output.Write("\n"u8);
        }
        else
        {
            SurvivalView.Write(Terminal.Results, analysis, options.Time, options.Group);
        }

        return ExitCode.Done;
    }
}
