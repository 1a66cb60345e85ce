using System.Globalization;
using System.Text.Json;
using VotingSim.Analysis.Campaigns;
using VotingSim.Analysis.Documents;

namespace VotingSim.Analysis.Tests;

/// <summary>What is said of campaigns, counted again from their rows, one by one.</summary>
public class CampaignSummaryTests(RunFixture runs)
{
    [Theory]
    [InlineData("nobody", "most-people")]
    [InlineData("willing", "most-people")]
    [InlineData("nobody", "reforming", "campaign.institutions=[{ name: consensus, rule: consensus }, { name: reforming, rule: consensus, reform: { to: most-people, backlog: 1 } }]")]
    public async Task Every_measure_is_what_the_rows_say(string of, string second, string? institutions = null)
    {
        var (plan, folder) = await CampaignRuns.RunAsync(
            runs, ["replications=250", $"campaign.minilateral.of={of}", .. institutions is null ? Array.Empty<string>() : [institutions, "campaign.memory.deadlock=1", "deliberation.position-noise=40"]]);
        var summary = await CampaignSummary.ReadAsync(plan, folder);
        var (matters, years) = (await CampaignRuns.RowsAsync(folder.Runs), await CampaignRuns.RowsAsync(folder.Years));
        var worlds = plan.Arms.ToDictionary(arm => arm.Id, arm => Enumerable.Range(0, 250).Select(world => Measures(
            [.. matters.Where(row => row["arm"] == arm.Id && Number(row["replication"]) == world)],
            [.. years.Where(row => row["arm"] == arm.Id && Number(row["replication"]) == world)])).ToArray());

        summary.Arms.Select(arm => arm.Arm.Id).ShouldBe(["campaign.consensus", $"campaign.{second}"]);
        (summary.Arms[1].Measures["reformed_share"].Mean.Value > 0).ShouldBe(second == "reforming");
        foreach (var arm in summary.Arms)
        {
            arm.Measures.Keys.ShouldBe(CampaignMeasure.Names, ignoreOrder: true);
            foreach (var (name, measure) in arm.Measures)
            {
                var values = worlds[arm.Arm.Id].Select(world => world[name]).Where(value => !double.IsNaN(value)).Order().ToArray();
                ShouldBe(measure.Mean.Value, values.DefaultIfEmpty(double.NaN).Average(), 1e-9, name);
                if (values.Length > 0)
                {
                    var place = 0.5 * (values.Length - 1);
                    ShouldBe(measure.Spread.P50, (values[(int)Math.Floor(place)] + values[(int)Math.Ceiling(place)]) / 2, 1e-4, name);
                }
            }

            arm.Years.Select(year => year.Year).ShouldBe([1, 2, 3]);
            foreach (var year in arm.Years)
            {
                var own = years.Where(row => row["arm"] == arm.Arm.Id && Number(row["year"]) == year.Year).ToArray();
                foreach (var (name, mean) in year.Means)
                {
                    ShouldBe(mean, own.Select(row => Number(row[name])).Where(value => !double.IsNaN(value)).DefaultIfEmpty(double.NaN).Average(), 1e-9, name);
                }
            }

            foreach (var (member, seat) in arm.Members.Select((member, seat) => (member, seat)))
            {
                var own = matters.Where(row => row["arm"] == arm.Arm.Id && EndedWithin(row)).ToArray();
                member.Outvoted.ShouldBe(own.Count(row => row["ending"] == "vote" && row["ballots"][seat] == 'O') / 250.0, 1e-12);
                member.LeftOut.ShouldBe(own.Count(row => row["ending"] == "minilateral" && row["ballots"][seat] != 'S') / 250.0, 1e-12);
                foreach (var (year, goodwill) in member.Goodwill.Index())
                {
                    var goodwills = years.Where(row => row["arm"] == arm.Arm.Id && Number(row["year"]) == year + 1).Select(row => Number(row[$"goodwill_{member.Code}"])).Order().ToArray();
                    goodwill.Mean.Value.ShouldBe(goodwills.Average(), 1e-9);
                    goodwill.Spread.P50.ShouldBe((goodwills[124] + goodwills[125]) / 2, 1e-4);
                }
            }

            // Which way each matter went, told from its row.
            var went = matters.Where(row => row["arm"] == arm.Arm.Id).Select(row => (Row: row, Way: !EndedWithin(row) ? "open"
                : row["ending"] == "open" ? "undecided" : row["ending"] is "failed" or "minilateral" ? row["ending"]
                : row["ballots"].Contains('X', StringComparison.Ordinal) ? "opt-out" : row["ending"])).ToArray();
            arm.Matters.Select(matter => matter.Ending).ShouldBe(["consent", "vote", "opt-out", "minilateral", "failed", "undecided", "open"]);
            foreach (var matter in arm.Matters)
            {
                var own = went.Where(one => one.Way == matter.Ending).Select(one => one.Row).ToArray();
                matter.Count.ShouldBe(own.Length / 250.0, 1e-12, matter.Ending);
                ShouldBe(matter.CarriedOut, matter.Ending is "failed" or "undecided" or "open" ? double.NaN : own.Count(row => Number(row["carried_out"]) >= 0.5) / 250.0, 1e-12, matter.Ending);
            }

            foreach (var year in arm.Years)
            {
                var decided = Enumerable.Range(0, 250).Select(world => matters.Count(row => row["arm"] == arm.Arm.Id && Number(row["replication"]) == world
                    && row["ending"] is "consent" or "vote" && Number(row["opened_day"]) + Number(row["days"]) <= year.Year * 365.25)).Order().ToArray();
                year.Decided.P50.ShouldBe((decided[124] + decided[125]) / 2.0, 1e-4);
            }
        }

        var (consensus, majority) = (worlds["campaign.consensus"], worlds[$"campaign.{second}"]);
        foreach (var (name, difference) in summary.Comparisons.ShouldHaveSingleItem().Differences)
        {
            var differences = consensus.Zip(majority, (baseline, rule) => rule[name] - baseline[name]).Where(value => !double.IsNaN(value)).ToArray();
            difference.Worlds.ShouldBe(differences.Length);
            if (differences.Length > 0)
            {
                difference.Higher.Value.ShouldBe(differences.Count(value => value > 1e-9) / (double)differences.Length, 1e-12, name);
                difference.Lower.Value.ShouldBe(differences.Count(value => value < -1e-9) / (double)differences.Length, 1e-12, name);
            }
        }
    }

    // The numbers of the sentence, from the rows and without the summary.
    [Fact]
    public async Task The_sentence_of_the_answer_can_be_recomputed_from_the_rows()
    {
        var (plan, folder) = await CampaignRuns.RunAsync(runs, "replications=200");
        var summary = await CampaignSummary.ReadAsync(plan, folder);
        var (matters, years) = (await CampaignRuns.RowsAsync(folder.Runs), await CampaignRuns.RowsAsync(folder.Years));
        double[] Each(string arm, Func<IEnumerable<Dictionary<string, string>>, double> of) =>
            [.. Enumerable.Range(0, 200).Select(world => of(matters.Where(row => row["arm"] == arm && Number(row["replication"]) == world && EndedWithin(row))))];
        double[] Least(string arm) =>
            [.. years.Where(row => row["arm"] == arm && row["year"] == "3").OrderBy(row => Number(row["replication"])).Select(row => Number(row["goodwill_min"]))];
        var decided = Each("campaign.most-people", own => own.Count(row => row["decided"] == "true"))
            .Zip(Each("campaign.consensus", own => own.Count(row => row["decided"] == "true")), (rule, baseline) => rule - baseline).ToArray();
        var carriedOut = Each("campaign.most-people", own => own.Sum(row => row["carried_out"].Length == 0 ? 0 : Number(row["carried_out"])))
            .Zip(Each("campaign.consensus", own => own.Sum(row => row["carried_out"].Length == 0 ? 0 : Number(row["carried_out"]))), (rule, baseline) => rule - baseline).ToArray();
        var least = Least("campaign.most-people").Zip(Least("campaign.consensus"), (rule, baseline) => rule - baseline).ToArray();

        CampaignSentence.Of(summary.Headline!, name => name).ShouldStartWith(
            $"Over 3 years, compared with consensus, most-people decides {Amount(decided)} matters on average ({Worlds(decided)}), carries out {Amount(carriedOut)} decisions "
            + $"({Worlds(carriedOut)}), and leaves the least contented member worse off in {Share(least, value => value < -1e-9)} of worlds and better off in "
            + $"{Share(least, value => value > 1e-9)}.");

        static string Amount(double[] differences) => Math.Round(Math.Abs(differences.Average()), 1) is > 0 and var amount
            ? $"{amount.ToString("0.0", CultureInfo.InvariantCulture)} {(differences.Average() > 0 ? "more" : "fewer")}"
            : "as many";
        static string Worlds(double[] differences) =>
            $"more in {Share(differences, value => value > 1e-9)} of worlds, the same in {Share(differences, value => Math.Abs(value) <= 1e-9)}, "
            + $"fewer in {Share(differences, value => value < -1e-9)}";
        static string Share(double[] differences, Func<double, bool> isOne) =>
            (100.0 * differences.Count(isOne) / differences.Length).ToString("0", CultureInfo.InvariantCulture) + " %";
    }

    [Fact]
    public async Task Where_the_answer_turns_is_found_in_the_worlds_in_which_it_is_not_so()
    {
        var (plan, folder) = await CampaignRuns.RunAsync(runs, "replications=600");
        var comparison = (await CampaignSummary.ReadAsync(plan, folder)).Headline!;
        var (turning, difference) = (comparison.Turning!, comparison.Differences["carried_out_per_year"]);

        var most = new[] { difference.Lower.Value, difference.Same.Value, difference.Higher.Value }.Max();
        turning.CaseShare.ShouldBe(1 - most, 0.02); // but for the worlds in which no matter arose
        turning.CaseShare.ShouldBeGreaterThan(0);
        turning.Limits.ShouldAllBe(limit => limit.Parameter == "campaign.memory.outvoted" || limit.Parameter == "members.unity");
        CampaignSentence.Of(comparison, name => name).ShouldContain("What is said of decisions carried out");

        // The surface, counted again from the rows: fifths of the worlds by the one number of memory that is uncertain.
        var (rows, surface) = (await CampaignRuns.RowsAsync(folder.Runs), comparison.Surface.ShouldNotBeNull());
        surface.Parameters.Select(parameter => parameter.Name).ShouldBe(["campaign.memory.outvoted"]);
        surface.Up.ShouldBeEmpty();
        var worlds = rows.GroupBy(row => Number(row["replication"])).Select(world => (
            Outvoted: Number(world.First()["campaign.memory.outvoted"]),
            Difference: CarriedOut(world, "campaign.most-people") - CarriedOut(world, "campaign.consensus"))).ToArray();
        for (var bin = 0; bin < 5; bin++)
        {
            var (from, to) = (surface.Across[bin], surface.Across[bin + 1]);
            var own = worlds.Where(world => world.Outvoted >= from && (world.Outvoted < to || bin == 4)).ToArray();
            surface.Worlds[0][bin].ShouldBe(own.Length);
            Math.Abs(own.Length - (worlds.Length / 5)).ShouldBeLessThanOrEqualTo(2);
            surface.Fewer[0][bin].ShouldBe(own.Count(world => world.Difference < -1e-9) / (double)own.Length, 1e-12);
        }

        static double CarriedOut(IEnumerable<Dictionary<string, string>> world, string arm) =>
            world.Where(row => row["arm"] == arm && EndedWithin(row) && row["carried_out"].Length > 0).Sum(row => Number(row["carried_out"]));
    }

    [Fact]
    public async Task Memory_off_leaves_everybody_content_and_certain_compliance_carries_everything_out()
    {
        var (plan, folder) = await CampaignRuns.RunAsync(
            runs, "replications=50", "campaign.memory={ consent: 0, deadlock: 0, outvoted: 0 }", "campaign.compliance.always=true", "uncertainty={ parameters: { members.unity: { uniform: [0, 0.3] } } }");
        foreach (var arm in (await CampaignSummary.ReadAsync(plan, folder)).Arms)
        {
            (arm.Measures["goodwill_min"].Mean.Value, arm.Measures["goodwill_mean"].Mean.Value).ShouldBe((0, 0));
            arm.Measures["carried_out"].Mean.Value.ShouldBe(1);
            arm.Measures["centrality"].Mean.Value.ShouldBe(1);
        }
    }

    [Fact]
    public async Task A_written_summary_has_the_fields_of_its_contract()
    {
        var (plan, folder) = await CampaignRuns.RunAsync(runs, "replications=30");
        await CampaignFiles.CommitAsync(plan, await CampaignSummary.ReadAsync(plan, folder), folder);
        using var json = JsonDocument.Parse(await File.ReadAllTextAsync(folder.Summary));

        json.RootElement.EnumerateObject().Select(field => field.Name).ShouldBe(["experiment", "fingerprint", "years", "headline", "arms", "comparisons"]);
        json.RootElement.GetProperty("headline").GetString()!.ShouldStartWith("Over 3 years, compared with consensus, most-people decides ");
        json.RootElement.GetProperty("arms")[1].GetProperty("measures").EnumerateObject().Select(field => field.Name).ShouldBe(CampaignMeasure.Names, ignoreOrder: true);
        json.RootElement.GetProperty("arms")[1].GetProperty("by_year").GetArrayLength().ShouldBe(3);
        json.RootElement.GetProperty("comparisons")[0].GetProperty("differences").GetProperty("centrality").GetProperty("worlds").GetInt64().ShouldBeGreaterThan(0);
    }

    private static Dictionary<string, double> Measures(Dictionary<string, string>[] matters, Dictionary<string, string>[] years)
    {
        var ended = matters.Where(EndedWithin).ToArray();
        var texts = ended.Where(row => row["ending"] is "consent" or "vote" or "minilateral").ToArray();
        var whole = texts.Where(row => row["ending"] != "minilateral").ToArray();
        var sessions = ended.Where(row => row["agreement_index"].Length > 0).ToArray();
        int[] times = [.. Enumerable.Range(0, 3).Select(seat => texts.Count(row => row["ending"] == "vote" && row["ballots"][seat] == 'O'))];
        var acute = matters.Where(row => row["stream"] == "2").ToArray();
        var effect = texts.Sum(row => Number(row["effect"]));
        return new()
        {
            ["arisen"] = matters.Length,
            ["decided_per_year"] = whole.Length / 3.0,
            ["consent_per_year"] = texts.Count(row => row["ending"] == "consent") / 3.0,
            ["vote_per_year"] = texts.Count(row => row["ending"] == "vote") / 3.0,
            ["minilateral_per_year"] = texts.Count(row => row["ending"] == "minilateral") / 3.0,
            ["open_at_end"] = matters.Length - ended.Length,
            ["mean_days"] = Mean(whole, "days"),
            ["carried_out"] = Mean(texts, "carried_out"),
            ["carried_out_per_year"] = texts.Sum(row => Number(row["carried_out"])) / 3,
            ["effect_per_year"] = effect / 3,
            ["centrality"] = effect == 0 ? double.NaN : whole.Sum(row => Number(row["effect"])) / effect,
            ["outvoted_per_year"] = times.Sum() / 3.0,
            ["outvoted_gini"] = times.Sum() == 0 ? 0 : times.Sum(one => times.Sum(other => Math.Abs(one - other))) / (2.0 * 3 * times.Sum()),
            ["agreement_index"] = Mean(sessions, "agreement_index"),
            ["positional_cohesion"] = Mean(ended, "positional_cohesion"),
            ["resilience_share"] = acute.Length == 0 ? double.NaN : acute.Count(Withstood) / (double)acute.Length,
            ["resilience_days"] = acute.Length == 0 ? double.NaN : acute.Average(row => Withstood(row) ? Number(row["days"]) : 300),
            ["reformed_share"] = matters.Length == 0 ? double.NaN : matters.Count(row => row["rule"] == "reforming" && row["rule_in_force"] != "consensus") / (double)matters.Length,
            ["goodwill_mean"] = Number(years[^1]["goodwill_mean"]),
            ["goodwill_min"] = Number(years[^1]["goodwill_min"]),
        };
    }

    // Two of three members and more carry the decision out.
    private static bool Withstood(Dictionary<string, string> matter) =>
        matter["decided"] == "true" && EndedWithin(matter) && Math.Round(3 * Number(matter["carried_out"])) >= 2;

    private static bool EndedWithin(Dictionary<string, string> matter) => Number(matter["opened_day"]) + Number(matter["days"]) <= 3 * 365.25;

    private static double Mean(Dictionary<string, string>[] rows, string column) => rows.Length == 0 ? double.NaN : rows.Average(row => Number(row[column]));

    private static double Number(string text) => text.Length == 0 ? double.NaN : double.Parse(text, CultureInfo.InvariantCulture);

    private static void ShouldBe(double actual, double expected, double tolerance, string because)
    {
        if (double.IsNaN(expected))
        {
            actual.ShouldBe(double.NaN, because);
        }
        else
        {
            actual.ShouldBe(expected, tolerance, because);
        }
    }
}
