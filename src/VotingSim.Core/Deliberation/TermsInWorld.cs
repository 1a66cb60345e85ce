using VotingSim.Cohorts;
using VotingSim.Members;
using VotingSim.Worlds;

namespace VotingSim.Deliberation;

/// <summary>What a person who looks at one world is to be told of it, where parameters are uncertain.</summary>
public static class TermsInWorld
{
    /// <summary>The terms with what was drawn for a replication in the place of what is configured: of members, exposures, the course of urgency and
    /// the chair's patience. For reading only: deliberated, they would meet other luck.</summary>
    public static DeliberationTerms InWorld(this DeliberationTerms terms, uint replication)
    {
        if (terms.Uncertainty is null)
        {
            return terms;
        }

        var draws = new WorldDraws(terms.Uncertainty, terms.Seed);
        draws.Open(new Cohort(replication, 1));
        var (calendar, urgency) = (terms.Settings.Calendar, terms.Crisis.Urgency);
        return terms with
        {
            Uncertainty = null,
            Roster = terms.Roster with { Members = [.. terms.Roster.Members.Select(MemberOf)] },
            Crisis = terms.Crisis with
            {
                Stances =
                    [.. terms.Crisis.Stances.Select((stance, seat) => stance with { Exposure = Of(WorldParameter.Exposure, stance.Exposure, seat) })],
                Urgency = urgency with
                {
                    Growth = Of(WorldParameter.UrgencyGrowth, urgency.Growth),
                    ShockSize = Of(WorldParameter.ShockSize, urgency.ShockSize),
                },
            },
            Settings = terms.Settings with
            {
                Calendar = calendar with { PatienceDays = Of(WorldParameter.PatienceDays, calendar.PatienceDays) },
            },
        };

        MemberState MemberOf(MemberState member, int seat) => member with
        {
            Influence = Of(WorldParameter.Influence, member.Influence, seat),
            Flexibility = Of(WorldParameter.Flexibility, member.Flexibility, seat),
            Unity = Of(WorldParameter.Unity, member.Unity, seat),
            Reticence = Of(WorldParameter.Reticence, member.Reticence, seat),
            Holdout = Of(WorldParameter.Holdout, member.Holdout, seat),
            ConcessionRate = Of(WorldParameter.ConcessionRate, member.ConcessionRate, seat),
        };

        double Of(WorldParameter parameter, double configured, int? seat = null) => draws.Of(parameter, configured, seat)[0];
    }
}
