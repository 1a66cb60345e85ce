using System.Text.Json;

namespace VotingSim.Cli.Tests;

public class CohesionCommandTests
{
    // Three members, four votes; one ballot is missing.
    private const string RollCalls = """
        vote,member,ballot
        budget,AAA,Y
        budget,BBB,Y
        budget,CCC,Y
        seat,AAA,Y
        seat,BBB,N
        seat,CCC,A
        fund,AAA,N
        fund,BBB,Y
        fund,CCC,N
        name,AAA,Y
        name,BBB,Y
        name,CCC,
        """;

    [Fact]
    public async Task Json_has_every_vote_and_pair_and_the_coefficients_worked_out_by_hand()
    {
        using var command = new Command();
        await File.WriteAllTextAsync(command.In("b.csv"), RollCalls);

        var outcome = await command.RunAsync(["cohesion", "b.csv", "--format", "json"]);

        (outcome.ExitCode, outcome.Error).ShouldBe((0, ""));
        using var document = JsonDocument.Parse(outcome.Output);
        var root = document.RootElement;
        root.GetProperty("votes").EnumerateArray().Select(vote => (vote.GetProperty("vote").GetString(), vote.GetProperty("agreement_index").GetDouble(), vote.GetProperty("rice_index").GetDouble()))
            .ShouldBe([("budget", 1, 1), ("seat", 0, 0), ("fund", 0.5, 1 / 3.0), ("name", 1, 1)]);
        root.GetProperty("mean_agreement_index").GetDouble().ShouldBe(0.625, 1e-12);

        // 11 ballots: 7 Y, 3 N, 1 A. Unlike ordered pairs, each over m - 1: 6/2 in 'seat', 4/2 in 'fund'; by chance (121 - 49 - 9 - 1) / 10.
        root.GetProperty("krippendorff_alpha").GetDouble().ShouldBe(1 - (5 / 6.2), 1e-12);

        // Complete votes: P = (1 + 0 + 1/3) / 3, shares 5/9, 3/9, 1/9.
        root.GetProperty("complete_votes").GetInt32().ShouldBe(3);
        root.GetProperty("fleiss_kappa").GetDouble().ShouldBe(((4 / 9.0) - (35 / 81.0)) / (1 - (35 / 81.0)), 1e-12);

        var pairs = root.GetProperty("pairs").EnumerateArray().ToArray();
        pairs.Select(pair => (pair.GetProperty("a").GetString(), pair.GetProperty("b").GetString(), pair.GetProperty("votes").GetInt32())).ShouldBe([("AAA", "BBB", 4), ("AAA", "CCC", 3), ("BBB", "CCC", 3)]);
        pairs[0].GetProperty("agreement").GetDouble().ShouldBe(0.5, 1e-12);
        pairs[0].GetProperty("cohen_kappa").GetDouble().ShouldBe((0.5 - (10 / 16.0)) / (6 / 16.0), 1e-12);
        pairs[0].GetProperty("agreement_interval").GetProperty("low").GetDouble().ShouldBeInRange(0.01, 0.5);
    }

    [Fact]
    public async Task Every_field_of_the_document_is_in_the_codebook()
    {
        using var command = new Command();
        await File.WriteAllTextAsync(command.In("b.csv"), RollCalls);
        var page = await File.ReadAllTextAsync(RepositoryRoot.In("docs", "codebook.md"));
        var section = page[page.IndexOf("## cohesion", StringComparison.Ordinal)..];
        section = section[..section.IndexOf("\n## ", 1, StringComparison.Ordinal)];

        var words = section.Split([.. " `,{}[]|\n"]);
        using var document = JsonDocument.Parse((await command.RunAsync(["cohesion", "b.csv", "--format", "json"])).Output);
        foreach (var name in Names(document.RootElement).Select(name => name.Replace("_interval", "", StringComparison.Ordinal)).Distinct())
        {
            words.ShouldContain(name);
        }

        static IEnumerable<string> Names(JsonElement element) => element.ValueKind switch
        {
            JsonValueKind.Object => element.EnumerateObject().SelectMany(property => Names(property.Value).Prepend(property.Name)),
            JsonValueKind.Array => element.EnumerateArray().SelectMany(Names),
            _ => [],
        };
    }

    [Fact]
    public async Task The_table_says_what_the_numbers_mean_and_has_every_pair()
    {
        using var command = new Command();
        await File.WriteAllTextAsync(command.In("b.csv"), RollCalls);

        var outcome = await command.RunAsync(["cohesion", "b.csv"]);

        (outcome.ExitCode, outcome.Error).ShouldBe((0, ""));
        outcome.Output.ShouldContain("3 members, 4 votes, 3 of them without an absence");
        outcome.Output.ShouldContain("Krippendorff's alpha");
        outcome.Output.ShouldContain("AAA - BBB");
        outcome.Output.ShouldContain("agreement beyond chance");
        (await command.RunAsync(["cohesion", "b.csv"])).Output.ShouldBe(outcome.Output);
    }

    [Fact]
    public async Task Bad_rows_are_all_named_with_their_places_and_end_with_two()
    {
        using var command = new Command();
        await File.WriteAllTextAsync(command.In("b.csv"), "vote,member,ballot\n1,A,S\n1,B,Q\n1,A,O\n");

        var outcome = await command.RunAsync(["cohesion", "b.csv", "--format", "json"]);

        (outcome.ExitCode, outcome.Output).ShouldBe((2, ""));
        outcome.Error.ShouldContain("b.csv:3:5: ballot: 'Q' is no ballot");
        outcome.Error.ShouldContain("b.csv:4:3: member: 'A' has a row for vote '1' already");
        outcome.Error.ShouldNotContain("   at ");
    }
}
