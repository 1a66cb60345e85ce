using VotingSim.Deliberation;
using VotingSim.Evidence.Claims;
using VotingSim.Experiments.Plan;

namespace VotingSim.Evidence.Tests.Claims;

/// <summary>A mechanism that is switched off is one whose strength was configured to be 0.</summary>
public class MechanismSwitchTests(SiloFixture silo)
{
    public static TheoryData<string, string> Switches() => new()
    {
        { "sigma", "deliberation.position-noise=0" },
        { "A", "deliberation.agenda.median-days=0" },
        { "h", "members.holdout=0" },
        { "upsilon", "deliberation.urgency-response=0" },
        { "nu", "deliberation.shadow-of-the-vote=0" },
        { "foresight", "deliberation.foresight-days=0" },
        { "mu", "deliberation.accommodation=0" },
        { "phi", "members.flexibility=0" },
        { "g", "urgency.growth=0" },
        { "lambda", "urgency.shock-rate=0" },
        { "tau", "deliberation.ballot-noise=0" },
        { "b", "members.unity=0" },
        { "a", "members.reticence=0" },
        { "omega", "deliberation.patience-days=0" },
    };

    [Fact]
    public void Every_switch_is_held_to_its_setting() =>
        Switches().Select(row => row.Data.Item1).ShouldBe(MechanismSwitch.All.Select(one => one.Symbol));

    [Theory, MemberData(nameof(Switches))]
    public async Task Switched_off_is_configured_as_0(string symbol, string setting)
    {
        var off = MechanismSwitch.All.Single(one => one.Symbol == symbol);

        // Saliences are uncertain from 0 on, which nothing that is configured switches off.
        string[] certain = symbol == "sigma" ? ["uncertainty={ from: asean, except: [deliberation.salience-noise] }"] : [];
        var plan = ExperimentReader.Read("myanmar-consensus-or-qmv", []).Arms[^1].Terms;
        var configured = ExperimentReader.Read("myanmar-consensus-or-qmv", [setting, .. certain]).Arms[^1].Terms;

        off.IsOn(plan).ShouldBeTrue();
        off.IsOn(configured).ShouldBe(false);
        (await DaysAsync(off.Off(plan))).ShouldBe(await DaysAsync(configured));
        if (symbol is not ("foresight" or "upsilon"))
        {
            (await DaysAsync(off.Off(plan))).ShouldNotBe(await DaysAsync(plan));
        }
    }

    [Fact]
    public void What_replaces_a_strength_is_switched_off_with_it()
    {
        var terms = ExperimentReader.Read("myanmar-consensus-or-qmv", ["deliberation.position-noise=0"]).Arms[0].Terms;
        var off = MechanismSwitch.All[0];

        off.IsOn(terms).ShouldBeTrue(); // saliences are drawn
        off.IsOn(off.Off(terms)).ShouldBeFalse();
    }

    private async Task<double[]> DaysAsync(DeliberationTerms terms) =>
        [.. (await silo.DeliberateAsync(terms, 200)).SelectMany(cohort => cohort.Days.Zip(cohort.Outcome[0], (day, text) => day + (text / 1000)))];
}
