using System.Globalization;
using VotingSim.Classroom.Deliberations;
using VotingSim.Classroom.Runs;
using VotingSim.Configuration;
using VotingSim.Experiments.Plan;
using static VotingSim.Classroom.Languages.Speech;

namespace VotingSim.Classroom.Pages;

/// <summary>The deliberation on the table: one that the class has chosen, or a replication of a run that is held again.</summary>
public sealed class TableViewModel(Convener convener, ResultsShelf shelf) : IAsyncDisposable
{
    private const int MostArmsNamed = 20;

    private string? _results;

    /// <summary>What was chosen; of a replay only its replication counts.</summary>
    public TableChoice Choice { get; private set; } = new();

    /// <summary>The deliberation; null before it is convened, and where it cannot be.</summary>
    public LiveDeliberation? Live { get; private set; }

    /// <summary>The run that is held again; null where it is a table of one's own.</summary>
    public StoredRun? Run { get; private set; }

    /// <summary>The arm of that run.</summary>
    public string? Arm { get; private set; }

    /// <summary>The day of the event; null where days are counted and not dated.</summary>
    public DateOnly? Event { get; set; }

    /// <summary>Whether the runs may be looked at.</summary>
    public bool MayReadResults { get; init; } = true;

    /// <summary>What is wrong with what was asked for.</summary>
    public IReadOnlyList<Problem> Problems { get; private set; } = [];

    /// <summary>The seat that is looked at; null where none is.</summary>
    public int? Selected { get; private set; }

    /// <summary>The title of the page.</summary>
    public string Title => Live is { } live ? Tell($"{live.Text.Title} under {live.Text.Rule}") : Tell("The table");

    /// <summary>The address of what is on the screen.</summary>
    public string Link => $"/?{QueryOf(Choice.Replication)}{(Event is { } day ? $"&event={Address.Of(day)}" : "")}&round={Live!.Shown}";

    /// <summary>The address of all rounds known so far, to be taken home.</summary>
    public string KeepsakeLink => $"/keepsake.html?{QueryOf(Choice.Replication)}&round={Live!.Rounds.Count - 1}";

    /// <summary>The address of the same with other luck.</summary>
    public string NextLink => Run is null
        ? LinkTo(Choice with { Seed = unchecked(Choice.Seed + 1) })
        : $"/?{QueryOf(Choice.Replication + 1)}";

    /// <summary>What leads there.</summary>
    public string NextLabel => Run is null ? Tell("Next seed") : Tell("Next replication");

    /// <summary>The same world under this rule and another.</summary>
    public TableChoice Compared =>
        Choice with { Rules = [Choice.Rules[0], .. Comparison.Default.Where(rule => rule != Choice.Rules[0]).Take(1)] };

    /// <summary>The address of a choice.</summary>
    public static string LinkTo(TableChoice choice) => $"/?{choice.Query}";

    /// <summary>Takes note of what is asked for.</summary>
    /// <param name="choice">What the class has chosen.</param>
    /// <param name="results">The name of a run, of which a replication is held again; null for a table of one's own.</param>
    /// <param name="arm">The arm of that run.</param>
    /// <returns>Whether it is another deliberation than the one on the table, so that it is to be convened.</returns>
    public bool Ask(TableChoice choice, string? results, string? arm)
    {
        if (Live is not null && choice == Choice && results == _results && arm == Arm)
        {
            return false;
        }

        (Choice, _results, Arm) = (choice, results, arm);
        return true;
    }

    /// <summary>Convenes what was asked for in place of what was on the table.</summary>
    public async Task ConveneAsync()
    {
        await DisposeAsync();
        Live = null;
        try
        {
            if (_results is not null && !MayReadResults)
            {
                throw Unknown("results", "runs are looked at by the host: at the machine of the classroom, or with its host key");
            }

            Run = _results is null ? null : await shelf.OpenAsync(_results) ?? throw Unknown("results", $"there is no run '{_results}'");
            if (Run?.Manifest.IsOfCampaigns == true)
            {
                throw Unknown("results", $"'{_results}' is a run of campaigns; expected one of single crises: a matter is shown by replay --matter");
            }

            var plan = Run is null ? convener.Plan(Choice) : ResultsShelf.PlanOf(Run);
            var arm = Run is null ? plan.Arms[0] : ArmOf(plan);
            if (Choice.Replication >= plan.Replications)
            {
                throw Unknown("replication", $"there is no replication {Choice.Replication}; expected 0 to {plan.Replications - 1}");
            }

            (Live, Problems) = (await convener.ConveneAsync(plan, arm, Choice.Replication), []);
        }
        catch (ConfigurationException e)
        {
            Problems = e.Problems;
        }
    }

    /// <summary>Convenes the same with other values in place of what was on the table, and looks at the same round; a replay stays what it
    /// is.</summary>
    /// <param name="choice">The same, with what is changed now.</param>
    public async Task FollowAsync(TableChoice choice)
    {
        if (Run is not null || choice == Choice)
        {
            return;
        }

        Choice = choice;
        var plan = convener.Plan(choice);
        var live = await convener.ConveneAsync(plan, plan.Arms[0], choice.Replication);
        await live.GoToAsync(Live?.Shown ?? 0);
        var left = choice == Choice ? Live : live;
        Live = choice == Choice ? live : Live;
        if (left is not null)
        {
            await left.DisposeAsync();
        }
    }

    /// <summary>Looks at a round, where there is a deliberation.</summary>
    public Task GoToAsync(int round) => Live?.GoToAsync(round) ?? Task.CompletedTask;

    /// <summary>Looks at a seat, or away from it.</summary>
    public void Select(int seat) => Selected = Selected == seat ? null : seat;

    /// <summary>Looks at no seat.</summary>
    public void Deselect() => Selected = null;

    public async ValueTask DisposeAsync()
    {
        if (Live is { } live)
        {
            await live.DisposeAsync();
        }
    }

    private Arm ArmOf(ExperimentPlan plan) => plan.Arms.FirstOrDefault(arm => arm.Id == Arm)
        ?? throw Unknown("arm", $"the run has no arm '{Arm}'; expected one of: "
            + string.Join(", ", plan.Arms.Take(MostArmsNamed).Select(arm => arm.Id)));

    private string QueryOf(uint replication) => Run is { } run
        ? $"results={Uri.EscapeDataString(run.Name)}&arm={Uri.EscapeDataString(Arm ?? "")}"
            + $"&replication={replication.ToString(CultureInfo.InvariantCulture)}"
        : Choice.Query;

    private static ConfigurationException Unknown(string what, string message) => new([new("the address", 0, 0, what, message)]);
}
