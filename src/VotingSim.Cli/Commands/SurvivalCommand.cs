using Spectre.Console.Cli;
using VotingSim.Analysis.Data;
using VotingSim.Analysis.Data.Documents;
using VotingSim.Report;
using VotingSim.Statistics.Survival;

namespace VotingSim.Cli.Commands;

internal sealed class SurvivalCommand : Command<SurvivalCommand.Options>
{
    public sealed class Options : CommandSettings
    {
        [CommandArgument(0, "<data.csv>"),
            Description("A table with a row per deliberation, or anything else with a duration; comma, semicolon or tab.")]
        public required string File { get; init; }

        [CommandOption("--time <COL>"), Description("Column of the time until the decision, or until the end of observation.")]
        public string? Time { get; init; }

        [CommandOption("--event <COL>", isRequired: true),
            Description("Column that says which: 1, true or yes (decided), 0, false or no (censored); or R's 2 and 1.")]
        public required string Event { get; init; }

        [CommandOption("--event-codes <CODES>"),
            Description("What other codes mean: 1 it happened, 0 it did not. E.g. \"adopted=1,pending=0,withdrawn=0\".")]
        public string? EventCodes { get; init; }

        [CommandOption("--start <COL>"), Description("Column of the date from which time is counted, in days; instead of --time.")]
        public string? Start { get; init; }

        [CommandOption("--end <COL>"), Description("Column of the date of the decision, or of the end of observation.")]
        public string? End { get; init; }

        [CommandOption("--entry <COL>"),
            Description("Column of the time (with --start: the date) at which a row came under observation; it is at risk after that. "
                + "Default: from the start.")]
        public string? Entry { get; init; }

        [CommandOption("--id <COL>"), Description("Column of what several rows are spells of.")]
        public string? Id { get; init; }

        [CommandOption("--group <COL>"), Description("Column of the groups to compare; the first in the file is the baseline.")]
        public string? Group { get; init; }

        [CommandOption("--covariate <COL>"),
            Description("Column of a covariate of Cox's model: numbers, or words of which the first in the file is the baseline. "
                + "May be given several times.")]
        public string[] Covariates { get; init; } = [];

        [CommandOption("--baseline <WORD>"),
            Description("The group that the others are compared with, or COL=WORD for a covariate, whose numbers are then words. "
                + "May be given several times.")]
        public string[] Baselines { get; init; } = [];

        [CommandOption("--time-interaction <COL>"),
            Description("A covariate or group whose effect changes with the logarithm of time; "
                + "COL=365,730 for an effect of its own in each stretch of time. May be given several times.")]
        public string[] Interactions { get; init; } = [];

        [CommandOption("--strata <COL>"), Description("Column of strata: only rows of the same one are compared.")]
        public string? Strata { get; init; }

        [CommandOption("--cluster <COL>"), Description("Column of what rows belong to that may depend on each other, for robust standard errors.")]
        public string? Cluster { get; init; }

        [CommandOption("--weights <COL>"), Description("Column of a whole number: how many equal rows a row stands for.")]
        public string? Weights { get; init; }

        [CommandOption("--drop-missing"),
            Description("Leave out rows with a missing value (empty, NA, NaN or a point) in a column that is used, instead of refusing them.")]
        public bool DropMissing { get; init; }

        [CommandOption("--horizon <T>"), Description("Up to when times are averaged. Default: the last time for which all groups are known.")]
        public double? Horizon { get; init; }

        [CommandOption("--ties <TIES>"), Description("efron or breslow: what Cox's model makes of equal times. Default: efron.")]
        public Ties Ties { get; init; }

        [CommandOption("--plot <FILE>"), Description("Also draw the share undecided over time, to a file that ends in .svg or .png.")]
        public string? Plot { get; init; }

        [CommandOption("--format <FORMAT>"), Description("table or json. Default: table.")]
        public OutputFormat Format { get; init; }

        public override Spectre.Console.ValidationResult Validate() =>
            (Time is null, Start is null, End is null) is not ((false, true, true) or (true, false, false))
                ? Error("Expected --time with a column of times, or --start and --end with columns of dates.")
            : EventCodes is { } codes && Analysis.Data.EventCodes.Parse(codes) is null
                ? Error($"--event-codes is '{codes}'; expected code=1 or code=0 for each code, e.g. \"adopted=1,pending=0\".")
            : Array.Find(Interactions, interaction => TimeInteraction.Parse(interaction) is null) is { } bad
                ? Error($"--time-interaction is '{bad}'; expected a column, or a column and rising times, e.g. qmv=365,730.")
            : Plot is { } plot && !PictureFile.IsPicture(plot) ? Error($"--plot is '{plot}'; expected a file that ends in .svg or .png.")
            : Spectre.Console.ValidationResult.Success();

        private static Spectre.Console.ValidationResult Error(string message) => Spectre.Console.ValidationResult.Error(message);
    }

    public override int Execute(CommandContext context, Options options, CancellationToken cancellationToken)
    {
        var data = SurvivalData.Read(options.File, new()
        {
            Time = options.Time,
            Event = options.Event,
            Start = options.Start,
            End = options.End,
            Entry = options.Entry,
            Id = options.Id,
            Group = options.Group,
            Strata = options.Strata,
            Cluster = options.Cluster,
            Weights = options.Weights,
            Covariates = [.. options.Covariates],
            Baselines = [.. options.Baselines],
            DropMissing = options.DropMissing,
            Codes = options.EventCodes is { } codes ? EventCodes.Parse(codes)! : EventCodes.Usual,
        });
        var analysis = SurvivalAnalysis.Of(
            data,
            options.Horizon,
            options.Ties,
            options.Group,
            [.. options.Interactions.Select(text => TimeInteraction.Parse(text)!)]);
        var unit = options.Time is { } time ? $"the unit of '{time}'" : "days";
        var advice = "";
        if (options.Plot is { } plot)
        {
            advice = SurvivalPlot.Write(plot, analysis, options.Time ?? "Days", options.Group);
        }

        if (options.Format == OutputFormat.Json)
        {
            Terminal.WriteDocument(output => SurvivalJson.Write(analysis, output));
        }
        else
        {
            SurvivalView.Write(Terminal.Results, analysis, unit, options.Group);
        }

        Terminal.Advise(advice);
        return ExitCode.Done;
    }
}
