using VotingSim.Calendars;
using VotingSim.Crises;
using VotingSim.Experiments.Plan;

namespace VotingSim.Experiments.Tests.Plan;

/// <summary>Which calendar a crisis has: the default, over it the table's, over it the crisis's wait, over it the experiment's.</summary>
public sealed class CalendarTests : IDisposable
{
    private const string Table = """
        calendar:
          acute: { agenda: { median-days: 7, spread: 1.2 }, first: 3, every: 5, patience: 30 }
          slow: { every: 60 }

        """;

    private readonly ConfigurationFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Without_any_of_them_it_is_the_default()
    {
        Calendar().ShouldBe(new SessionCalendar());
        Crisis("pressure: acute");
        Calendar().ShouldBe(new SessionCalendar());
        _folder.Read().Arms[0].Terms.Roster.Calendars.ShouldBeNull();
    }

    [Fact]
    public void A_table_s_calendar_is_that_for_the_pressure_of_the_crisis()
    {
        _folder.Write("members.yaml", Table + ConfigurationFolder.Members);
        Calendar().ShouldBe(new SessionCalendar(), "the crisis does not say how hard it presses");

        Crisis("pressure: acute");
        Calendar().ShouldBe(Of(7, 1.2, 3, 5, 30));
        Crisis("pressure: slow");
        Calendar().ShouldBe(Of(0, 1, 14, 60, 180), "what the table leaves out is the default");
        Crisis("pressure: pressing");
        Calendar().ShouldBe(new SessionCalendar());

        var roster = _folder.Read().Arms[0].Terms.Roster;
        roster.Calendars!.For(Pressure.Acute).ShouldBe(Of(7, 1.2, 3, 5, 30));
    }

    [Fact]
    public void A_crisis_s_own_wait_goes_before_the_table_s_and_the_experiment_s_before_both_key_by_key()
    {
        _folder.Write("members.yaml", Table + ConfigurationFolder.Members);
        Crisis("pressure: acute\nagenda: { median-days: 20 }");
        Calendar().ShouldBe(Of(20, 1.2, 3, 5, 30));
        _folder.Read().Arms[0].Terms.Crisis.Agenda.ShouldBe(new AgendaWait { MedianDays = 20 });

        Calendar("deliberation.agenda.spread=0.5").ShouldBe(Of(20, 0.5, 3, 5, 30));
        Calendar("deliberation.agenda.median-days=1").ShouldBe(Of(1, 1.2, 3, 5, 30));
        Calendar("deliberation.round-days=2").ShouldBe(Of(20, 1.2, 3, 2, 30));
        Calendar("deliberation.first-round-day=2").ShouldBe(Of(20, 1.2, 2, 5, 30));
        Calendar("deliberation.patience-days=0").ShouldBe(Of(20, 1.2, 3, 5, 0));
    }

    [Fact]
    public void The_resolved_configuration_gives_every_crisis_its_calendar_again()
    {
        _folder.Write("members.yaml", Table + ConfigurationFolder.Members);
        Crisis("pressure: acute\nagenda: { spread: 2 }\nat-horizon: failed");
        var plan = _folder.Read("deliberation.round-days=9");
        var again = ExperimentReader.Read(plan.Configuration, "again");
        again.Fingerprint.ShouldBe(plan.Fingerprint);
        again.Arms[0].Terms.Settings.Calendar.ShouldBe(Of(7, 2, 3, 9, 30));
        again.Arms[0].Terms.Crisis.AtHorizon.ShouldBe(AtHorizon.Failed);
    }

    [Fact]
    public void A_sweep_of_the_table_s_calendar_reaches_the_crises_of_that_pressure_only()
    {
        _folder.Write("members.yaml", Table + ConfigurationFolder.Members);
        Crisis("pressure: acute");
        _folder.Write("other.yaml", ConfigurationFolder.Crisis.Replace("small-crisis", "other", StringComparison.Ordinal) + "\npressure: slow");
        _folder.Write("experiment.yaml", ConfigurationFolder.Experiment.Replace("[crisis.yaml]", "[crisis.yaml, other.yaml]", StringComparison.Ordinal)
            + "\nsweep: { paired: { calendar.acute.first: [1], calendar.acute.every: [2], calendar.acute.patience: [4], calendar.acute.agenda.median-days: [8], calendar.slow.agenda.spread: [16] } }");
        var arms = _folder.Read().Arms;
        arms.Single(arm => arm.Id == "small-crisis.consensus.p0").Terms.Settings.Calendar.ShouldBe(Of(8, 1.2, 1, 2, 4));
        arms.Single(arm => arm.Id == "other.consensus.p0").Terms.Settings.Calendar.ShouldBe(Of(0, 16, 14, 60, 180));
    }

    private static SessionCalendar Of(double median, double spread, double first, double every, double patience) => new()
    {
        Agenda = new() { MedianDays = median, Spread = spread },
        FirstRoundDay = first,
        RoundDays = every,
        PatienceDays = patience,
    };

    private void Crisis(string more) => _folder.Write("crisis.yaml", $"{ConfigurationFolder.Crisis}\n{more}");

    private SessionCalendar Calendar(params string[] settings) => _folder.Read(settings).Arms[0].Terms.Settings.Calendar;
}
