using System.ComponentModel;
using System.Text.Json;
using Spectre.Console.Cli;
using VotingSim.Experiments.Data;
using VotingSim.Statistics;
using VotingSim.Statistics.Agreement;

namespace VotingSim.Cli.Commands;

internal sealed class CohesionCommand : Command<CohesionCommand.Options>
{
    private const int VotesAtATime = 10_000;

    public sealed class Options : CommandSettings
    {
        [CommandArgument(0, "<ballots.csv>"), Description("Roll calls: columns vote, member and ballot (S, A, O or Y, A, N; empty for absent).")]
        public required string File { get; init; }

        [CommandOption("--seed <SEED>"), Description("Seed of the bootstrap intervals. Default: 1."), DefaultValue(1UL)]
        public ulong Seed { get; init; }

        [CommandOption("--format <FORMAT>"), Description("table or json. Default: table.")]
        public OutputFormat Format { get; init; }
    }

    public override int Execute(CommandContext context, Options options, CancellationToken cancellationToken)
    {
        var rollCalls = RollCalls.Read(options.File);
        var summary = rollCalls.Summarize(options.Seed);
        if (options.Format == OutputFormat.Json)
        {
            using var output = Console.OpenStandardOutput();
            WriteJson(rollCalls, summary, output);
            output.Write("\n"u8);
        }
        else
        {
            CohesionTable.Write(Terminal.Results, options.File, rollCalls.Members, summary);
        }

        return ExitCode.Done;
    }

    private static void WriteJson(RollCalls rollCalls, AgreementSummary summary, Stream output)
    {
        using var json = new Utf8JsonWriter(output, new() { Indented = true, NewLine = "\n" });
        json.WriteStartObject();
        json.WriteStartArray("members");
        foreach (var member in rollCalls.Members)
        {
            json.WriteStringValue(member);
        }

        json.WriteEndArray();
        json.WriteStartArray("votes");
        for (var vote = 0; vote < rollCalls.Votes.Length; vote++)
        {
            var (agreementIndex, riceIndex) = rollCalls.IndicesOf(vote);
            json.WriteStartObject();
            json.WriteString("vote", rollCalls.Votes[vote]);
            Write(json, "agreement_index", agreementIndex);
            Write(json, "rice_index", riceIndex);
            json.WriteEndObject();
            if (vote % VotesAtATime == 0)
            {
                json.Flush();
            }
        }

        json.WriteEndArray();
        json.WriteNumber("complete_votes", summary.CompleteVotes);
        Write(json, "mean_agreement_index", summary.MeanAgreementIndex);
        Write(json, "mean_rice_index", summary.MeanRiceIndex);
        Write(json, "unanimous_share", summary.UnanimousShare);
        Write(json, "krippendorff_alpha", summary.KrippendorffAlpha);
        Write(json, "fleiss_kappa", summary.FleissKappa);
        json.WriteStartArray("pairs");
        foreach (var pair in summary.Pairs)
        {
            json.WriteStartObject();
            json.WriteString("a", rollCalls.Members[pair.First]);
            json.WriteString("b", rollCalls.Members[pair.Second]);
            json.WriteNumber("votes", pair.Votes);
            Write(json, "agreement", pair.Agreement);
            Write(json, "cohen_kappa", pair.CohenKappa);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, Estimate estimate)
    {
        Write(json, name, estimate.Value);
        json.WriteStartObject($"{name}_interval");
        Write(json, "low", estimate.Low);
        Write(json, "high", estimate.High);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, double value)
    {
        if (double.IsFinite(value))
        {
            json.WriteNumber(name, value);
        }
        else
        {
            json.WriteNull(name);
        }
    }
}
