using System.Text.Json.Nodes;
using VotingSim.Calendars;
using VotingSim.Configuration;
using VotingSim.Experiments.Plan;

namespace VotingSim.Experiments.Tests.Plan;

public sealed class ShippedTests
{
    public static TheoryData<string, string> Files => [.. Shipped.Files.Select(file => (file.Kind, file.Name))];

    public static TheoryData<string, string> Cases => [.. Shipped.Cases.Select(one => (one.Set, one.Name))];

    public static TheoryData<string> Experiments => [.. Shipped.Files.Where(file => file.Kind == "experiment").Select(file => file.Name)];

    [Fact]
    public void Everything_in_the_folder_ships()
    {
        var configs = Path.Combine(Checkout(), "configs");
        (Shipped.Files.Count + Shipped.Cases.Count).ShouldBe(Directory.EnumerateFiles(configs, "*.yaml", SearchOption.AllDirectories).Count());
        foreach (var file in Shipped.Files)
        {
            file.Title.ShouldNotBeNullOrWhiteSpace();
        }

        foreach (var one in Shipped.Cases)
        {
            one.Title.ShouldNotBeNullOrWhiteSpace();
        }
    }

    [Theory, MemberData(nameof(Cases))]
    public void Every_shipped_case_is_sound_satisfies_its_schema_and_is_named_as_it_says(string set, string name)
    {
        var path = Path.Combine(Checkout(), "configs", "cases", set, $"{name}.yaml");
        var document = PlainYaml.Parse(File.ReadAllText(path))!;

        document["crisis"]!.GetValue<string>().ShouldBe(name);
        new PlainSchema(ConfigurationSchema.Of("crisis")).Accepts(document).ShouldBeTrue();
        ConfigurationFile.Validate(path).ShouldBeEmpty();
    }

    [Fact]
    public void A_case_in_an_experiment_is_the_crisis_without_its_record()
    {
        using var folder = new ConfigurationFolder();
        var text = File.ReadAllText(Path.Combine(Checkout(), "configs", "cases", "asean", "rcep.yaml"));
        folder.Write("experiment.yaml", "experiment: a\nmembers: asean-10\ncrises: [crisis.yaml]\nrules: [consensus, asean-qmv]\nuncertainty: asean");
        folder.Write("crisis.yaml", text[..text.IndexOf("record:", StringComparison.Ordinal)]);
        var without = folder.Read();

        folder.Write("crisis.yaml", text.Replace("members: asean-10", "members: ../elsewhere.yaml", StringComparison.Ordinal));
        var with = folder.Read();

        with.Configuration.ToJsonString().ShouldBe(without.Configuration.ToJsonString());
        Same(with, without);
    }

    [Theory, MemberData(nameof(Files))]
    public void Every_shipped_file_is_sound_and_is_named_as_it_says(string kind, string name)
    {
        var document = PlainYaml.Parse(Shipped.Text(kind, name))!;
        if (kind != "members")
        {
            document[kind]!.GetValue<string>().ShouldBe(name);
        }

        var folder = kind switch { "crisis" => "crises", "members" or "uncertainty" => kind, _ => kind + "s" };
        ConfigurationFile.Validate(Path.Combine(Checkout(), "configs", folder, $"{name}.yaml")).ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(Files))]
    public void Every_shipped_file_satisfies_its_schema(string kind, string name) =>
        new PlainSchema(ConfigurationSchema.Of(kind)).Accepts(PlainYaml.Parse(Shipped.Text(kind, name))).ShouldBeTrue();

    [Theory, MemberData(nameof(Experiments))]
    public void The_resolved_configuration_of_a_shipped_experiment_is_the_experiment_again(string name)
    {
        var plan = ExperimentReader.Read(name, []);
        plan.Arms.ShouldNotBeEmpty();
        new PlainSchema(ConfigurationSchema.Of("experiment")).Accepts(plan.Configuration).ShouldBeTrue();

        using var folder = new ConfigurationFolder();
        var path = folder.PathOf("resolved.json");
        File.WriteAllText(path, plan.Configuration.ToJsonString(new() { WriteIndented = true }));
        Same(ExperimentReader.Read(path, []), plan);
        Same(ExperimentReader.Read(JsonNode.Parse(plan.Configuration.ToJsonString())!.AsObject(), "manifest.json"), plan);
    }

    [Theory, MemberData(nameof(Experiments))]
    public void A_shipped_experiment_is_the_same_by_its_name_and_by_its_path(string name) =>
        Same(ExperimentReader.Read(Path.Combine(Checkout(), "configs", "experiments", $"{name}.yaml"), []), ExperimentReader.Read(name, []));

    [Fact]
    public void Every_shipped_crisis_says_how_hard_it_presses_and_gets_that_calendar_of_the_table()
    {
        foreach (var arm in ExperimentReader.Read("all-crises-all-rules", []).Arms)
        {
            var calendar = arm.Terms.Settings.Calendar;
            (calendar.Agenda.MedianDays, calendar.Agenda.Spread, calendar.FirstRoundDay, calendar.RoundDays, calendar.PatienceDays).ShouldBe(arm.Terms.Crisis.Pressure switch
            {
                Pressure.Acute => (7, 1.2, 7, 14, 30),
                Pressure.Pressing => (430, 1.2, 30, 30, 180),
                Pressure.Slow => (3200, 1.2, 30, 30, 360),
                _ => throw new InvalidOperationException($"{arm.Crisis} does not say how hard it presses."),
            });
        }
    }

    [Theory, MemberData(nameof(Experiments))]
    public void Every_shipped_experiment_draws_what_nobody_knows_unless_it_sweeps_it(string name)
    {
        var plan = ExperimentReader.Read(name, []);
        var ofRanges = name == "patience-and-silence"; // it shows what two mechanisms do where they do something
        var shipped = PlainYaml.Parse(Shipped.Text("uncertainty", plan.IsCampaign ? "asean-campaign" : ofRanges ? "asean-ranges" : "asean"))!;
        string[] columns = [.. shipped["scales"]?.AsArray().Select(column => column!.GetValue<string>()) ?? []]; // all of the rows are factors
        string[] names = [.. shipped["parameters"]!.AsObject().Select(pair => pair.Key), .. columns];
        plan.Uncertainty!.PerDraw.ShouldBe(1);
        (plan.Uncertainty.Posterior is null).ShouldBe(plan.IsCampaign || ofRanges);
        (plan.Uncertainty.Posterior?.Columns ?? []).ShouldBe(columns, ignoreOrder: true);
        (plan.Uncertainty.Posterior?.Rows.Length ?? 500).ShouldBe(500);
        plan.Uncertainty.Parameters.Select(parameter => parameter.Name).ShouldBe(names.Except(plan.Parameters), ignoreOrder: true);
        foreach (var arm in plan.Arms.DistinctBy(arm => arm.Terms.Uncertainty))
        {
            arm.Terms.Uncertainty!.Parameters.Select(parameter => (parameter.Name, parameter.Prior, parameter.Scales))
                .ShouldBe(plan.Uncertainty.Parameters.Select(parameter => (parameter.Name, parameter.Prior, parameter.Scales)));
        }

        ExperimentReader.Read(name, [], isCertain: true).Arms.ShouldAllBe(arm => arm.Terms.Uncertainty == null);
    }

    [Fact]
    public void Over_years_the_same_is_uncertain_and_memory_and_compliance_besides()
    {
        var single = PlainYaml.Parse(Shipped.Text("uncertainty", "asean-ranges"))!["parameters"]!.AsObject();
        var years = PlainYaml.Parse(Shipped.Text("uncertainty", "asean-campaign"))!["parameters"]!.AsObject();

        foreach (var (name, distribution) in single)
        {
            JsonNode.DeepEquals(years[name], distribution).ShouldBeTrue(name);
        }

        years.Count.ShouldBe(single.Count + 7);
        years.Select(pair => pair.Key).Except(single.Select(pair => pair.Key)).ShouldAllBe(name => name.StartsWith("campaign.", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("asean")]
    [InlineData("asean-ranges")]
    public void Every_range_that_ships_stands_under_its_reason(string name)
    {
        var lines = Shipped.Text("uncertainty", name).Split('\n');
        var ranges = Enumerable.Range(0, lines.Length).Where(line => line > Array.IndexOf(lines, "parameters:") && lines[line].Contains('{', StringComparison.Ordinal)).ToArray();
        ranges.Length.ShouldBeGreaterThan(15);
        ranges.ShouldAllBe(line => lines[line - 1].StartsWith("  # ", StringComparison.Ordinal));
    }

    [Fact]
    public void Shipped_rules_fit_the_shipped_tables_that_they_are_made_for()
    {
        foreach (var table in (string[])["asean-10", "asean-11"])
        {
            var roster = RosterReader.Read(table);
            foreach (var rule in Shipped.Files.Where(file => file.Kind == "rule" && file.Name != "eu-nice"))
            {
                RuleReader.Read(rule.Name, roster).ShouldNotBeNull();
            }
        }

        RuleReader.Read("eu-nice", RosterReader.Read("eu-27")).ShouldNotBeNull();
    }

    private static void Same(ExperimentPlan actual, ExperimentPlan expected)
    {
        actual.Fingerprint.ShouldBe(expected.Fingerprint);
        actual.Parameters.ShouldBe(expected.Parameters);
        actual.Replications.ShouldBe(expected.Replications);
        actual.Arms.Length.ShouldBe(expected.Arms.Length);

        // The arms of a crisis share one.
        foreach (var (one, other) in actual.Arms.Zip(expected.Arms).DistinctBy(pair => pair.First.Terms.Uncertainty))
        {
            one.Terms.Uncertainty!.PerDraw.ShouldBe(other.Terms.Uncertainty!.PerDraw);
            one.Terms.Uncertainty.Parameters.ShouldBe(other.Terms.Uncertainty.Parameters);
        }

        foreach (var (one, other) in actual.Arms.Zip(expected.Arms))
        {
            (one.Id, one.Index, one.Baseline, one.Terms.Seed).ShouldBe((other.Id, other.Index, other.Baseline, other.Terms.Seed));
            one.Parameters.ShouldBe(other.Parameters);
            one.Terms.Rule.ToString().ShouldBe(other.Terms.Rule.ToString());
            (one.Terms.Settings with { Text = default }).ShouldBe(other.Terms.Settings with { Text = default });
            one.Terms.Settings.Text.ShouldBe(other.Terms.Settings.Text);
            one.Terms.Roster.Members.ShouldBe(other.Terms.Roster.Members);
            one.Terms.Roster.Calendars.ShouldBe(other.Terms.Roster.Calendars);
            (one.Terms.Crisis.Pressure, one.Terms.Crisis.Agenda, one.Terms.Crisis.AtHorizon).ShouldBe((other.Terms.Crisis.Pressure, other.Terms.Crisis.Agenda, other.Terms.Crisis.AtHorizon));
            one.Terms.Roster.Affinity.ShouldBe(other.Terms.Roster.Affinity);
            one.Terms.Crisis.Issues.ShouldBe(other.Terms.Crisis.Issues);
            one.Terms.Crisis.Urgency.ShouldBe(other.Terms.Crisis.Urgency);
            foreach (var (stance, twin) in one.Terms.Crisis.Stances.Zip(other.Terms.Crisis.Stances))
            {
                stance.Position.ShouldBe(twin.Position);
                stance.Salience.ShouldBe(twin.Salience);
                stance.Exposure.ShouldBe(twin.Exposure);
                stance.RedLines.ShouldBe(twin.RedLines);
            }

            foreach (var (power, twin) in one.Terms.Crisis.ExternalPowers.Zip(other.Terms.Crisis.ExternalPowers))
            {
                (power.Name, power.Influence, power.DraftWeight).ShouldBe((twin.Name, twin.Influence, twin.DraftWeight));
                power.Position.ShouldBe(twin.Position);
                power.Affinity.ShouldBe(twin.Affinity);
            }
        }
    }

    private static string Checkout()
    {
        var folder = CallerFolder();
        while (!File.Exists(Path.Combine(folder, "VotingSim.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The tests run inside a checkout.");
        }

        return folder;
    }

    private static string CallerFolder([System.Runtime.CompilerServices.CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
