using System.Numerics;
using System.Runtime.Intrinsics;
using VotingSim.Measures;
using VotingSim.Rules;

namespace VotingSim.Deliberation;

/// <summary>Where the chair writes down how each replication of a cohort ended, until all have and the measures are taken, a column at a
/// time.</summary>
internal sealed class CohortRecord
{
    private readonly DeliberationTerms _terms;
    private readonly Cohort _cohort;
    private readonly int _members;
    private readonly int _issues;
    private readonly bool[] _decided;
    private readonly int[] _rounds;
    private readonly ulong[] _supporters;
    private readonly ulong[] _objectors;
    private readonly ulong[] _optedOut;
    private readonly Columns _outcome;
    private readonly Columns _opinions;
    private double[] _openingCohesion = [];

    public CohortRecord(DeliberationTerms terms, Cohort cohort)
    {
        (_terms, _cohort, _members, _issues) = (terms, cohort, terms.Roster.Size, terms.Crisis.Issues.Length);
        _decided = new bool[cohort.Count];
        _rounds = new int[cohort.Count];
        _supporters = new ulong[cohort.Count];
        _objectors = new ulong[cohort.Count];
        _optedOut = new ulong[cohort.Lanes];
        _outcome = new(_issues, cohort.Lanes);
        _opinions = new(_members * _issues, cohort.Lanes);
    }

    /// <summary>Takes the measure of the opening statements; a lane is a replication then.</summary>
    public void Open(Columns opinions) => _openingCohesion = Cohesion.OfPositions(opinions, _members, _issues, _cohort.Lanes);

    /// <summary>Writes down the end of one replication.</summary>
    /// <param name="slot">Place of the replication in the cohort.</param>
    /// <param name="lane">Its lane.</param>
    /// <param name="round">The round that ended it.</param>
    /// <param name="tally">The last ballots.</param>
    /// <param name="optedOut">Who stays out of the decision; null where there is none.</param>
    /// <param name="opinions">The opinions at the end.</param>
    /// <param name="draft">The last draft.</param>
    public void End(int slot, int lane, int round, Tally tally, Coalition? optedOut, Columns opinions, Columns draft)
    {
        _decided[slot] = optedOut is not null;
        _rounds[slot] = round + 1;
        _supporters[slot] = tally.Supporters.Members;
        _objectors[slot] = tally.Objectors.Members;
        _optedOut[slot] = optedOut?.Members ?? 0;
        for (var issue = 0; issue < _issues; issue++)
        {
            _outcome[issue, slot] = optedOut is null ? _terms.Crisis.Issues[issue].StatusQuo : draft[issue, lane];
        }

        for (var column = 0; column < _opinions.Count; column++)
        {
            _opinions[column, slot] = opinions[column, lane];
        }
    }

    /// <summary>Takes all measures.</summary>
    public CohortResult Measure(IReadOnlyList<TracedRound> traces)
    {
        var losses = LossesAtOutcome();
        var cohesion = Cohesion.OfPositions(_opinions, _members, _issues, _cohort.Lanes);
        return new()
        {
            Cohort = _cohort,
            Decided = _decided,
            Rounds = _rounds,
            Outcome = [.. Enumerable.Range(0, _issues).Select(issue => _outcome[issue][.._cohort.Count].ToArray())],
            Supporters = _supporters,
            Objectors = _objectors,
            OptedOut = Trim(_optedOut),
            AgreementIndex = Each((supporters, objectors) => Cohesion.AgreementIndex(supporters, objectors, _members - supporters - objectors)),
            RiceIndex = Each(Cohesion.RiceIndex),
            OpeningCohesion = Trim(_openingCohesion),
            PositionalCohesion = Trim(cohesion),
            Polarization = Trim(Polarization.OfPositions(cohesion, _members)),
            Outvoted =
            [
                .. Enumerable.Range(0, _cohort.Count).Select(
                    slot => _decided[slot] ? BitOperations.PopCount(_objectors[slot] & ~_optedOut[slot]) : 0),
            ],
            Coverage =
            [
                .. Enumerable.Range(0, _cohort.Count).Select(
                    slot => _decided[slot] ? (double)(_members - BitOperations.PopCount(_optedOut[slot])) / _members : double.NaN),
            ],
            MeanUtility = Trim(Welfare.MeanUtility(losses)),
            MinimumUtility = Trim(Welfare.MinimumUtility(losses)),
            Inequality = Trim(Welfare.Inequality(losses)),
            Traces = traces,
        };
    }

    // D_i at the outcome, or at the status quo for a member that opted out; a column per member.
    private Columns LossesAtOutcome()
    {
        var loss = new Loss(_terms.Settings.LossExponent);
        var losses = new Columns(_members, _cohort.Lanes);
        for (var member = 0; member < _members; member++)
        {
            var bit = Vector256.Create(1UL << member);
            for (var lane = 0; lane < _cohort.Lanes; lane += Cohort.LanesPerVector)
            {
                var staysOut = Vector256.Equals(_optedOut.At(lane) & bit, bit).AsDouble();
                var sum = Vector256<double>.Zero;
                for (var issue = 0; issue < _issues; issue++)
                {
                    var stake = Vector256.Create(_terms.Crisis.Stances[member].Salience[issue] / 100 / _issues);
                    var bound = Vector256.ConditionalSelect(
                        staysOut, Vector256.Create(_terms.Crisis.Issues[issue].StatusQuo), _outcome.At(issue, lane));
                    sum += stake * loss.Of(Vector256.Abs(bound - _opinions.At((member * _issues) + issue, lane)));
                }

                losses.Set(member, lane, sum);
            }
        }

        return losses;
    }

    private double[] Each(Func<int, int, double> measure)
    {
        var values = new double[_cohort.Count];
        for (var slot = 0; slot < values.Length; slot++)
        {
            values[slot] = measure(BitOperations.PopCount(_supporters[slot]), BitOperations.PopCount(_objectors[slot]));
        }

        return values;
    }

    // Without the padding.
    private T[] Trim<T>(T[] column) => column.Length == _cohort.Count ? column : column[.._cohort.Count];
}
