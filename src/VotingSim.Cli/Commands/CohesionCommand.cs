using System.Collections.Immutable;
using System.ComponentModel;
using System.Text.Json;
using Spectre.Console.Cli;
using VotingSim.Analysis.Data;
using VotingSim.Cli.Documents;
using VotingSim.Configuration;
using VotingSim.Report;
using VotingSim.Statistics.Agreement;

namespace VotingSim.Cli.Commands;

internal sealed class CohesionCommand : Command<CohesionCommand.Options>
{
    public sealed class Options : CommandSettings
    {
        [CommandArgument(0, "<ballots.csv>"), Description("Roll calls: a row for each member of each vote, or a wide table.")]
        public required string File { get; init; }

        [CommandOption("--vote <COL>"), Description("Column that names the vote; several times where it takes several columns. Default: vote.")]
        public string[] Vote { get; init; } = [];

        [CommandOption("--member <COL>"), Description("Column that names the member. Default: member.")]
        public string? Member { get; init; }

        [CommandOption("--ballot <COL>"), Description("Column of the ballot. Default: ballot.")]
        public string? Ballot { get; init; }

        [CommandOption("--wide"),
            Description("A row is a vote with a column for each member (name it by --vote), or a member with a column for each vote (--member).")]
        public bool IsWide { get; init; }

        [CommandOption("--codes <CODES>"),
            Description("What a ballot's code means: un, voteview, words, or a list such as \"1=S,2=A,3=O,8=,9=\". "
                + "Default: S, A, O or Y, A, N; empty for absent.")]
        public string? Codes { get; init; }

        [CommandOption("--by <COL>"), Description("Column of what votes are put together by, such as the year or the issue area.")]
        public string? By { get; init; }

        [CommandOption("--members <GROUP>"),
            Description("Only these members: codes or names with commas between them, a members file, or a shipped one, such as asean-10.")]
        public string? Members { get; init; }

        [CommandOption("--plot <FILE>"), Description("Also draw the agreement over --by, to a file that ends in .svg or .png.")]
        public string? Plot { get; init; }

        [CommandOption("--seed <SEED>"), Description("Seed of the bootstrap intervals. Default: 1."), DefaultValue(1UL)]
        public ulong Seed { get; init; }

        [CommandOption("--format <FORMAT>"), Description("table or json. Default: table.")]
        public OutputFormat Format { get; init; }

        public override Spectre.Console.ValidationResult Validate() =>
            Codes is { } codes && BallotCodes.Parse(codes) is null
                ? Error($"--codes is '{codes}'; expected un, voteview or words, or code=S, code=A, code=O or code= for absent, "
                    + "e.g. \"1=S,2=A,3=O,8=\".")
            : IsWide && Ballot is not null ? Error("--ballot names the column of the ballots of a long table; a wide one has them in many columns.")
            : IsWide && (Vote.Length > 0) == (Member is not null)
                ? Error("--wide goes with either --vote (a row is a vote) or --member (a row is a member).")
            : IsWide && Member is not null && By is not null ? Error("--by is a column of votes, and there a row is a member.")
            : Plot is not null && By is null ? Error("--plot draws the agreement over --by; expected a column, such as the year.")
            : Plot is { } plot && !PictureFile.IsPicture(plot) ? Error($"--plot is '{plot}'; expected a file that ends in .svg or .png.")
            : Spectre.Console.ValidationResult.Success();

        private static Spectre.Console.ValidationResult Error(string message) => Spectre.Console.ValidationResult.Error(message);
    }

    public override int Execute(CommandContext context, Options options, CancellationToken cancellationToken)
    {
        var rollCalls = RollCalls.Read(options.File, new()
        {
            Vote = options.IsWide && options.Member is not null ? [] : options.Vote.Length > 0 ? [.. options.Vote] : ["vote"],
            Member = options.IsWide ? options.Member : options.Member ?? "member",
            Ballot = options.Ballot ?? "ballot",
            IsWide = options.IsWide,
            Codes = options.Codes is { } codes ? BallotCodes.Parse(codes)! : BallotCodes.Usual,
            By = options.By,
            Members = options.Members is { } members ? Group(members) : null,
        });
        var summary = rollCalls.Summarize(options.Seed);
        ImmutableArray<(string Part, AgreementSummary Summary)> parts = [.. rollCalls.SummarizeParts(options.Seed)];
        var advice = "";
        if (options.Plot is { } plot)
        {
            advice = CohesionPlot.Write(plot, options.By!, parts);
        }

        if (options.Format == OutputFormat.Json)
        {
            var document = CohesionDocument.Of(rollCalls, summary, options.By, parts);
            Terminal.WriteDocument(output => JsonSerializer.Serialize(output, document, DocumentContext.Default.CohesionDocument));
        }
        else
        {
            CohesionView.Write(Terminal.Results, options.File, rollCalls.Members, summary, options.By, parts);
        }

        Terminal.Advise(advice);
        return ExitCode.Done;
    }

    // A list has commas; anything else is a members file, whose members are known by code or name.
    private static MemberGroup Group(string members) => members.Contains(',')
        ? MemberGroup.Of(members.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        : new([.. RosterReader.Read(members).Members.Select(member => (ImmutableArray<string>)[member.Code, member.Name])], AreAllNeeded: false);
}
