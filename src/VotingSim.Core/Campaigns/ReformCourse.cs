using VotingSim.Cohorts;
using VotingSim.Deliberation;
using VotingSim.Rules;

namespace VotingSim.Campaigns;

/// <summary>Under which rule each campaign of a cohort is, and when the members decide on that: model.md 9.</summary>
internal sealed class ReformCourse
{
    private readonly CampaignTerms _terms;
    private readonly Reform _reform;
    private readonly SeatedRule _by;
    private readonly RuleTimetable?[] _new;          // by stream; null where the reform does not reach it
    private readonly int _campaigns;
    private readonly List<double[]> _ends = [];      // t_e by number of the matter, over campaigns; never where it is not over
    private readonly List<bool[]> _died = [];        // ended open or failed
    private readonly List<bool[]> _saved = [];       // and the new rule would have adopted it
    private readonly double[] _since;                // the day of the reform; not a number while the rule from before is in force
    private readonly double[] _tried;                // set days up to this one are past
    private readonly int[] _from;                    // the first matter that is remembered

    public ReformCourse(CampaignTerms terms, Reform reform, int campaigns)
    {
        (_terms, _reform, _campaigns) = (terms, reform, campaigns);
        _by = new(reform.By.InForce(Reform.Category, 0), terms.Streams[0].Terms.Roster, tabulate: false);
        _new = [.. terms.Streams.Select(stream => stream.Reformed is { } reformed ? new RuleTimetable(reformed, tabulate: false) : null)];
        (_since, _tried, _from) = (new double[campaigns], new double[campaigns], new int[campaigns]);
        Array.Fill(_since, double.NaN);
        Array.Fill(_tried, -1);
    }

    /// <summary>Whether the new rule decides a matter that arises in a campaign.</summary>
    public bool Reaches(int campaign, int stream) => _new[stream] is not null && !double.IsNaN(_since[campaign]);

    /// <summary>What the members are asked before a matter is sat on; null where nobody is asked.</summary>
    public ReformQuestion? Ask(Cohort arisen)
    {
        var (matter, lanes) = (arisen.Matter!, new List<int>());
        for (var lane = 0; lane < matter.Count; lane++)
        {
            if (IsAsked(matter.Slots[lane], matter.Number, matter.Days[lane]))
            {
                lanes.Add(lane);
            }
        }

        return lanes.Count == 0 ? null : new()
        {
            Arisen = arisen,
            Lanes = [.. lanes],
            Saved = [.. _saved.Select((saved, number) => Enumerable.Range(0, _campaigns).Select(at => saved[at] && number >= _from[at]).ToArray())],
            Uncertainty = _terms.Streams[matter.Stream].Terms.Uncertainty,
        };
    }

    /// <summary>Counts the ballots on a question, in seat order: whoever is for the reform supports it, whoever is against it objects. It takes a
    /// supporter as well as the rule.</summary>
    public void Decide(ReformQuestion question, IReadOnlyList<int[]> ballots)
    {
        var matter = question.Arisen.Matter!;
        foreach (var (place, lane) in question.Lanes.Index())
        {
            var (supporters, objectors) = (0UL, 0UL);
            for (var seat = 0; seat < ballots.Count; seat++)
            {
                supporters |= ballots[seat][place] > 0 ? 1UL << seat : 0;
                objectors |= ballots[seat][place] < 0 ? 1UL << seat : 0;
            }

            if (supporters != 0 && _by.Adopts(new(new Coalition(supporters), new Coalition(objectors))))
            {
                _since[matter.Slots[lane]] = matter.Days[lane];
            }
        }
    }

    /// <summary>Takes down what came of a sitting.</summary>
    public void Add(CohortResult result)
    {
        var matter = result.Cohort.Matter!;
        while (_ends.Count <= matter.Number)
        {
            _ends.Add(new double[_campaigns]);
            Array.Fill(_ends[^1], double.PositiveInfinity);
            _died.Add(new bool[_campaigns]);
            _saved.Add(new bool[_campaigns]);
        }

        for (var lane = 0; lane < matter.Count; lane++)
        {
            var campaign = matter.Slots[lane];
            var died = result.Endings[lane] is Ending.Open or Ending.Failed;
            _ends[matter.Number][campaign] = matter.Days[lane] + result.Days[lane];
            _died[matter.Number][campaign] = died;
            _saved[matter.Number][campaign] = died && result.Rounds[lane] > 0 && _new[matter.Stream] is { } rules
                && rules.InRound(result.Rounds[lane] - 1).Adopts(new(new Coalition(result.Supporters[lane]), new Coalition(result.Objectors[lane])));
        }
    }

    private bool IsAsked(int campaign, int number, double day)
    {
        if (!double.IsNaN(_since[campaign]))
        {
            if (_reform.SunsetYears == 0 || day < _since[campaign] + (_reform.SunsetYears * CampaignTerms.DaysOfYear))
            {
                return false;
            }

            // The sun has set: what came before is no reason for another reform.
            (_since[campaign], _from[campaign], _tried[campaign]) = (double.NaN, number, day);
        }

        var isDay = _reform.Days.Any(set => set > _tried[campaign] && set <= day);
        _tried[campaign] = day;
        return isDay || (_reform.Backlog > 0 && Pressing(campaign, number, day) >= _reform.Backlog);
    }

    // Matters that died, or that stand open on that day.
    private int Pressing(int campaign, int number, double day)
    {
        var pressing = 0;
        for (var one = _from[campaign]; one < number; one++)
        {
            pressing += _died[one][campaign] || _ends[one][campaign] > day ? 1 : 0;
        }

        return pressing;
    }
}
