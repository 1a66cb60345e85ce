using VotingSim.Experiments.Plan;
using VotingSim.Experiments.Running;
using VotingSim.Experiments.Store;
using VotingSim.Grains;

namespace VotingSim.Experiments.Tests.Running;

/// <summary>Campaigns from their file to their rows.</summary>
public sealed class CampaignRunTests(RunFixture runs) : IDisposable
{
    private const string Campaign = """
        deliberation: { horizon-days: 200, patience-days: 30 }
        campaign:
          years: 2
          matters: [{ crisis: small-crisis, per-year: 1 }, { crisis: small-crisis, on-day: [30, 100] }]
          minilateral: { of: nobody, after-days: 20, at-least: { count: 2 } }
        uncertainty: { parameters: { campaign.memory.outvoted: { uniform: [0, 0.3] }, campaign.compliance.noise: { scale: { uniform: [0, 2] } } } }
        """;

    private readonly ConfigurationFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Rows_and_years_are_the_same_bytes_for_any_cohort_size_and_parallelism()
    {
        var plan = Read("replications=300");
        var expected = Bytes(await runs.RunAsync(plan, new() { CohortSize = 4096, Parallelism = 1 }));

        expected.Select(file => file.Name).ShouldBe(
        [
            "runs/00000-campaign.consensus-00000.parquet", "runs/00001-campaign.most-people-00000.parquet",
            "years/00000-campaign.consensus-00000.parquet", "years/00001-campaign.most-people-00000.parquet",
        ]);
        foreach (var (size, parallelism) in new[] { (1, 2), (37, 2), (300, 3) })
        {
            Bytes(await runs.RunAsync(plan, new() { CohortSize = size, Parallelism = parallelism })).ShouldBe(expected);
        }
    }

    [Fact]
    public async Task Rows_and_years_are_the_same_bytes_after_an_interruption_and_a_resumption_with_another_cohort_size()
    {
        var plan = Read($"replications={(2 * RunPart.Campaigns) + 100}");
        var expected = Bytes(await runs.RunAsync(plan, new() { CohortSize = 2048 }));
        expected.Count.ShouldBe(12);

        var folder = runs.NewFolder();
        using (var held = folder.Lock())
        using (var stop = new CancellationTokenSource())
        {
            var progress = new StopAt(plan.Replications, stop);
            await Should.ThrowAsync<OperationCanceledException>(
                () => new ExperimentRunner(new TablesHere(runs.Grains)).RunAsync(plan, folder, new() { CohortSize = 500 }, null, progress, stop.Token));
        }

        Bytes(folder).Count.ShouldBeInRange(1, expected.Count - 1);
        await runs.RunAsync(plan, new() { CohortSize = 999, Parallelism = 1 }, folder);

        Bytes(folder).ShouldBe(expected);
    }

    [Fact]
    public async Task A_file_of_years_that_is_gone_or_damaged_is_found_and_made_again()
    {
        var plan = Read("replications=50");
        var folder = await runs.RunAsync(plan, new());
        var expected = Bytes(folder);
        var years = Directory.EnumerateFiles(folder.Years).Order(StringComparer.Ordinal).ToArray();
        File.Delete(years[0]);
        var damaged = await File.ReadAllBytesAsync(years[1]);
        damaged[damaged.Length / 2] ^= 1;
        await File.WriteAllBytesAsync(years[1], damaged);

        var layout = RunLayout.Of(plan);
        (await RowsCheck.FindDamageAsync(plan, folder, layout.Parts, CancellationToken.None)).Count.ShouldBe(2);
        var again = new ResultsFolder(folder.Path);
        (await again.VerifyAsync(plan, CancellationToken.None)).Count.ShouldBe(2);
        Bytes(await runs.RunAsync(plan, new(), again)).ShouldBe(expected);
    }

    [Fact]
    public async Task Rows_read_back_as_what_the_campaigns_held_matter_by_matter()
    {
        var plan = Read("replications=60");
        var folder = await runs.RunAsync(plan, new() { CohortSize = 17 });
        foreach (var arm in plan.Arms)
        {
            var result = (await runs.Grains.GetGrain<IChairGrain>($"rows-{arm.Id}").HoldCampaignsAsync(new(arm.Id, arm.Campaign!, new(0, 60)))).Result;
            await using var rows = await ParquetRows.OpenAsync(folder.RowsOf(RunLayout.Of(plan).PlaceOf(arm, 0).Part));
            var (replications, numbers) = (await rows.NumbersAsync("replication"), await rows.NumbersAsync("matter"));
            var held = result.Matters.SelectMany(matter => matter.Slots.Select((slot, row) => (Matter: matter, Slot: slot, Row: row)))
                .OrderBy(one => one.Slot).ThenBy(one => one.Matter.Number).ToArray();

            replications.ShouldBe(held.Select(one => (double)one.Slot));
            numbers.ShouldBe(held.Select(one => (double)one.Matter.Number));
            (await rows.NumbersAsync("stream")).ShouldBe(held.Select(one => (double)one.Matter.Stream));
            (await rows.NumbersAsync("opened_day")).ShouldBe(held.Select(one => one.Matter.OpenedDay[one.Row]));
            (await rows.NumbersAsync("days")).ShouldBe(held.Select(one => one.Matter.Result.Days[one.Row]));
            (await rows.NumbersAsync("outcome_budget")).ShouldBe(held.Select(one => one.Matter.Result.Outcome[0][one.Row]));
            (await rows.NumbersAsync("effect")).ShouldBe(held.Select(one => one.Matter.Effect[one.Row]));
            (await rows.NumbersAsync("goodwill_min")).ShouldBe(held.Select(one => one.Matter.GoodwillMinimum[one.Row]));
            (await rows.NumbersAsync("campaign.memory.outvoted")).ShouldBe(held.Select(one => one.Matter.Result.Parameters[0][one.Row]));
            (await rows.TextsAsync("ending")).ShouldBe(held.Select(one => one.Matter.Result.Endings[one.Row].ToString().ToLowerInvariant()));
            (await rows.TextsAsync("crisis")).ShouldAllBe(crisis => crisis == "small-crisis");
            (await rows.TextsAsync("arm")).ShouldAllBe(name => name == arm.Id);
        }
    }

    // Counted again from the rows of matters, one by one.
    [Theory]
    [InlineData("nobody", "open")]
    [InlineData("willing", "minilateral")]
    public async Task Years_are_what_their_matters_add_up_to(string of, string ending)
    {
        var plan = Read("replications=200", $"campaign.minilateral.of={of}");
        var folder = await runs.RunAsync(plan, new());
        var seen = new HashSet<string>();
        foreach (var arm in plan.Arms)
        {
            var part = RunLayout.Of(plan).PlaceOf(arm, 0).Part;
            await using var matters = await ParquetRows.OpenAsync(folder.RowsOf(part));
            await using var years = await ParquetRows.OpenAsync(Path.Combine(folder.Years, part.FileName));
            var (replication, opened, days, effect, carried) = (await matters.NumbersAsync("replication"), await matters.NumbersAsync("opened_day"),
                await matters.NumbersAsync("days"), await matters.NumbersAsync("effect"), await matters.NumbersAsync("carried_out"));
            var (endings, outvoted) = (await matters.TextsAsync("ending"), await matters.NumbersAsync("outvoted"));
            seen.UnionWith(endings);
            years.Rows.ShouldBe(400);
            var columns = new Dictionary<string, double[]>();
            foreach (var name in new[] { "replication", "year", "arisen", "consent", "vote", "minilateral", "undecided", "open", "outvoted", "effect", "carried_out" })
            {
                columns[name] = await years.NumbersAsync(name);
            }

            for (var row = 0; row < years.Rows; row++)
            {
                var (from, to) = (365.25 * (columns["year"][row] - 1), 365.25 * columns["year"][row]);
                var own = Enumerable.Range(0, matters.Rows).Where(matter => replication[matter] == columns["replication"][row]).ToArray();
                var ended = own.Where(matter => opened[matter] + days[matter] > from && opened[matter] + days[matter] <= to).ToArray();

                columns["arisen"][row].ShouldBe(own.Count(matter => opened[matter] > from && opened[matter] <= to));
                columns["open"][row].ShouldBe(own.Count(matter => opened[matter] <= to && opened[matter] + days[matter] > to));
                columns["consent"][row].ShouldBe(ended.Count(matter => endings[matter] == "consent"));
                columns["vote"][row].ShouldBe(ended.Count(matter => endings[matter] == "vote"));
                columns["minilateral"][row].ShouldBe(ended.Count(matter => endings[matter] == "minilateral"));
                columns["undecided"][row].ShouldBe(ended.Count(matter => endings[matter] is "open" or "failed"));
                columns["outvoted"][row].ShouldBe(ended.Sum(matter => outvoted[matter]));
                columns["effect"][row].ShouldBe(ended.Sum(matter => effect[matter]), 1e-9);
                var texts = ended.Where(matter => !double.IsNaN(carried[matter])).ToArray();
                double.IsNaN(columns["carried_out"][row]).ShouldBe(texts.Length == 0);
                if (texts.Length > 0)
                {
                    columns["carried_out"][row].ShouldBe(texts.Average(matter => carried[matter]), 1e-12);
                }
            }
        }

        seen.ShouldBe(["consent", "vote", ending], ignoreOrder: true);
    }

    [Fact]
    public void The_three_questions_of_a_reviewer_are_each_one_setting()
    {
        var plan = Read("replications=5");
        plan.Arms[0].Campaign!.Streams[0].Terms.WayAround.ShouldBeNull();

        var nobodyMinds = Read("campaign.memory.consent=0").Arms[0].Campaign!;
        nobodyMinds.Conduct.Memory.Consent.ShouldBe(0);
        var always = Read("campaign.compliance.always=true").Arms[0].Campaign!;
        always.Conduct.Compliance.IsCertain.ShouldBeTrue();
        var ahead = Read("campaign.minilateral.of=willing").Arms[0].Campaign!;
        (ahead.Streams[0].Terms.WayAround!.AfterDays, ahead.Streams[1].Terms.WayAround!.AtLeast).ShouldBe((20, 2));
    }

    [Fact]
    public void A_campaign_can_be_swept_and_its_resolved_configuration_is_the_campaign_again()
    {
        _folder.Write("experiment.yaml", $"{ConfigurationFolder.Experiment}\n{Campaign[..Campaign.IndexOf("uncertainty", StringComparison.Ordinal)]}"
            + "sweep: { grid: { campaign.memory.outvoted: [0, 0.2], campaign.minilateral.of: [nobody, willing] } }");
        var plan = _folder.Read();

        plan.Arms.Select(arm => arm.Id).ShouldBe(
            Enumerable.Range(0, 4).SelectMany(point => new[] { $"campaign.consensus.p{point}", $"campaign.most-people.p{point}" }));
        plan.Arms.Select(arm => arm.Campaign!.Conduct.Memory.Outvoted).ShouldBe([0, 0, 0, 0, 0.2, 0.2, 0.2, 0.2]);
        plan.Arms.Select(arm => arm.Campaign!.Streams[0].Terms.WayAround is not null).ShouldBe([false, false, true, true, false, false, true, true]);

        var again = ExperimentReader.Read(plan.Configuration, "manifest.json");
        again.Fingerprint.ShouldBe(plan.Fingerprint);
        again.Arms.Select(arm => arm.Campaign!.Conduct).ShouldBe(plan.Arms.Select(arm => arm.Campaign!.Conduct));
    }

    [Fact]
    public void Institutions_are_arms_with_their_own_rules_by_category_and_their_own_ways_around()
    {
        var plan = Read("campaign.institutions=[{ name: consensus, rule: consensus }, { name: by the many, rule: most-people, minilateral: { after-days: 7 } }, "
            + "{ name: mixed, title: Both, rule: consensus, categories: { economic: most-people } }]", "campaign.minilateral.of=willing");

        plan.Arms.Select(arm => arm.Id).ShouldBe(["campaign.consensus", $"campaign.{Configuration.NameId.Of("by the many")}", "campaign.mixed"]);
        plan.Arms.Select(arm => arm.Rule).ShouldBe(["consensus", "by the many", "mixed"]);
        plan.Arms.ShouldAllBe(arm => arm.Baseline == 0);
        plan.Arms.Select(arm => arm.Campaign!.Streams[0].Terms.Rule.GetType().Name).ShouldBe(["Consensus", "Criterion", "Criterion"]);
        plan.Arms.Select(arm => arm.Campaign!.Streams[0].Terms.WayAround!.AfterDays).ShouldBe([20, 7, 20]);
        ExperimentReader.Read(plan.Configuration, "manifest.json").Fingerprint.ShouldBe(plan.Fingerprint);
    }

    [Fact]
    public async Task An_institution_for_each_rule_gives_the_rows_and_years_of_the_rules()
    {
        var rules = await runs.RunAsync(Read("replications=40"), new());
        var institutions = await runs.RunAsync(
            Read("replications=40", "campaign.institutions=[{ name: consensus, rule: consensus }, { name: most-people, rule: most-people }]"), new());

        Bytes(institutions).ShouldBe(Bytes(rules));
    }

    [Fact]
    public async Task Matters_of_a_category_are_decided_by_its_rule_and_the_rows_say_so()
    {
        _folder.Write("other.yaml", ConfigurationFolder.Crisis.Replace("small-crisis", "other-crisis", StringComparison.Ordinal).Replace("economic", "security", StringComparison.Ordinal));
        var plan = Read("replications=40", "crises=[crisis.yaml, other.yaml]", "campaign.matters=[{ crisis: small-crisis, per-year: 1 }, { crisis: other-crisis, per-year: 1 }]",
            "campaign.institutions=[{ name: consensus, rule: consensus }, { name: most-people, rule: most-people }, { name: mixed, rule: consensus, categories: { economic: most-people } }]",
            "campaign.memory={ outvoted: 0, consent: 0, deadlock: 0, left-out: 0 }", "uncertainty={ parameters: { members.unity: { uniform: [0, 0.2] } } }");
        var folder = await runs.RunAsync(plan, new());
        string[] columns = ["crisis", "rule_in_force", "ending", "days", "ballots"];
        var rows = new Dictionary<string, string[]>();
        foreach (var arm in plan.Arms)
        {
            await using var file = await ParquetRows.OpenAsync(folder.RowsOf(folder.LayoutOf(plan).PlaceOf(arm, 0).Part));
            var texts = await Task.WhenAll(columns.Select(async column => await file.TextsAsync(column)));
            rows[arm.Rule] = [.. Enumerable.Range(0, file.Rows).Select(row => string.Join(' ', texts.Select(column => column[row])))];
        }

        // Without memory a matter does not know what befell the others.
        rows["mixed"].Length.ShouldBeGreaterThan(80);
        foreach (var (mixed, consensus, many) in rows["mixed"].Zip(rows["consensus"], rows["most-people"]))
        {
            mixed.ShouldBe(mixed.StartsWith("small-crisis", StringComparison.Ordinal) ? many : consensus);
        }

        rows["mixed"].Select(row => string.Join(' ', row.Split(' ')[..2])).Distinct().ShouldBe(["small-crisis most-people", "other-crisis consensus"], ignoreOrder: true);
    }

    [Fact]
    public void A_reform_reaches_the_categories_that_it_names_and_what_is_wrong_with_one_is_said_at_once()
    {
        _folder.Write("other.yaml", ConfigurationFolder.Crisis.Replace("small-crisis", "other-crisis", StringComparison.Ordinal).Replace("economic", "security", StringComparison.Ordinal));
        string[] both = ["crises=[crisis.yaml, other.yaml]", "campaign.matters=[{ crisis: small-crisis, per-year: 1 }, { crisis: other-crisis, per-year: 1 }]"];
        string Institution(string reform) => $"campaign.institutions=[{{ name: reforming, rule: consensus, reform: {{ {reform} }} }}]";

        var plan = Read([.. both, Institution("to: most-people, backlog: 2, on-day: [100, 300], sunset-years: 1.5, categories: [security]")]);
        var campaign = plan.Arms.Single().Campaign!;
        campaign.Streams.Select(stream => stream.Reformed?.Rule.GetType().Name).ShouldBe([null, "Criterion"]);
        (campaign.Reform!.By.GetType().Name, campaign.Reform.Backlog, campaign.Reform.SunsetYears).ShouldBe(("Consensus", 2, 1.5));
        campaign.Reform.Days.ShouldBe([100, 300]);
        new RunSchema(plan).Columns.Select(column => column.Name).ShouldContain("rule_in_force");
        ExperimentReader.Read(plan.Configuration, "manifest.json").Fingerprint.ShouldBe(plan.Fingerprint);

        var wrong = Should.Throw<Configuration.ConfigurationException>(
            () => Read([.. both, Institution("to: most-peopel, on-day: [300, 100], categories: [securty]")])).Message;
        wrong.ShouldContain("did you mean 'most-people'?");
        wrong.ShouldContain("day 100 comes after day 300; expected days in ascending order");
        wrong.ShouldContain("did you mean 'security'?");
        Should.Throw<Configuration.ConfigurationException>(() => Read([.. both, Institution("to: consensus")])).Message
            .ShouldSatisfyAllConditions(
                message => message.ShouldContain("'consensus' is the rule that the institution has; expected another one"),
                message => message.ShouldContain("nothing says when the members decide on the reform; expected on-day, backlog, or both"));
    }

    [Fact]
    public void A_sponsor_is_called_by_name_or_code_can_be_swept_and_is_absent_where_it_does_not_speak()
    {
        _folder.Write("other.yaml", ConfigurationFolder.Crisis.Replace("small-crisis", "other-crisis", StringComparison.Ordinal)
            + "\nexternal-powers: [{ code: USA, name: United States, position: [5] }, { code: CHN, name: China, position: [95] }]");
        string[] both = ["crises=[crisis.yaml, other.yaml]", "campaign.matters=[{ crisis: small-crisis, per-year: 1 }, { crisis: other-crisis, per-year: 1 }]"];
        foreach (var power in new[] { "China", "CHN" })
        {
            var plan = Read([.. both, $"campaign.minilateral={{ sponsor: {{ power: {power}, weight: 0.5 }} }}", "sweep={ grid: { campaign.minilateral.sponsor.weight: [0, 1] } }"]);
            plan.Arms.Select(arm => arm.Campaign!.Streams[1].Terms.WayAround!.Sponsor!.Weight).ShouldBe([0, 0, 1, 1]);
            plan.Arms[0].Campaign!.Streams[1].Terms.WayAround!.Sponsor!.Power.ShouldBe(1);
            plan.Arms[0].Campaign!.Streams[0].Terms.WayAround!.Sponsor.ShouldBeNull();
            new RunSchema(plan).Columns[^1].Name.ShouldBe("driven");
        }

        Should.Throw<Configuration.ConfigurationException>(() => Read([.. both, "campaign.minilateral={ sponsor: { power: Chine, weight: 0.5 } }"]))
            .Message.ShouldContain("no crisis of this experiment has an external power 'Chine'; did you mean 'China'?");
        var uncertain = Read([.. both, "campaign.minilateral={ sponsor: { power: CHN, weight: 0.5 } }", "uncertainty={ parameters: { campaign.minilateral.sponsor.weight: { uniform: [0, 1] } } }"]);
        uncertain.Uncertainty!.Parameters.ShouldHaveSingleItem().Parameter.ShouldBe(Worlds.WorldParameter.SponsorWeight);
        new RunSchema(Read()).Columns.Select(column => column.Name).ShouldNotContain("driven");
        new RunSchema(Read()).Columns.Select(column => column.Name).ShouldNotContain("rule_in_force");
    }

    private static IReadOnlyList<(string Name, string Hash)> Bytes(ResultsFolder folder) =>
    [
        .. new[] { folder.Runs, folder.Years }.Where(Directory.Exists).SelectMany(Directory.EnumerateFiles).Order(StringComparer.Ordinal).Select(file =>
            ($"{Path.GetFileName(Path.GetDirectoryName(file))}/{Path.GetFileName(file)}",
                Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(file))))),
    ];

    private ExperimentPlan Read(params string[] settings)
    {
        _folder.Write("experiment.yaml", $"{ConfigurationFolder.Experiment}\n{Campaign}");
        return _folder.Read(settings);
    }
}
