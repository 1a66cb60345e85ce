using System.Text.Json.Nodes;

namespace VotingSim.Configuration.Tests;

public sealed class SchemaTests
{
    [Theory]
    [InlineData("experiment", ConfigurationFolder.Experiment, true)]
    [InlineData("members", ConfigurationFolder.Members, true)]
    [InlineData("crisis", ConfigurationFolder.Crisis, true)]
    [InlineData("rule", ConfigurationFolder.Rule, true)]
    [InlineData("experiment", "experiment: a", false)]
    [InlineData("experiment", ConfigurationFolder.Experiment + "\ndeliberation: { ballot-nois: 1 }", false)]
    [InlineData("experiment", ConfigurationFolder.Experiment + "\nsweep: { grid: { a: [1] }, paired: { a: [1] } }", false)]
    [InlineData("experiment", ConfigurationFolder.Experiment + "\ndeliberation: { drafting: fix }", false)]
    [InlineData("members", "members: []", false)]
    [InlineData("members", "members: [ { code: AAA, influence: -1 } ]", false)]
    [InlineData("members", "members: [ { code: a a } ]", false)]
    [InlineData("rule", "rule: a\nat-least: 1.5", false)]
    [InlineData("rule", "rule: a\nat-least: { count: 5 }", true)]
    [InlineData("rule", "rule: a\nconsensus: true\nunanimity: true", false)]
    [InlineData("rule", "rule: a\nconsensus: true\nweight: gdp", false)]
    [InlineData("rule", "rule: a\nall-of: [ consensus, { any-of: [ { consensus: true }, { at-least: 0.5, weight: { AAA: 1 } } ] } ]", true)]
    [InlineData("rule", "rule: a\nall-of: [ { any-of: [ { consensus: true, of: all } ] } ]", false)]
    [InlineData("rule", "rule: a\nat-least: 0.5\nweight: { A a: 1 }", false)]
    [InlineData("rule", "rule: a\nby-category: { trade: consensus }", false)]
    [InlineData("rule", "rule: กฎ ๑\nby-category: { trade: consensus, otherwise: { at-least: 2/3 } }", true)]
    [InlineData("members", "members: [ { code: Việt-Nam, population: 5_000_000, holdout: 60 % }, { code: ไทย }, { code: a.b_c }, { code: EU } ]", true)]
    [InlineData("members", "members: [ { code: AAA, holdout: much } ]", false)]
    [InlineData("uncertainty", "uncertainty: a\nparameters: { x: { uniform: [0, 1] }, y: { scale: { log-normal: [1, 0.5] } } }", true)]
    [InlineData("uncertainty", "uncertainty: a\nposterior: file.csv\nscales: [x]", true)]
    [InlineData("uncertainty", "uncertainty: a\nparameters: { x: { uniform: [0, 1], normal: [0, 1] } }", false)]
    [InlineData("uncertainty", "uncertainty: a\nparameters: { x: { scale: { scale: { uniform: [0, 1] } } } }", false)]
    [InlineData("uncertainty", "uncertainty: a\nparameters: { x: { triangular: [0, 1] } }", false)]
    [InlineData("uncertainty", "uncertainty: a\nfrom: asean", false)]
    [InlineData("experiment", ConfigurationFolder.Experiment + "\nuncertainty: { from: asean, except: [x] }", true)]
    [InlineData("experiment", ConfigurationFolder.Experiment + "\nuncertainty: { except: [x], parameters: { } }", false)]
    [InlineData("experiment", ConfigurationFolder.Experiment + "\nuncertainty: { per-draw: 0, from: asean }", false)]
    [InlineData("crisis", ConfigurationFolder.Crisis + "\nrecord: { members: asean-10, rule: consensus, opened: 2021-02-01, ending: vote, outcome: [5], against: [A] }", true)]
    [InlineData("crisis", ConfigurationFolder.Crisis + "\nrecord: { members: asean-10, rule: consensus }", false)]
    [InlineData("crisis", ConfigurationFolder.Crisis + "\nrecord: { members: asean-10, rule: consensus, ending: agreed }", false)]
    [InlineData("crisis", ConfigurationFolder.Crisis + "\nrecord: { members: asean-10, rule: consensus, ending: open, ended: 24 April 2021 }", false)]
    [InlineData("crisis", ConfigurationFolder.Crisis + "\nrecord: { members: asean-10, rule: consensus, ending: open, grade: D }", false)]
    [InlineData("structure", "structure: a\ndeliberation: { patience-days: 180 }\nurgency: { initial: 0 }\nuncertainty: asean", true)]
    [InlineData("structure", "structure: a\nuncertainty: { parameters: { x: { uniform: [0, 1] } } }", true)]
    [InlineData("structure", "structure: a\nurgency: { initial: -1 }", false)]
    [InlineData("structure", "deliberation: { patience-days: 180 }", false)]
    public void A_schema_refuses_what_the_reader_refuses(string kind, string text, bool isSound) =>
        new PlainSchema(ConfigurationSchema.Of(kind)).Accepts(PlainYaml.Parse(text)).ShouldBe(isSound);

    [Theory]
    [InlineData("experiment")]
    [InlineData("members")]
    [InlineData("crisis")]
    [InlineData("rule")]
    [InlineData("uncertainty")]
    [InlineData("structure")]
    [InlineData("claim")]
    public void Every_key_is_described(string kind)
    {
        var schema = JsonNode.Parse(ConfigurationSchema.Of(kind))!;
        var maps = Descendants(schema).OfType<JsonObject>().Select(node => node["properties"]).OfType<JsonObject>().SelectMany(map => map).ToArray();
        maps.ShouldNotBeEmpty();
        maps.ShouldAllBe(pair => pair.Value!["description"]!.GetValue<string>().EndsWith('.'));

        static IEnumerable<JsonNode?> Descendants(JsonNode? node) => node switch
        {
            JsonObject map => [node, .. map.SelectMany(pair => Descendants(pair.Value))],
            JsonArray list => list.SelectMany(Descendants),
            _ => [node],
        };
    }
}
