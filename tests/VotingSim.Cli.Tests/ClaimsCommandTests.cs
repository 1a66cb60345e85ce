using System.Text.Json;
using System.Xml.Linq;
using VotingSim.Configuration;
using VotingSim.Experiments.Plan;

namespace VotingSim.Cli.Tests;

public class ClaimsCommandTests
{
    [Fact]
    public async Task All_claims_that_ship_are_studied_with_what_speaks_against_the_model_first_and_the_same_bytes_again()
    {
        using var command = new Command();
        string[] arguments = ["claims", "--worlds", "20", "--format", "json", "--no-progress", "--plot", "claims.svg"];

        var outcome = await command.RunAsync(arguments);

        (outcome.ExitCode, outcome.Error).ShouldBe((0, ""));
        using var document = JsonDocument.Parse(outcome.Output);
        var claims = document.RootElement.GetProperty("claims").EnumerateArray().ToArray();
        claims.Select(claim => claim.GetProperty("claim").GetString()).ShouldBe(ClaimReader.ShippedNames, ignoreOrder: true);
        string[] order = ["disagrees", "not-shown", "disputed", "agrees", "silent"];
        claims.Select(claim => Array.IndexOf(order, claim.GetProperty("verdict").GetString())).ShouldBeInOrder();
        claims.ShouldAllBe(claim => claim.GetProperty("switches").GetArrayLength() > 5);
        var unopposed = claims.Single(claim => claim.GetProperty("claim").GetString() == "most-majority-decisions-unopposed");
        unopposed.GetProperty("observed").GetProperty("interval").GetProperty("low").GetDouble().ShouldBe(0.75);
        unopposed.GetProperty("estimate").GetDouble().ShouldBeInRange(0, 1);
        XDocument.Parse(await File.ReadAllTextAsync(command.In("claims.svg")));

        // Every field is in the codebook.
        var page = await File.ReadAllTextAsync(RepositoryRoot.In("docs", "codebook.md"));
        var words = page[page.IndexOf("## claims", StringComparison.Ordinal)..].Split([.. " `,{}[]|\n"]);
        Names(document.RootElement).Distinct().ShouldBeSubsetOf(words);

        var picture = await File.ReadAllBytesAsync(command.In("claims.svg"));
        (await command.RunAsync(arguments)).ShouldBe(outcome);
        (await File.ReadAllBytesAsync(command.In("claims.svg"))).ShouldBe(picture);
    }

    [Fact]
    public async Task The_table_says_what_intervals_are_of_and_the_rows_of_csv_are_those_of_json()
    {
        using var command = new Command();
        await File.WriteAllTextAsync(command.In("mine.yaml"), Shipped.Text("claim", "silence-as-consent").Replace("claim: silence-as-consent", "claim: mine", StringComparison.Ordinal)
            .Replace("experiment: all-crises-all-rules", "experiment: myanmar-consensus-or-qmv", StringComparison.Ordinal));

        var table = await command.RunAsync(["claims", "mine.yaml", "--worlds", "200", "--no-progress"]);
        var csv = await command.RunAsync(["claims", "mine.yaml", "--worlds", "200", "--no-progress", "--format", "csv"]);

        (table.ExitCode, table.Error, csv.ExitCode, csv.Error).ShouldBe((0, "", 0, ""));
        table.Output.ShouldContain("bootstrap over 200 worlds");
        table.Output.ShouldContain("On this claim the record is clear");
        csv.Output.Split('\n')[0].ShouldStartWith("claim,title,verdict,model,quantity,");
        csv.Output.Split('\n')[1].ShouldStartWith("mine,Silent consent is sooner than spoken consent,");
        csv.Output.Split('\n')[1].ShouldContain(",silence,1,1,1,computed,");
    }

    [Fact]
    public async Task A_broken_claim_is_refused_with_every_problem_and_nothing_written()
    {
        using var command = new Command();
        await File.WriteAllTextAsync(command.In("mine.yaml"), "claim: mine\ntitle: mine\ntext: mine\n");

        var outcome = await command.RunAsync(["claims", "mine.yaml", "qmv-speeds-decision", "--plot", "claims.svg"]);

        (outcome.ExitCode, outcome.Output).ShouldBe((2, ""));
        outcome.Error.ShouldContain("mine.yaml:1:1: quantity: missing; expected one of hazard-ratio");
        outcome.Error.ShouldContain("no claim of the name 'qmv-speeds-decision' ships; did you mean 'qmv-speeds-decisions'?");
        outcome.Error.ShouldContain("problems; nothing was written.");
        File.Exists(command.In("claims.svg")).ShouldBeFalse();
        CommandHere.Run(["claims", "--worlds", "1"]).ExitCode.ShouldBe(2);
        CommandHere.Run(["claims", "--plot", "claims.jpg"]).ExitCode.ShouldBe(2);
        CommandHere.Run(["claims", "--plot", command.In("none", "claims.svg")]).ExitCode.ShouldBe(2);
    }

    private static IEnumerable<string> Names(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => Names(property.Value).Prepend(property.Name)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Names),
        _ => [],
    };
}
