using System.Collections.Immutable;
using VotingSim.Campaigns;
using VotingSim.Deliberation;
using VotingSim.Grains;
using VotingSim.Rules;

namespace VotingSim.Classroom.Lessons;

/// <summary>What the members remember of the matters that are over, and what they bring to the one that comes: the engine's own
/// recollection.</summary>
public sealed class TermMemory
{
    private readonly Goodwill?[] _goodwill;
    private readonly Recollections[] _recollections;
    private readonly ImmutableArray<bool> _byVote;
    private readonly ImmutableArray<CohortResult> _results;
    private readonly Term _term;

    /// <summary>Lets the members recollect.</summary>
    /// <param name="term">The term.</param>
    /// <param name="byVote">Whether a vote was chosen, for the matters that are over.</param>
    /// <param name="results">What came of them.</param>
    public TermMemory(Term term, ImmutableArray<bool> byVote, ImmutableArray<CohortResult> results)
    {
        (_term, _byVote, _results) = (term, byVote, results);
        var hasNext = results.Length < term.Matters.Length;
        var campaign = term.CampaignOf(hasNext ? byVote.Add(false) : byVote);
        var members = campaign.Streams[0].Terms.Roster.Size;
        (_goodwill, _recollections) = (new Goodwill?[members], new Recollections[members]);
        for (var seat = 0; seat < members; seat++)
        {
            var recollection = new Recollection(seat, campaign.Streams[0].Terms.Seed, term.Conduct, new(term.Replication, 1));
            for (var matter = 0; matter < campaign.Streams.Length; matter++)
            {
                var (terms, sitting) = (campaign.Streams[matter].Terms, RoomMemory.SittingOf(campaign, term.Replication, matter));
                _goodwill[seat] = recollection.Open(sitting, PreferenceProfile.Of(terms, seat), terms.Uncertainty);
                if (matter < results.Length)
                {
                    recollection.Remember(results[matter] with { Cohort = sitting });
                }
            }

            _recollections[seat] = recollection.Recall(term.Years);
        }
    }

    /// <summary>How many matters are over.</summary>
    public int Over => _results.Length;

    /// <summary>Whether a vote was chosen for a matter that is over.</summary>
    public bool WasByVote(int matter) => _byVote[matter];

    /// <summary>What came of a matter that is over.</summary>
    public CohortResult ResultOf(int matter) => _results[matter];

    /// <summary>Goodwill of a member at the opening of a matter, up to the one that comes. Unit: utility.</summary>
    public double At(int matter, int seat) => _recollections[seat].AtOpening[matter][0];

    /// <summary>Goodwill of a member at the opening of the matter that comes; after the last, when the term ends. Unit: utility.</summary>
    public double Now(int seat) => Over < _term.Matters.Length ? At(Over, seat) : _recollections[seat].AtYears[^1][0];

    /// <summary>Goodwill of all members at the opening of a matter, or with the number of matters when the term ends.</summary>
    public ImmutableArray<double> All(int matter) =>
        [.. Enumerable.Range(0, _recollections.Length).Select(seat => matter < _term.Matters.Length ? At(matter, seat) : Now(seat))];

    /// <summary>Who carries out what a matter decided; nobody where nothing was decided.</summary>
    public Coalition CarriedOut(int matter)
    {
        var who = Coalition.Empty;
        for (var seat = 0; seat < _recollections.Length; seat++)
        {
            who |= _recollections[seat].CarriedOut[matter][0] ? Coalition.Of(seat) : Coalition.Empty;
        }

        return who;
    }

    /// <summary>Who was outvoted in a matter.</summary>
    public Coalition Outvoted(int matter) => _results[matter].Endings[0] == Ending.Vote
        ? new Coalition(_results[matter].Objectors[0]) - new Coalition(_results[matter].OptedOut[0])
        : Coalition.Empty;

    /// <summary>The terms as the members come to the matter with their goodwill: what each swallows, and how far it listens. Model.md 9. For reading
    /// only: deliberated, they would count goodwill twice.</summary>
    public DeliberationTerms Felt(DeliberationTerms terms) => terms with
    {
        Roster = terms.Roster with
        {
            Members =
            [
                .. terms.Roster.Members.Select((member, seat) => _goodwill[seat] is not { } goodwill ? member : member with
                {
                    Unity = Math.Max(0, member.Unity + goodwill.Now[0]),
                    Flexibility = Math.Min(1, member.Flexibility * goodwill.Ears[0]),
                }),
            ],
        },
    };
}
