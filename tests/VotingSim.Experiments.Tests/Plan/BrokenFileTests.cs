using System.Text;
using VotingSim.Experiments.Plan;

namespace VotingSim.Experiments.Tests.Plan;

/// <summary>Broken files, each with the place and the remedy that the message must name.</summary>
public sealed class BrokenFileTests : IDisposable
{
    private readonly ConfigurationFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_sound_experiment_that_the_others_break_has_no_problem() => _folder.Problems().ShouldBeEmpty();

    [Theory]
    [InlineData("deliberation: { ballot-nois: 0.1 }", "experiment.yaml:7:17: deliberation.ballot-nois: unknown key; did you mean 'ballot-noise'?")]
    [InlineData("delibration: { }", "experiment.yaml:7:1: delibration: unknown key; did you mean 'deliberation'?")]
    [InlineData("deliberation: [1]", "experiment.yaml:7:15: deliberation: this is a list; expected a map")]
    [InlineData("deliberation: { round-days: two weeks }", "experiment.yaml:7:29: deliberation.round-days: this is the text 'two weeks'; expected a number above 0, up to 1000000")]
    [InlineData("deliberation: { round-days: 0 }", "experiment.yaml:7:29: deliberation.round-days: this is 0; expected a number above 0, up to 1000000")]
    [InlineData("deliberation: { ballot-noise: .nan }", "experiment.yaml:7:31: deliberation.ballot-noise: .nan is not a finite number; expected a number from 0 to 1000")]
    [InlineData("deliberation: { ballot-noise: 1e999 }", "experiment.yaml:7:31: deliberation.ballot-noise: this is 1e999; expected a number from 0 to 1000")]
    [InlineData("deliberation: { ballot-noise: }", "experiment.yaml:7:31: deliberation.ballot-noise: nothing is given; expected a number from 0 to 1000")]
    [InlineData("deliberation: { drafting: compromize }", "experiment.yaml:7:27: deliberation.drafting: this is the text 'compromize'; expected one of coalition, compromise, median, fixed; did you mean 'compromise'?")]
    [InlineData("deliberation: { drafting: fixed }", "experiment.yaml:7:27: deliberation.drafting: a fixed draft needs a text; expected text: with a value from 0 to 100 per issue, e.g. text: [50]")]
    [InlineData("deliberation: { drafting: fixed, text: [5, 5] }", "experiment.yaml:7:40: deliberation.text: the text has 2 values, but crisis small-crisis has 1 issues; expected a value per issue")]
    [InlineData("deliberation: { chair-bias: 0.5 }", "experiment.yaml:7:29: deliberation.chair-bias: a chair bias above 0 needs a chair; expected chair: with the code of a member, e.g. chair: AAA")]
    [InlineData("deliberation: { chair: AAB }", "experiment.yaml:7:24: deliberation.chair: no member has the code 'AAB'; did you mean 'AAA'?")]
    [InlineData("deliberation: { round-days: 0.001, horizon-days: 10000 }", "experiment.yaml:7:29: deliberation.round-days: a horizon of 10000 days with a session every 0.001 days has more than 100000 rounds; expected fewer sessions or a nearer horizon")]
    [InlineData("\"\\e[31mred\": 1", "experiment.yaml:7:1: ?[31mred: unknown key; expected one of experiment, seed, replications, members, crises, rules, deliberation, urgency, uncertainty, campaign, sweep")]
    [InlineData("deliberation: { round-day: 7 }", "experiment.yaml:7:17: deliberation.round-day: unknown key; did you mean 'round-days'?")]
    [InlineData("deliberation: { first-round-day: 0 }", "experiment.yaml:7:34: deliberation.first-round-day: this is 0; expected a number above 0, up to 1000000")]
    [InlineData("deliberation: { patience-days: -1 }", "experiment.yaml:7:32: deliberation.patience-days: this is -1; expected a number from 0 to 1000000")]
    [InlineData("deliberation: { agenda: { median-day: 7 } }", "experiment.yaml:7:27: deliberation.agenda.median-day: unknown key; did you mean 'median-days'?")]
    [InlineData("deliberation: { agenda: { spread: -1 } }", "experiment.yaml:7:35: deliberation.agenda.spread: this is -1; expected a number from 0 to 100")]
    [InlineData("deliberation: { agenda: 7 }", "experiment.yaml:7:25: deliberation.agenda: this is 7; expected a map")]
    [InlineData("deliberation: { draft-weights: equall }", "experiment.yaml:7:32: deliberation.draft-weights: this is the text 'equall'; expected one of equal, salience, influence, both; did you mean 'equal'?")]
    [InlineData("deliberation: { salience-noise: -1 }", "experiment.yaml:7:33: deliberation.salience-noise: this is -1; expected a number from 0 to 1000")]
    [InlineData("deliberation: { disposition-days: -1 }", "experiment.yaml:7:35: deliberation.disposition-days: this is -1; expected a number from 0 to 1000000")]
    [InlineData("deliberation: { consultation-rate: -1 }", "experiment.yaml:7:36: deliberation.consultation-rate: this is -1; expected a number from 0 to 1000")]
    [InlineData("deliberation: { foresight-days: -1 }", "experiment.yaml:7:33: deliberation.foresight-days: this is -1; expected a number from 0 to 1000000")]
    [InlineData("deliberation: { heaviest-voice: 0.5 }", "experiment.yaml:7:33: deliberation.heaviest-voice: this is 0.5; expected a number from 1 to 1000000")]
    [InlineData("urgency: { ceiling: 0 }", "experiment.yaml:7:21: urgency.ceiling: this is 0; expected a number above 0, up to 1000000000")]
    [InlineData("urgency: { growht: 1 }", "experiment.yaml:7:12: urgency.growht: unknown key; did you mean 'growth'?")]
    [InlineData("sweep: { grid: { deliberation.ballot-nois: [1] } }", "experiment.yaml:7:18: sweep.grid.deliberation.ballot-nois: this cannot be swept; did you mean 'deliberation.ballot-noise'?")]
    [InlineData("sweep: { grid: { members.AAB.unity: [1] } }", "experiment.yaml:7:18: sweep.grid.members.AAB.unity: this cannot be swept; did you mean 'members.AAA.unity'?")]
    [InlineData("sweep: { grid: { members.unity: [0.5, 2] } }", "experiment.yaml:7:39: sweep.grid.members.unity[1]: this is 2; expected a number from 0 to 1")]
    [InlineData("sweep: { grid: { members.unity: [] } }", "experiment.yaml:7:33: sweep.grid.members.unity: this list has 0 entries; expected 1 to 100000 entries")]
    [InlineData("sweep: { paired: { members.unity: [0, 1], members.holdout: [0] } }", "experiment.yaml:7:60: sweep.paired.members.holdout: 1 values, but members.unity has 2; expected the same number for all parameters that are paired")]
    [InlineData("sweep: { grid: { urgency.growth: [1] }, paired: { urgency.growth: [1] } }", "experiment.yaml:7:41: sweep.paired: grid and paired are given together; expected exactly one of grid, paired, latin-hypercube, sobol, saltelli, morris")]
    [InlineData("sweep: { sobol: { samples: 4, parameters: { urgency.growth: [1, 0] } } }", "experiment.yaml:7:61: sweep.sobol.parameters.urgency.growth: the range is empty; expected [low, high]")]
    [InlineData("sweep: { latin-hypercube: { parameters: { urgency.growth: [0, 1] } } }", "experiment.yaml:7:27: sweep.latin-hypercube.samples: missing; expected a whole number from 1 to 100000")]
    [InlineData("sweep: { latin-hypercube: { samples: 4, parameters: { deliberation.drafting: [0, 1] } } }", "experiment.yaml:7:78: sweep.latin-hypercube.parameters.deliberation.drafting: a word has no range; expected it in a grid or paired")]
    [InlineData("sweep: { saltelli: { samples: 4, parameters: { urgency.growth: [1, 0] } } }", "experiment.yaml:7:64: sweep.saltelli.parameters.urgency.growth: the range is empty; expected [low, high]")]
    [InlineData("sweep: { saltelli: { samples: 50000, parameters: { urgency.growth: [0, 1] } } }", "experiment.yaml:7:20: sweep.saltelli: 150000 design points; expected at most 100000")]
    [InlineData("sweep: { saltelli: { samples: 4, parameters: { deliberation.drafting: [0, 1] } } }", "experiment.yaml:7:71: sweep.saltelli.parameters.deliberation.drafting: a word has no range; expected it in a grid or paired")]
    [InlineData("sweep: { saltelli: { sample: 4, parameters: { urgency.growth: [0, 1] } } }", "experiment.yaml:7:22: sweep.saltelli.sample: unknown key; did you mean 'samples'?")]
    [InlineData("sweep: { morris: { trajectories: 4, levels: 5, parameters: { urgency.growth: [0, 1] } } }", "experiment.yaml:7:45: sweep.morris.levels: this is 5; expected an even number, so that every level is as likely as the others")]
    [InlineData("sweep: { morris: { trajectories: 0, parameters: { urgency.growth: [0, 1] } } }", "experiment.yaml:7:34: sweep.morris.trajectories: this is 0; expected a whole number from 1 to 100000")]
    [InlineData("sweep: { morris: { trajectories: 4, parameters: { urgency.growht: [0, 1] } } }", "experiment.yaml:7:51: sweep.morris.parameters.urgency.growht: this cannot be swept; did you mean 'urgency.growth'?")]
    [InlineData("sweep: { morris: { trajectories: 4, parameters: { members.unity: [0, 2] } } }", "experiment.yaml:7:70: sweep.morris.parameters.members.unity[1]: this is 2; expected a number from 0 to 1")]
    [InlineData("sweep: { morris: { trajectories: 4, parameters: { } } }", "experiment.yaml:7:49: sweep.morris.parameters: no parameter is given; expected at least one")]
    [InlineData("sweep: { grid: { deliberation.chair-bias: [0, 1] } }", "experiment.yaml:7:43: sweep.grid.deliberation.chair-bias: a chair bias above 0 needs a chair; expected chair: with the code of a member, e.g. chair: AAA")]
    [InlineData("campaign: { matters: [{ crisis: small-crisis, per-year: 1 }] }", "experiment.yaml:7:11: campaign.years: missing; expected a whole number from 1 to 100")]
    [InlineData("campaign: { years: 10, matters: [{ crisis: smal-crisis, per-year: 1 }] }", "experiment.yaml:7:44: campaign.matters[0].crisis: no crisis of this experiment is named 'smal-crisis'; did you mean 'small-crisis'?")]
    [InlineData("campaign: { years: 10, matters: [{ crisis: small-crisis, per-year: -1 }] }", "experiment.yaml:7:68: campaign.matters[0].per-year: this is -1; expected a number from 0 to 1000")]
    [InlineData("campaign: { years: 10, matters: [{ crisis: small-crisis }] }", "experiment.yaml:7:34: campaign.matters[0]: expected exactly one of the keys per-year, on-day")]
    [InlineData("campaign: { years: 1, matters: [{ crisis: small-crisis, on-day: [5, 5, 400] }] }", "experiment.yaml:7:69: campaign.matters[0].on-day[1]: day 5 comes after day 5; expected days in ascending order")]
    [InlineData("campaign: { years: 1, matters: [{ crisis: small-crisis, on-day: [5, 6, 400] }] }", "experiment.yaml:7:72: campaign.matters[0].on-day[2]: day 400 is after the last of 1 years; expected at most 365")]
    [InlineData("campaign: { years: 50, matters: [{ crisis: small-crisis, per-year: 100 }] }", "experiment.yaml:7:24: campaign.matters: 5000 matters are to be expected in 50 years; expected at most 1000")]
    [InlineData("campaign: { years: 5, matters: [{ crisis: other, per-year: 1 }] }", "experiment.yaml:5:10: crises[0]: no matter of the campaign is of this crisis; expected one with crisis: small-crisis, or the crisis left out")]
    [InlineData("campaign: { years: 5, matters: [{ crisis: small-crisis, per-year: 1 }], memory: { outvotd: 1 } }", "experiment.yaml:7:83: campaign.memory.outvotd: unknown key; did you mean 'outvoted'?")]
    [InlineData("campaign: { years: 5, matters: [{ crisis: small-crisis, per-year: 1 }], memory: { years: 0 } }", "experiment.yaml:7:90: campaign.memory.years: this is 0; expected a number from 0.01 to 1000")]
    [InlineData("campaign: { years: 5, matters: [{ crisis: small-crisis, per-year: 1 }], compliance: { always: perhaps } }", "experiment.yaml:7:95: campaign.compliance.always: this is the text 'perhaps'; expected true or false")]
    [InlineData("campaign: { years: 5, matters: [{ crisis: small-crisis, per-year: 1 }], minilateral: { of: wiling } }", "experiment.yaml:7:92: campaign.minilateral.of: this is the text 'wiling'; expected one of nobody, willing; did you mean 'willing'?")]
    [InlineData("campaign: { years: 5, matters: [{ crisis: small-crisis, per-year: 1 }], institutions: [{ name: a, rule: consensu }] }", "experiment.yaml:7:105: campaign.institutions[0].rule: no rule of this experiment is named 'consensu'; did you mean 'consensus'?")]
    [InlineData("campaign: { years: 5, matters: [{ crisis: small-crisis, per-year: 1 }], institutions: [{ name: a, rule: consensus }, { name: A, rule: most-people }] }", "experiment.yaml:7:126: campaign.institutions[1].name: two institutions of this campaign are named 'a' and 'A', and files and columns would call both 'a'; expected names that differ in their letters or digits")]
    [InlineData("campaign: { years: 5, matters: [{ crisis: small-crisis, per-year: 1 }], institutions: [{ name: a, rule: consensus, categories: { economi: most-people } }] }", "experiment.yaml:7:130: campaign.institutions[0].categories.economi: no crisis is of the category 'economi'; did you mean 'economic'?")]
    [InlineData("campaign: { years: 5, matters: [{ crisis: small-crisis, per-year: 1 }], institutions: [{ name: a, rule: consensus, categories: { economic: most-peple } }] }", "experiment.yaml:7:140: campaign.institutions[0].categories.economic: no rule of this experiment is named 'most-peple'; did you mean 'most-people'?")]
    [InlineData("campaign: { years: 5, matters: [{ crisis: small-crisis, per-year: 1 }], institutions: [{ name: a }] }", "experiment.yaml:7:88: campaign.institutions[0].rule: missing; expected a text")]
    [InlineData("campaign: { years: 5, matters: [{ crisis: small-crisis, per-year: 1 }], institutions: [{ name: a, rule: consensus, rul: 1 }] }", "experiment.yaml:7:116: campaign.institutions[0].rul: unknown key; did you mean 'rule'?")]
    [InlineData("campaign: { years: 5, matters: [{ crisis: small-crisis, per-year: 1 }], institutions: [] }", "experiment.yaml:7:87: campaign.institutions: this list has 0 entries; expected 1 to 1000 entries")]
    [InlineData("campaign: { years: 5, matters: [{ crisis: small-crisis, per-year: 1 }], minilateral: { sponsor: { power: China } } }", "experiment.yaml:7:97: campaign.minilateral.sponsor.weight: missing; expected a number from 0 to 1")]
    [InlineData("campaign: { years: 5, matters: [{ crisis: small-crisis, per-year: 1 }], minilateral: { sponsor: { power: China, weight: 1.5 } } }", "experiment.yaml:7:121: campaign.minilateral.sponsor.weight: this is 1.5; expected a number from 0 to 1")]
    [InlineData("campaign: { years: 5, matters: [{ crisis: small-crisis, per-year: 1 }], minilateral: { sponsor: { power: China, weight: 1 } } }", "experiment.yaml:7:106: campaign.minilateral.sponsor.power: no external power speaks in any crisis of this experiment; expected no sponsor")]
    public void A_broken_line_of_an_experiment_is_named_with_its_remedy(string line, string problem)
    {
        _folder.Write("experiment.yaml", $"{ConfigurationFolder.Experiment}\n{line}");
        _folder.Problems().ShouldContain(problem);
    }

    [Theory]
    [InlineData("seed: 7", "seed: 18446744073709551616", "experiment.yaml:2:7: seed: this is 18446744073709551616; expected a whole number from 0 to 18446744073709551615")]
    [InlineData("replications: 10", "replications: 1.5", "experiment.yaml:3:15: replications: this is 1.5; expected a whole number from 1 to 4294967296")]
    [InlineData("replications: 10", "replications: 5000000000", "experiment.yaml:3:15: replications: this is 5000000000; expected a whole number from 1 to 4294967296")]
    [InlineData("replications: 10", "replications: [10]", "experiment.yaml:3:15: replications: this is a list; expected a whole number from 1 to 4294967296")]
    [InlineData("replications: 10", "replications: { at-most: 10 }", "experiment.yaml:3:15: replications.until: missing; expected a map")]
    [InlineData("replications: 10", "replications: { until: { half-widht: 3 } }", "experiment.yaml:3:26: replications.until.half-widht: unknown key; did you mean 'half-width'?")]
    [InlineData("replications: 10", "replications: { until: { of: rounds } }", "experiment.yaml:3:24: replications.until.half-width: missing; expected a number above 0, up to 1000000")]
    [InlineData("replications: 10", "replications: { until: { half-width: 0 } }", "experiment.yaml:3:38: replications.until.half-width: this is 0; expected a number above 0, up to 1000000")]
    [InlineData("replications: 10", "replications: { until: { half-width: 3, of: rsmt-days } }", "experiment.yaml:3:45: replications.until.of: there is no estimate 'rsmt-days'; did you mean 'rmst-days'?")]
    [InlineData("replications: 10", "replications: { until: { half-width: 3, of: outcome-lead } }", "experiment.yaml:3:45: replications.until.of: there is no estimate 'outcome-lead'; expected one of decided-share, median-days, rmst-days, rounds, outcome-budget, shift-budget, mean-shift, agreement-index, rice-index, opening-cohesion, positional-cohesion, polarization, outvoted, opted-out, coverage, content, mean-utility, min-utility, inequality")]
    [InlineData("replications: 10", "replications: { until: { half-width: 3 }, at-most: 0 }", "experiment.yaml:3:52: replications.at-most: this is 0; expected a whole number from 1 to 4294967296")]
    [InlineData("experiment: small", "experiment: '...'", "experiment.yaml:1:13: experiment: this is the text '...'; expected a name of up to 80 characters with a letter or a digit in it, e.g. myanmar-2021")]
    [InlineData("experiment: small", "experiment: 5", "experiment.yaml:1:13: experiment: this is 5; expected a name of up to 80 characters with a letter or a digit in it, e.g. myanmar-2021 (in quotes)")]
    [InlineData("members.yaml", "member.yaml", "experiment.yaml:4:10: members: there is no file 'member.yaml'; did you mean 'members.yaml'?")]
    [InlineData("members.yaml", "asean-12", "experiment.yaml:4:10: members: no members file of the name 'asean-12' ships; did you mean 'asean-10'? (a file of your own is named by its path, e.g. ./asean-12.yaml)")]
    [InlineData("members.yaml", "crisis.yaml", "crisis.yaml:1:1: this is a file of kind 'crisis'; expected one of kind 'members'")]
    [InlineData("members: members.yaml", "", "experiment.yaml:1:1: members: missing; expected a shipped name, the path of a file, or a map")]
    [InlineData("[crisis.yaml]", "[crisis.yaml, crisis.yaml]", "experiment.yaml:5:23: crises[1]: two crises of this experiment are named 'small-crisis'; expected different names")]
    [InlineData("[crisis.yaml]", "[]", "experiment.yaml:5:9: crises: this list has 0 entries; expected 1 to 1000 entries")]
    [InlineData("[consensus, rule.yaml]", "[consensu]", "experiment.yaml:6:9: rules[0]: no rule of the name 'consensu' ships; did you mean 'consensus'? (a file of your own is named by its path, e.g. ./consensu.yaml)")]
    [InlineData("[consensus, rule.yaml]", "[asean-qmv, nice-style]", "(shipped) configs/rules/nice-style.yaml:9:15: all-of[1].weight: there is no weight for AAA, BBB, CCC; expected a weight for every member at the table")]
    [InlineData("[consensus, rule.yaml]", "[{ rule: rich, weight: gdp, more-than: 0.5 }]", "experiment.yaml:6:31: rules[0].weight: there is no weight for AAA, BBB, CCC; expected a gdp for every member in the members file")]
    [InlineData("[consensus, rule.yaml]", "[{ consensus: true }]", "experiment.yaml:6:9: rules[0].rule: missing; expected a name of up to 80 characters with a letter or a digit in it, e.g. myanmar-2021")]
    public void A_broken_part_of_an_experiment_is_named_with_its_remedy(string sound, string broken, string problem)
    {
        _folder.Write("experiment.yaml", ConfigurationFolder.Experiment.Replace(sound, broken, StringComparison.Ordinal));
        _folder.Problems().ShouldContain(problem);
    }

    [Theory]
    [InlineData("influence: 2", "influence: -2", "members.yaml:3:45: members[1].influence: this is -2; expected a number above 0, up to 1000000")]
    [InlineData("influence: 2", "reticense: 0.1", "members.yaml:3:34: members[1].reticense: unknown key; did you mean 'reticence'?")]
    [InlineData("influence: 2", "reticence: 2", "members.yaml:3:45: members[1].reticence: this is 2; expected a number from 0 to 1")]
    [InlineData("members:", "calendar: { acut: { first: 7 } }\nmembers:", "members.yaml:1:13: calendar.acut: unknown key; did you mean 'acute'?")]
    [InlineData("members:", "calendar: { slow: { frist: 7 } }\nmembers:", "members.yaml:1:21: calendar.slow.frist: unknown key; did you mean 'first'?")]
    [InlineData("members:", "calendar: { slow: { every: 0 } }\nmembers:", "members.yaml:1:28: calendar.slow.every: this is 0; expected a number above 0, up to 1000000")]
    [InlineData("members:", "calendar: { slow: { patience: no } }\nmembers:", "members.yaml:1:31: calendar.slow.patience: this is the text 'no'; expected a number from 0 to 1000000")]
    [InlineData("members:", "calendar: { slow: { agenda: { median-days: -7 } } }\nmembers:", "members.yaml:1:44: calendar.slow.agenda.median-days: this is -7; expected a number from 0 to 1000000")]
    [InlineData("code: CCC", "code: AAA", "members.yaml:4:13: members[2].code: AAA sits twice; expected every code once")]
    [InlineData("code: CCC", "code: C..C", "members.yaml:4:13: members[2].code: this is the text 'C..C'; expected a code of up to 24 letters, digits, hyphens, underscores and dots, e.g. IDN")]
    [InlineData("code: CCC,", "", "members.yaml:4:5: members[2].code: missing; expected a code of up to 24 letters, digits, hyphens, underscores and dots, e.g. IDN")]
    [InlineData("{ budget: 30 }", "{ budget: 130 }", "members.yaml:2:57: members[0].orientation.budget: this is 130; expected a number from 0 to 100")]
    [InlineData("members:", "affinity: { AAA: { BBA: 1 } }\nmembers:", "members.yaml:1:20: affinity.AAA.BBA: no member has the code 'BBA'; did you mean 'BBB'?")]
    [InlineData("members:", "affinity: { AAA: { AAA: 2 } }\nmembers:", "members.yaml:1:20: affinity.AAA.AAA: a member listens to itself with 1; leave this out")]
    public void A_broken_member_is_named_with_its_remedy(string sound, string broken, string problem)
    {
        _folder.Write("members.yaml", ConfigurationFolder.Members.Replace(sound, broken, StringComparison.Ordinal));
        _folder.Problems().ShouldContain(problem);
        _folder.Problems("members.yaml").ShouldContain(problem);
    }

    [Fact]
    public void A_table_has_1_to_64_members()
    {
        _folder.Write("members.yaml", "members: []");
        _folder.Problems("members.yaml").ShouldBe(["members.yaml:1:10: members: this list has 0 entries; expected 1 to 64 entries"]);

        var codes = Enumerable.Range(0, 65).Select(index => $"A{(char)('A' + (index / 26))}{(char)('A' + (index % 26))}");
        _folder.Write("members.yaml", "members:\n" + string.Join('\n', codes.Select(code => $"  - code: {code}")));
        _folder.Problems("members.yaml").ShouldBe(["members.yaml:2:3: members: this list has 65 entries; expected 1 to 64 entries"]);
    }

    [Theory]
    [InlineData("position: [50]", "position: [120]", "crisis.yaml:6:21: stances.BBB.position[0]: this is 120; expected a number from 0 to 100")]
    [InlineData("position: [50]", "position: [50, 60]", "crisis.yaml:6:20: stances.BBB.position: this list has 2 values; expected 1, one for each issue (budget)")]
    [InlineData("salience: [40]", "salience: []", "crisis.yaml:6:36: stances.BBB.salience: this list has 0 entries; expected 1 to 8 entries")]
    [InlineData("exposure: 0.5", "exposure: 50", "crisis.yaml:7:52: stances.CCC.exposure: this is 50; expected a number from 0 to 1")]
    [InlineData("exposure: 0.5", "red-line: { budjet: [0, 50] }", "crisis.yaml:7:54: stances.CCC.red-line.budjet: no issue of this crisis is named 'budjet'; did you mean 'budget'?")]
    [InlineData("exposure: 0.5", "red-line: { budget: [50, 0] }", "crisis.yaml:7:62: stances.CCC.red-line.budget: the interval is empty; expected [lowest, highest]")]
    [InlineData("exposure: 0.5", "red-line: { budget: [50] }", "crisis.yaml:7:62: stances.CCC.red-line.budget: this list has 1 entry; expected 2 entries")]
    [InlineData("category: economic", "category: 7", "crisis.yaml:2:11: category: this is 7; expected a name of up to 80 characters with a letter or a digit in it, e.g. myanmar-2021 (in quotes)")]
    [InlineData("category: economic", "category: economic\npressure: accute", "crisis.yaml:3:11: pressure: this is the text 'accute'; expected one of acute, pressing, slow; did you mean 'acute'?")]
    [InlineData("category: economic", "category: economic\nat-horizon: fails", "crisis.yaml:3:13: at-horizon: this is the text 'fails'; expected one of open, failed; did you mean 'failed'?")]
    [InlineData("category: economic", "category: economic\nagenda: { median-days: -1 }", "crisis.yaml:3:24: agenda.median-days: this is -1; expected a number from 0 to 1000000")]
    [InlineData("category: economic", "category: economic\nexternal-powers: [ { name: X, position: [1], draft-weight: -1 } ]", "crisis.yaml:3:60: external-powers[0].draft-weight: this is -1; expected a number from 0 to 1000000")]
    [InlineData("status-quo: 10", "statusquo: 10", "crisis.yaml:4:53: issues[0].statusquo: unknown key; did you mean 'status-quo'?")]
    public void A_broken_crisis_is_named_with_its_remedy(string sound, string broken, string problem)
    {
        _folder.Write("crisis.yaml", ConfigurationFolder.Crisis.Replace(sound, broken, StringComparison.Ordinal));
        _folder.Problems().ShouldContain(problem);
        _folder.Problems("crisis.yaml").ShouldContain(problem);
    }

    [Theory]
    [InlineData("BBB:", "BBD:", "crisis.yaml:6:3: stances.BBD: no member has the code 'BBD'; did you mean 'BBB'?")]
    [InlineData("BBB:", "THA:", "crisis.yaml:5:1: stances: no stance for BBB; expected one here, or an orientation on 'budget' in the members file")]
    public void A_crisis_that_does_not_fit_the_table_is_named_with_its_remedy(string sound, string broken, string problem)
    {
        _folder.Write("crisis.yaml", ConfigurationFolder.Crisis.Replace(sound, broken, StringComparison.Ordinal));
        _folder.Problems().ShouldBe([problem]);
        _folder.Problems("crisis.yaml").ShouldBeEmpty();
    }

    [Theory]
    [InlineData("at-least: 1.2", "rule.yaml:2:11: at-least: this is 1.2; expected a number from 0 to 1, or a quotient such as 2/3")]
    [InlineData("at-least: { coun: 3 }", "rule.yaml:2:13: at-least.coun: unknown key; did you mean 'count'?")]
    [InlineData("at-least: 0.5\nmore-than: 0.5", "rule.yaml:3:1: more-than: at-least and more-than are given together; expected exactly one of consensus, unanimity, consensus-minus, at-least, more-than, all-of, any-of, veto, sequence, by-category, opt-out")]
    [InlineData("consensus: true\nunanimity: true", "rule.yaml:3:1: unanimity: consensus and unanimity are given together; expected exactly one of consensus, unanimity, consensus-minus, at-least, more-than, all-of, any-of, veto, sequence, by-category, opt-out")]
    [InlineData("consensus: true\nweight: gdp", "rule.yaml:3:1: weight: this belongs to at-least or more-than, which is not given")]
    [InlineData("consensus: false", "rule.yaml:2:12: consensus: this is false; expected true")]
    [InlineData("title: nothing", "rule.yaml:1:1: expected exactly one of the keys consensus, unanimity, consensus-minus, at-least, more-than, all-of, any-of, veto, sequence, by-category, opt-out")]
    [InlineData("weight: poplation\nat-least: 0.5", "rule.yaml:2:9: weight: this is the text 'poplation'; expected one of one-each, population, square-root-population, gdp, contribution; did you mean 'population'?")]
    [InlineData("weight: { AAA: -1 }\nat-least: 0.5", "rule.yaml:2:16: weight.AAA: this is -1; expected a number from 0 to 1000000000000")]
    [InlineData("weight: { -A: 1 }\nat-least: 0.5", "rule.yaml:2:11: weight.-A: the key is no member's code; expected a code of up to 24 letters, digits, hyphens, underscores and dots, e.g. IDN")]
    [InlineData("all-of: [asean-minus-x]", "rule.yaml:2:10: all-of[0]: opt-out stands inside all-of, any-of, veto or another opt-out; expected it alone, or inside sequence or by-category")]
    [InlineData("any-of: [{ sequence: { first: asean-minus-x, until-day: 3, then: consensus } }]", "rule.yaml:2:31: any-of[0].sequence.first: opt-out stands inside all-of, any-of, veto or another opt-out; expected it alone, or inside sequence or by-category")]
    [InlineData("by-category: { health: consensus }", "rule.yaml:2:14: by-category.otherwise: missing; expected a shipped name, the path of a file, or a map")]
    [InlineData("by-category: { '!': consensus, otherwise: unanimity }", "rule.yaml:2:16: by-category.!: the key is no name; expected a name of up to 80 characters with a letter or a digit in it, e.g. myanmar-2021")]
    [InlineData("veto: { members: ['a a'], rule: consensus }", "rule.yaml:2:19: veto.members[0]: this is the text 'a a'; expected a code of up to 24 letters, digits, hyphens, underscores and dots, e.g. IDN")]
    [InlineData("all-of: [rule.yaml]", "rule.yaml:2:10: all-of[0]: rules refer to one another in a circle: rule.yaml -> rule.yaml; expected an end")]
    [InlineData("all-of: [missing.yaml]", "rule.yaml:2:10: all-of[0]: there is no file 'missing.yaml'")]
    public void A_broken_rule_is_named_with_its_remedy(string form, string problem)
    {
        _folder.Write("rule.yaml", $"rule: most-people\n{form}");
        _folder.Problems().ShouldContain(problem);
        _folder.Problems("rule.yaml").ShouldContain(problem);
    }

    [Fact]
    public void A_circle_of_files_is_shown()
    {
        _folder.Write("rule.yaml", "rule: a\nsequence: { first: consensus, until-day: 1, then: b.yaml }");
        _folder.Write("b.yaml", "rule: b\nany-of: [consensus, c.yaml]");
        _folder.Write("c.yaml", "rule: c\nveto: { members: [AAA], rule: ./rule.yaml }");
        _folder.Problems().ShouldBe(["c.yaml:2:31: veto.rule: rules refer to one another in a circle: rule.yaml -> b.yaml -> c.yaml -> rule.yaml; expected an end"]);
    }

    [Fact]
    public void Files_that_double_one_another_again_and_again_are_refused()
    {
        for (var index = 0; index < 15; index++)
        {
            _folder.Write($"r{index}.yaml", $"rule: r{index}\nall-of: [{string.Join(", ", Enumerable.Repeat($"r{index + 1}.yaml", 50))}]");
        }

        _folder.Write("r15.yaml", "rule: r15\nconsensus: true");
        _folder.Problems("r0.yaml").ShouldAllBe(problem => problem.EndsWith("expected at most 16 rules inside one another, and 10000 in all"));
    }

    [Theory]
    [InlineData("experiment: small\n\tseed: 1", "experiment.yaml:2:1: the line is indented with a tab; expected spaces")]
    [InlineData("experiment: small\ncrises: [a, b", "experiment.yaml:2:14: this is not YAML: it ends too early. While parsing a flow sequence, did not find expected ',' or ']'")]
    [InlineData("experiment: small\nseed: 1\nseed: 2", "experiment.yaml:3:1: seed: this key is given twice in one map; expected it once")]
    [InlineData("a: &a [*a]", "experiment.yaml:1:8: a[0]: *a stands inside what it names")]
    [InlineData("a: *b", "experiment.yaml:1:4: a: nothing is named &b before this")]
    [InlineData("a: 1\n---\nb: 2", "experiment.yaml:2:1: a second document begins; expected one in a file")]
    [InlineData("[1]: 2", "experiment.yaml:1:1: this key is not a plain word; expected key: value")]
    [InlineData("a: !python/object:os.system x", "experiment.yaml:1:4: a: the tag !python/object:os.system has no meaning here; expected a plain value")]
    [InlineData("", "experiment.yaml:1:1: the file is empty; expected a map")]
    [InlineData("# nothing", "experiment.yaml:1:1: the file is empty; expected a map")]
    [InlineData("- a", "experiment.yaml:1:1: this is a list; expected a map")]
    [InlineData("experimnt: a", "experiment.yaml:1:1: this is no known kind of file; expected one of the keys claim, experiment, crisis, rule, structure, uncertainty, members; for 'experimnt', did you mean 'experiment'?")]
    public void What_is_not_a_document_is_named_with_its_place(string text, string problem)
    {
        _folder.Write("experiment.yaml", text);
        _folder.Problems().ShouldContain(problem);
    }

    [Fact]
    public void Nesting_without_end_is_refused()
    {
        _folder.Write("experiment.yaml", "a: " + new string('[', 100_000));
        _folder.Problems().ShouldHaveSingleItem().ShouldStartWith("experiment.yaml:1:67: a[0][0]");
        _folder.Problems().Single().ShouldEndWith("nested deeper than 64 levels");
    }

    [Fact]
    public void A_bomb_of_aliases_is_refused()
    {
        var lines = Enumerable.Range(1, 30).Select(index => $"a{index}: &a{index} [{string.Join(", ", Enumerable.Repeat($"*a{index - 1}", 10))}]");
        _folder.Write("experiment.yaml", "a0: &a0 [1]\n" + string.Join('\n', lines));
        _folder.Problems().ShouldHaveSingleItem().ShouldEndWith("the document has more than 100000 values after aliases are expanded");
    }

    [Fact]
    public void Aliases_are_allowed()
    {
        _folder.Write("crisis.yaml", ConfigurationFolder.Crisis.Replace("BBB: {", "BBB: &b {", StringComparison.Ordinal).Replace("CCC: {", "CCC: *b #", StringComparison.Ordinal));
        _folder.Read().Arms[0].Terms.Crisis.Stances[2].Position.ShouldBe([50]);
    }

    [Fact]
    public void A_file_of_200_MB_is_not_read()
    {
        using (var file = File.Create(_folder.PathOf("members.yaml")))
        {
            file.SetLength(200_000_000);
        }

        _folder.Problems().ShouldBe(["members.yaml:1:1: the file is larger than 16 MB and was not read; expected a configuration"]);
    }

    [Fact]
    public void A_binary_file_and_one_in_another_encoding_are_refused()
    {
        File.WriteAllBytes(_folder.PathOf("members.yaml"), [.. "members:\n"u8, 0x89, 0x50, 0x4E, 0x47]);
        _folder.Problems().ShouldBe(["members.yaml:2:1: this byte is not UTF-8; expected a text file in UTF-8"]);

        File.WriteAllBytes(_folder.PathOf("members.yaml"), Encoding.Unicode.GetBytes("members: []"));
        _folder.Problems().ShouldBe(["members.yaml:1:2: the character U+0000 does not belong into a text; expected a text file in UTF-8"]);
    }

    [Fact]
    public void A_folder_is_not_a_file()
    {
        Directory.CreateDirectory(_folder.PathOf("folder.yaml"));
        _folder.Problems("folder.yaml").ShouldBe(["folder.yaml:1:1: this is a folder; expected a file"]);
        _folder.Problems("experiments.yaml").ShouldHaveSingleItem().ShouldEndWith("experiments.yaml'; did you mean 'experiment.yaml'?");
    }

    [Fact]
    public void Problems_of_all_files_are_reported_at_once_in_order()
    {
        _folder.Write("experiment.yaml", ConfigurationFolder.Experiment + "\ndeliberation: { chair-bias: 2, confidence: -1 }");
        _folder.Write("members.yaml", ConfigurationFolder.Members.Replace("influence: 2", "influence: 0, unty: 1", StringComparison.Ordinal));
        _folder.Write("crisis.yaml", ConfigurationFolder.Crisis.Replace("[50]", "[50, 7]", StringComparison.Ordinal));
        _folder.Write("rule.yaml", "rule: most-people\nall-of: [{ consensus: true, unanimity: true }, asean-qmw]");

        var problems = _folder.Problems();
        problems.Select(problem => problem.Split(": ")[0]).ShouldBe(
        [
            "crisis.yaml:6:20", "experiment.yaml:7:29", "experiment.yaml:7:44", "members.yaml:3:45", "members.yaml:3:48", "rule.yaml:2:29", "rule.yaml:2:48",
        ]);
    }

    [Fact]
    public void Whatever_the_bytes_reading_ends_with_problems_and_not_with_a_crash()
    {
        var sound = Encoding.UTF8.GetBytes(ConfigurationFolder.Experiment + "\n" + ConfigurationFolder.Crisis + "\n\"a\\u0041\": [1, {b: !!str 2}, &c d, *c]\n");
        CsCheck.Check.Sample(
            CsCheck.Gen.Select(CsCheck.Gen.Int[0, sound.Length - 1], CsCheck.Gen.Byte, CsCheck.Gen.Int[0, sound.Length - 1], CsCheck.Gen.Char["[]{}:,&*!|>%@`\"'\\#-?\t\n U"]),
            mutation =>
            {
                var bytes = sound.ToArray();
                bytes[mutation.Item1] = mutation.Item2;
                bytes[mutation.Item3] = (byte)mutation.Item4;
                var path = _folder.PathOf($"{Environment.CurrentManagedThreadId}.yaml");
                File.WriteAllBytes(path, bytes);
                return ConfigurationFile.Validate(path).Count > 0;
            },
            iter: 2000);
    }
}
