using System.Numerics;
using System.Runtime.Intrinsics;
using VotingSim.Cohorts;
using VotingSim.Crises;
using VotingSim.Measures;
using VotingSim.Vectors;
using VotingSim.Worlds;

namespace VotingSim.Deliberation;

/// <summary>Where the chair writes down how each replication of a cohort ended, until all have and the measures are taken, a column at a
/// time.</summary>
internal sealed class CohortRecord
{
    private readonly DeliberationTerms _terms;
    private readonly Cohort _cohort;
    private readonly int _members;
    private readonly int _issues;
    private readonly Ending[] _endings;
    private readonly int[] _rounds;
    private readonly double[] _days;
    private readonly double[] _content;
    private readonly double[] _urgency;
    private readonly ulong[] _supporters;
    private readonly ulong[] _objectors;
    private readonly ulong[] _optedOut;
    private readonly Columns _outcome;
    private readonly Columns _opinions;
    private double[] _waits = [];
    private double[] _openingCohesion = [];

    public CohortRecord(DeliberationTerms terms, Cohort cohort)
    {
        (_terms, _cohort, _members, _issues) = (terms, cohort, terms.Roster.Size, terms.Crisis.Issues.Length);
        _endings = new Ending[cohort.Count];
        _rounds = new int[cohort.Count];
        _days = new double[cohort.Count];
        _content = new double[cohort.Count];
        _urgency = new double[cohort.Lanes];
        _supporters = new ulong[cohort.Count];
        _objectors = new ulong[cohort.Count];
        _optedOut = new ulong[cohort.Lanes];
        _outcome = new(_issues, cohort.Lanes);
        _opinions = new(_members * _issues, cohort.Lanes);
    }

    /// <summary>Takes the measure of the opening statements, and notes the waits; a lane is a replication then.</summary>
    public void Open(Columns opinions, double[] waits)
    {
        _openingCohesion = Cohesion.OfPositions(opinions, _members, _issues, _cohort.Lanes);
        _waits = waits[.._cohort.Count];
    }

    /// <summary>Writes down that a replication had no session, and so no text that members could be content with; a lane is a replication
    /// then.</summary>
    public void EndUnseated(int slot, Columns opinions)
    {
        (_endings[slot], _days[slot], _content[slot]) = (Undecided, _terms.Settings.HorizonDays, double.NaN);
        Keep(slot, slot, opinions);
    }

    /// <summary>Writes down the end of one replication.</summary>
    /// <param name="end">How it ended.</param>
    /// <param name="replies">The last replies.</param>
    /// <param name="opinions">The opinions at the end.</param>
    /// <param name="draft">The last draft.</param>
    public void End(SessionEnd end, ReadOnlySpan<Reply> replies, Columns opinions, Columns draft)
    {
        var (slot, lane, tally) = (end.Slot, end.Lane, end.Tally);
        _endings[slot] = end.GoesAround ? Ending.Minilateral : !end.IsAdopted ? Undecided : tally.Objectors.IsEmpty ? Ending.Consent : Ending.Vote;
        _rounds[slot] = end.Round + 1;
        _days[slot] = HasText(slot) ? end.Day : _terms.Settings.HorizonDays;
        _urgency[slot] = end.Urgency;
        _supporters[slot] = tally.Supporters.Members;
        _objectors[slot] = tally.Objectors.Members;
        _optedOut[slot] = end.StayOut.Members;
        for (var issue = 0; issue < _issues; issue++)
        {
            _outcome[issue, slot] = draft[issue, lane];
        }

        var content = 0;
        foreach (var reply in replies)
        {
            content += reply.Margins[lane] >= 0 ? 1 : 0;
        }

        _content[slot] = (double)content / _members;
        Keep(slot, lane, opinions);
    }

    /// <summary>Takes all measures.</summary>
    public CohortResult Measure(IReadOnlyList<TracedRound> traces)
    {
        // Replications stand in their order here, so that the worlds are drawn once more.
        var worlds = new WorldDraws(_terms.Uncertainty, _terms.Seed);
        worlds.Open(_cohort);
        Quantity[] statusQuo = [.. _terms.Crisis.Issues.Select((issue, index) => worlds.Of(WorldParameter.StatusQuo, issue.StatusQuo, issue: index))];
        KeepStatusQuo(statusQuo);
        var supported = _terms.WayAround?.Sponsor is { } sponsor ? Drive(sponsor, worlds) : [];
        var (slots, losses) = (Enumerable.Range(0, _cohort.Count), LossesAtOutcome(worlds, statusQuo));
        var cohesion = Cohesion.OfPositions(_opinions, _members, _issues, _cohort.Lanes);
        return new()
        {
            Cohort = _cohort,
            Decided = [.. slots.Select(IsDecided)],
            Rounds = _rounds,
            Endings = _endings,
            WaitDays = [.. _waits.Select(wait => (int)Math.Min(wait, int.MaxValue))],
            Days = _days,
            Outcome = Outcome(),
            Supported = supported,
            Supporters = _supporters,
            Objectors = _objectors,
            OptedOut = Trim(_optedOut),
            AgreementIndex = Each((supporters, objectors) => Cohesion.AgreementIndex(supporters, objectors, _members - supporters - objectors)),
            RiceIndex = Each(Cohesion.RiceIndex),
            OpeningCohesion = Trim(_openingCohesion),
            PositionalCohesion = Trim(cohesion),
            Polarization = Trim(Polarization.OfPositions(cohesion, _members)),
            Outvoted = [.. slots.Select(slot => IsDecided(slot) ? BitOperations.PopCount(_objectors[slot] & ~_optedOut[slot]) : 0)],
            Coverage =
                [.. slots.Select(slot => HasText(slot) ? (double)(_members - BitOperations.PopCount(_optedOut[slot])) / _members : double.NaN)],
            Content = _content,
            MeanUtility = Trim(Welfare.MeanUtility(losses)),
            MinimumUtility = Trim(Welfare.MinimumUtility(losses)),
            Inequality = Trim(Welfare.Inequality(losses)),
            Parameters = worlds.Drawn(),
            Surplus = _cohort.Matter is null ? [] : Surplus(worlds),
            Traces = traces,
        };
    }

    private Ending Undecided => _terms.Crisis.AtHorizon == AtHorizon.Failed ? Ending.Failed : Ending.Open;

    private bool IsDecided(int slot) => _endings[slot] is Ending.Consent or Ending.Vote;

    private bool HasText(int slot) => IsDecided(slot) || _endings[slot] == Ending.Minilateral;

    private void Keep(int slot, int lane, Columns opinions)
    {
        for (var column = 0; column < _opinions.Count; column++)
        {
            _opinions[column, slot] = opinions[column, lane];
        }
    }

    // The status quo where nothing was decided.
    private void KeepStatusQuo(Quantity[] statusQuo)
    {
        for (var slot = 0; slot < _cohort.Count; slot++)
        {
            for (var issue = 0; issue < _issues && !HasText(slot); issue++)
            {
                _outcome[issue, slot] = statusQuo[issue][slot];
            }
        }
    }

    // p' = (1 - w) p + w z where the willing go on without the rest; gives back what was before. Model.md 9.
    private double[][] Drive(Sponsor sponsor, WorldDraws worlds)
    {
        var (before, power) = (Outcome(), _terms.Crisis.ExternalPowers[sponsor.Power]);
        var weight = worlds.Of(WorldParameter.SponsorWeight, sponsor.Weight);
        for (var issue = 0; issue < _issues; issue++)
        {
            var position = worlds.Of(WorldParameter.PowerPosition, power.Position[issue], issue: issue, power: sponsor.Power);
            for (var slot = 0; slot < _cohort.Count; slot++)
            {
                if (_endings[slot] == Ending.Minilateral)
                {
                    _outcome[issue, slot] = ((1 - weight[slot]) * _outcome[issue, slot]) + (weight[slot] * position[slot]);
                }
            }
        }

        return before;
    }

    private double[][] Outcome() => [.. Enumerable.Range(0, _issues).Select(issue => _outcome[issue][.._cohort.Count].ToArray())];

    // D_i at the outcome, or at the status quo for a member that opted out; a column per member.
    private Columns LossesAtOutcome(WorldDraws worlds, Quantity[] statusQuo)
    {
        var loss = new Loss(_terms.Settings.LossExponent);
        var losses = new Columns(_members, _cohort.Lanes);
        var (scale, count) = (Vector256.Create(100.0), Vector256.Create((double)_issues));
        for (var member = 0; member < _members; member++)
        {
            var bit = Vector256.Create(1UL << member);
            for (var issue = 0; issue < _issues; issue++)
            {
                var salience = worlds.Salience(_terms.Settings, _terms.Crisis.Stances[member], member, issue);
                for (var lane = 0; lane < _cohort.Lanes; lane += Cohort.LanesPerVector)
                {
                    var staysOut = Vector256.Equals(_optedOut.At(lane) & bit, bit).AsDouble();
                    var bound = Vector256.ConditionalSelect(staysOut, statusQuo[issue].At(lane), _outcome.At(issue, lane));
                    var distance = Vector256.Abs(bound - _opinions.At((member * _issues) + issue, lane));
                    losses.Set(member, lane, losses.At(member, lane) + (salience.At(lane) / scale / count * loss.Of(new FourLanes(distance)).Value));
                }
            }
        }

        return losses;
    }

    // U_i(p) - R_i at the last session; a column per member, zero where no text came of it. After the losses, which put the status quo in its place.
    private double[][] Surplus(WorldDraws worlds)
    {
        var (loss, count) = (new Loss(_terms.Settings.LossExponent), Vector256.Create((double)_issues));
        var surplus = new double[_members][];
        for (var member = 0; member < _members; member++)
        {
            var own = new double[_cohort.Lanes];
            var exposure = worlds.Of(WorldParameter.Exposure, _terms.Crisis.Stances[member].Exposure, member);
            for (var issue = 0; issue < _issues; issue++)
            {
                var salience = worlds.Salience(_terms.Settings, _terms.Crisis.Stances[member], member, issue);
                var statusQuo = worlds.Of(WorldParameter.StatusQuo, _terms.Crisis.Issues[issue].StatusQuo, issue: issue);
                for (var lane = 0; lane < _cohort.Lanes; lane += Cohort.LanesPerVector)
                {
                    var opinion = _opinions.At((member * _issues) + issue, lane);
                    var stake = salience.At(lane) / Vector256.Create(100.0) / count;
                    var ofText = loss.Of(new FourLanes(Vector256.Abs(_outcome.At(issue, lane) - opinion))).Value;
                    var ofStatusQuo = loss.Of(new FourLanes(Vector256.Abs(statusQuo.At(lane) - opinion))).Value;
                    own.Set(lane, own.At(lane) + (stake * (ofStatusQuo - ofText)));
                }
            }

            for (var lane = 0; lane < _cohort.Lanes; lane += Cohort.LanesPerVector)
            {
                own.Set(lane, own.At(lane) + (_urgency.At(lane) * exposure.At(lane)));
            }

            surplus[member] = Trim(own);
        }

        return surplus;
    }

    private double[] Each(Func<int, int, double> measure)
    {
        var values = new double[_cohort.Count];
        for (var slot = 0; slot < values.Length; slot++)
        {
            var (supporters, objectors) = (BitOperations.PopCount(_supporters[slot]), BitOperations.PopCount(_objectors[slot]));
            values[slot] = _rounds[slot] == 0 ? double.NaN : measure(supporters, objectors);
        }

        return values;
    }

    // Without the padding.
    private T[] Trim<T>(T[] column) => column.Length == _cohort.Count ? column : column[.._cohort.Count];
}
