using VotingSim.Classroom.Deliberations;
using VotingSim.Configuration;
using VotingSim.Deliberation;
using VotingSim.Experiments.Store;
using VotingSim.Members;
using VotingSim.Rules;

namespace VotingSim.Classroom.Pages;

/// <summary>A vote without a deliberation: members under a rule, a ballot for each, and what comes of it.</summary>
public sealed class CalculatorViewModel(Convener convener)
{
    /// <summary>The rule where none is asked for.</summary>
    public const string UsualRule = "asean-qmv";

    private decimal?[] _amounts = [];
    private Ballot[] _ballots = [];

    /// <summary>Name of the rule.</summary>
    public string Rule { get; private set; } = "";

    /// <summary>Name of the members file.</summary>
    public string Members { get; private set; } = "";

    /// <summary>Title of the rule.</summary>
    public string Title { get; private set; } = "";

    /// <summary>The parts of the rule whose quota can be changed.</summary>
    public IReadOnlyList<Criterion> Criteria { get; private set; } = [];

    /// <summary>The rules that are in force one after another, or for one matter and another.</summary>
    public IReadOnlyList<RuleStage> Stages { get; private set; } = [];

    /// <summary>Which of them is in force here.</summary>
    public int Stage { get; private set; }

    /// <summary>The members; null before they were read once.</summary>
    public Roster? Roster { get; private set; }

    /// <summary>The rule with the quotas chosen, for these members; null before it was read once.</summary>
    public SeatedRule? Seated { get; private set; }

    /// <summary>The smallest groups that can block, as far as they are found.</summary>
    public IReadOnlyList<Coalition> Blocking { get; private set; } = [];

    /// <summary>What is wrong with what was asked for.</summary>
    public IReadOnlyList<Problem> Problems { get; private set; } = [];

    /// <summary>The ballots in seat order.</summary>
    public IReadOnlyList<Ballot> Ballots => _ballots;

    /// <summary>The ballots counted.</summary>
    public Tally Tally => RoundView.TallyOf(_ballots);

    /// <summary>Whether the ballots adopt.</summary>
    public bool Adopts => Seated!.Adopts(Tally);

    /// <summary>Who makes the difference alone.</summary>
    public Coalition Pivotal => Seated!.Pivotal(Tally);

    /// <summary>Whom a decision would not bind.</summary>
    public Coalition OptedOut => Seated!.OptedOut(Tally);

    /// <summary>Whether a quota is another than the rule's own.</summary>
    public bool HasOtherQuotas => _amounts.Any(amount => amount is not null);

    /// <summary>The address of what is on the screen.</summary>
    public string Link
    {
        get
        {
            var quotas = _amounts.Select((amount, part) => amount is null ? "" : Quotas.Text(Criteria[part].Quota));
            return $"{LinkTo(Rule, Members)}&ballots={string.Concat(_ballots.Select(BallotLetter.Of))}"
                + $"{(Stage > 0 ? $"&stage={Stage}" : "")}{(HasOtherQuotas ? $"&quota={string.Join('-', quotas)}" : "")}";
        }
    }

    /// <summary>The address of a rule and members, all in support.</summary>
    public static string LinkTo(string rule, string members) =>
        $"/calculator?rule={Uri.EscapeDataString(rule)}&members={Uri.EscapeDataString(members)}";

    /// <summary>The address of the same rule at another of its stages.</summary>
    public string LinkToStage(string? stage) => $"{LinkTo(Rule, Members)}&stage={Address.Round(stage)}";

    /// <summary>Reads what an address says.</summary>
    /// <param name="rule">Name of the rule.</param>
    /// <param name="members">Name of the members file.</param>
    /// <param name="ballots">A letter per seat: S, A or O; where there is none, the member supports.</param>
    /// <param name="quotas">Quotas in place of the rule's own, separated by hyphens; an empty one is the rule's own.</param>
    /// <param name="stage">Which of the rules in force, from 0.</param>
    public void Read(string? rule, string? members, string? ballots, string? quotas, string? stage)
    {
        var choice = Address.Choice(null, members, rule is null ? [UsualRule] : [rule], null, null);
        (Rule, Members) = (choice.Rules[0], choice.Members);
        try
        {
            var table = convener.Seat(Rule, Members);
            (Roster, Title, Stages) = (table.Roster, table.Title, [.. table.Rule.Stages()]);
            Stage = Math.Min(Address.Round(stage), Stages.Count - 1);
            var typed = (quotas ?? "").Split('-').Concat(Enumerable.Repeat("", 1000));
            _amounts = [.. Quotas.Of(Stages[Stage].Rule).Zip(typed, (criterion, text) => Quotas.Read(criterion.Quota, text))];
            _ballots = [.. Enumerable.Range(0, Roster.Size)
                .Select(seat => BallotLetter.Read((ballots ?? "").ElementAtOrDefault(seat)) ?? Ballot.Support)];
            Problems = [];
            Seat();
        }
        catch (ConfigurationException e)
        {
            (Problems, Criteria, _amounts) = (e.Problems, [], []);
        }
    }

    /// <summary>The member in a seat casts its next ballot: it supports, abstains, objects, and supports again.</summary>
    public void Turn(int seat) => _ballots[seat] = _ballots[seat] switch
    {
        Ballot.Support => Ballot.Abstention,
        Ballot.Abstention => Ballot.Objection,
        _ => Ballot.Support,
    };

    /// <summary>All members cast the same ballot.</summary>
    public void SetAll(Ballot ballot) => Array.Fill(_ballots, ballot);

    /// <summary>Puts a quota in place of the rule's own; what is no quota brings the rule's own back.</summary>
    public void SetQuota(int part, string? text)
    {
        _amounts[part] = Quotas.Read(Criteria[part].Quota, text);
        Seat();
    }

    /// <summary>Brings all of the rule's own quotas back.</summary>
    public void ResetQuotas()
    {
        Array.Fill(_amounts, null);
        Seat();
    }

    private void Seat()
    {
        var rule = Quotas.Replace(Stages[Stage].Rule, _amounts);
        (Criteria, Seated) = (Quotas.Of(rule), new(rule, Roster!));
        Blocking = Seated.SmallestBlocking();
    }
}
