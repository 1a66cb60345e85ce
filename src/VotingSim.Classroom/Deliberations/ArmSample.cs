using VotingSim.Deliberation;
using VotingSim.Experiments.Plan;
using VotingSim.Statistics;
using VotingSim.Statistics.Survival;

namespace VotingSim.Classroom.Deliberations;

/// <summary>What came of the replications of one arm so far.</summary>
public sealed class ArmSample(Arm arm)
{
    /// <summary>Number of bins on an issue scale.</summary>
    public const int Bins = 25;

    private readonly DurationCounts _durations = new();
    private readonly List<double> _days = [];
    private readonly List<double> _texts = [];
    private readonly List<(double Day, bool Decided)> _worlds = [];
    private readonly int[] _endings = new int[Enum.GetValues<Ending>().Length];

    /// <summary>The arm.</summary>
    public Arm Arm => arm;

    /// <summary>The days of the decisions, in the order in which they were counted. Unit: days from the event.</summary>
    public IReadOnlyList<double> Days => _days;

    /// <summary>Every replication in order: its last day, and whether it decided. Unit: days from the event.</summary>
    public IReadOnlyList<(double Day, bool Decided)> Worlds => _worlds;

    /// <summary>The adopted texts on the first issue, in the order in which they were counted. Unit: issue scale.</summary>
    public IReadOnlyList<double> Texts => _texts;

    /// <summary>How many adopted a text in each bin of the first issue's scale.</summary>
    public int[] OutcomeInBin { get; } = new int[Bins];

    /// <summary>How often each member was bound over its objection.</summary>
    public int[] Outvoted { get; } = new int[arm.Terms.Roster.Size];

    /// <summary>In how many nobody was: also where nothing was decided.</summary>
    public int NobodyOutvoted { get; private set; }

    /// <summary>How many are counted.</summary>
    public int Total { get; private set; }

    /// <summary>How many decided.</summary>
    public int Decided => _days.Count;

    /// <summary>How many did not reach the agenda in time for a session.</summary>
    public int NeverOpened { get; private set; }

    /// <summary>Share that decided before the horizon.</summary>
    public Estimate DecidedShare => Total == 0 ? Estimate.Undefined : _durations.DecidedShare();

    /// <summary>Day by which half have decided. Unit: days from the event.</summary>
    public Estimate MedianDays => Total == 0 ? Estimate.Undefined : KaplanMeier.Of(_durations).Median;

    /// <summary>How many ended so.</summary>
    public int EndedBy(Ending ending) => _endings[(int)ending];

    /// <summary>Share that ended so; 0 before any is counted.</summary>
    public double ShareOf(Ending ending) => EndedBy(ending) / (double)Math.Max(1, Total);

    /// <summary>Share that decided on a day or before it.</summary>
    /// <param name="day">Unit: days from the event.</param>
    public Estimate DecidedBy(double day) => Share(_days.Count(decided => decided <= day));

    /// <summary>So many of all that are counted, as a share.</summary>
    public Estimate Share(int count) => Total == 0 ? Estimate.Undefined : Proportion.Wilson(count, Total);

    /// <summary>World by world against the same worlds under another rule: in how many this one is earlier, in how many the other, and in how many
    /// neither.</summary>
    public (int Earlier, int Later, int Same) Against(ArmSample other)
    {
        ArgumentNullException.ThrowIfNull(other);
        int[] orders = [.. _worlds.Zip(other._worlds, Order)];
        return (orders.Count(order => order < 0), orders.Count(order => order > 0), orders.Count(order => order == 0));
    }

    /// <summary>Which of two is earlier: -1 the one, 1 the other, 0 neither. A decision in time is earlier than none.</summary>
    public static int Order((double Day, bool Decided) one, (double Day, bool Decided) other) => one.Decided != other.Decided
        ? one.Decided ? -1 : 1
        : one.Decided ? Math.Sign(one.Day - other.Day) : 0;

    /// <summary>The bin that a text falls into.</summary>
    public static int BinOf(double text) => Math.Clamp((int)(text / 100 * Bins), 0, Bins - 1);

    /// <summary>Counts a cohort.</summary>
    public void Add(CohortResult result)
    {
        for (var slot = 0; slot < result.Cohort.Count; slot++)
        {
            Total++;
            _worlds.Add((result.Days[slot], result.Decided[slot]));
            _durations.Add(result.Days[slot], result.Decided[slot]);
            _endings[(int)result.Endings[slot]]++;
            NeverOpened += result.Rounds[slot] == 0 ? 1 : 0;
            if (!result.Decided[slot])
            {
                NobodyOutvoted++;
                continue;
            }

            _days.Add(result.Days[slot]);
            _texts.Add(result.Outcome[0][slot]);
            OutcomeInBin[BinOf(result.Outcome[0][slot])]++;
            var outvoted = result.Objectors[slot] & ~result.OptedOut[slot];
            NobodyOutvoted += outvoted == 0 ? 1 : 0;
            for (var seat = 0; seat < Outvoted.Length; seat++)
            {
                Outvoted[seat] += (int)(outvoted >> seat & 1);
            }
        }
    }
}
