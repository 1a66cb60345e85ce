using System.Collections.Immutable;
using VotingSim.Deliberation;
using VotingSim.Members;
using VotingSim.Worlds;

namespace VotingSim.Evidence.Claims;

/// <summary>A mechanism of the model that can be switched off.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Symbol">Its symbol in the description of the model.</param>
/// <param name="Parameters">The parameters that are its strength: what is uncertain of them goes with it.</param>
/// <param name="StrengthOf">How strong it is; 0 is off.</param>
/// <param name="WithoutIt">The terms with its strength at 0.</param>
public sealed record MechanismSwitch(
    string Name,
    string Symbol,
    ImmutableArray<WorldParameter> Parameters,
    Func<DeliberationTerms, double> StrengthOf,
    Func<DeliberationTerms, DeliberationTerms> WithoutIt)
{
    /// <summary>All of them, in the order of the description of the model. How fast demands fall is none: without it nobody ever concedes.</summary>
    public static ImmutableArray<MechanismSwitch> All { get; } =
    [
        OfSettings("what is not known of positions and saliences", "sigma", settings => settings.PositionNoise + settings.SalienceNoise,
            settings => settings with { PositionNoise = 0, SalienceNoise = 0 }, WorldParameter.PositionNoise, WorldParameter.SalienceNoise),
        OfSettings("wait for the agenda", "A", settings => settings.Calendar.Agenda.MedianDays,
            settings => settings with { Calendar = settings.Calendar with { Agenda = settings.Calendar.Agenda with { MedianDays = 0 } } },
            WorldParameter.AgendaMedianDays),
        OfMembers("holding out", "h", member => member.Holdout, member => member with { Holdout = 0 }, WorldParameter.Holdout),
        OfSettings("urgency hastens concession", "upsilon", settings => settings.UrgencyResponse, settings => settings with { UrgencyResponse = 0 },
            WorldParameter.UrgencyResponse),
        OfSettings("shadow of the vote", "nu", settings => settings.ShadowOfTheVote, settings => settings with { ShadowOfTheVote = 0 },
            WorldParameter.ShadowOfTheVote),
        new("foresight", "foresight", [], terms => terms.Rule.Stages().Count() > 1 ? terms.Settings.ForesightDays : 0,
            terms => terms with { Settings = terms.Settings with { ForesightDays = 0 } }),
        OfSettings("accommodation", "mu", settings => settings.Accommodation, settings => settings with { Accommodation = 0 },
            WorldParameter.Accommodation),
        OfMembers("persuasion", "phi", member => member.Flexibility, member => member with { Flexibility = 0 }, WorldParameter.Flexibility),
        OfUrgency("growth of urgency", "g", urgency => urgency.Growth, urgency => urgency with { Growth = 0 }, WorldParameter.UrgencyGrowth),
        OfUrgency("shocks", "lambda", urgency => urgency.ShockRate, urgency => urgency with { ShockRate = 0 }, WorldParameter.ShockRate),
        OfSettings("inclination", "tau", settings => settings.BallotNoise, settings => settings with { BallotNoise = 0 }, WorldParameter.BallotNoise),
        OfMembers("support below one's margin", "b", member => member.Unity, member => member with { Unity = 0 }, WorldParameter.Unity),
        OfMembers("silence", "a", member => member.Reticence, member => member with { Reticence = 0 }, WorldParameter.Reticence),
        OfSettings("patience with a majority", "omega", settings => settings.Calendar.PatienceDays,
            settings => settings with { Calendar = settings.Calendar with { PatienceDays = 0 } }, WorldParameter.PatienceDays),
    ];

    /// <summary>Whether there is something to switch off.</summary>
    public bool IsOn(DeliberationTerms terms)
    {
        ArgumentNullException.ThrowIfNull(terms);
        return StrengthOf(terms) != 0 || terms.Uncertainty?.Parameters.Any(one => !one.Scales && Parameters.Contains(one.Parameter)) == true;
    }

    /// <summary>The terms without the mechanism, in the same worlds.</summary>
    public DeliberationTerms Off(DeliberationTerms terms)
    {
        var off = WithoutIt(terms);
        return off.Uncertainty is not { } uncertainty ? off : off with
        {
            // No other parameter is drawn otherwise for it.
            Uncertainty = uncertainty with { Parameters = [.. uncertainty.Parameters.Where(one => !Parameters.Contains(one.Parameter))] },
        };
    }

    private static MechanismSwitch OfSettings(string name, string symbol, Func<DeliberationSettings, double> strength,
        Func<DeliberationSettings, DeliberationSettings> off, params ImmutableArray<WorldParameter> parameters) =>
        new(name, symbol, parameters, terms => strength(terms.Settings), terms => terms with { Settings = off(terms.Settings) });

    private static MechanismSwitch OfMembers(string name, string symbol, Func<MemberState, double> strength, Func<MemberState, MemberState> off,
        params ImmutableArray<WorldParameter> parameters) => new(
        name, symbol, parameters, terms => terms.Roster.Members.Max(strength),
        terms => terms with { Roster = terms.Roster with { Members = [.. terms.Roster.Members.Select(off)] } });

    private static MechanismSwitch OfUrgency(string name, string symbol, Func<Crises.Urgency, double> strength,
        Func<Crises.Urgency, Crises.Urgency> off, params ImmutableArray<WorldParameter> parameters) => new(
        name, symbol, parameters, terms => strength(terms.Crisis.Urgency),
        terms => terms with { Crisis = terms.Crisis with { Urgency = off(terms.Crisis.Urgency) } });
}
