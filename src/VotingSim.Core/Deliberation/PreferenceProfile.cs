using System.Collections.Immutable;
using VotingSim.Crises;

namespace VotingSim.Deliberation;

/// <summary>What one member brings to the table: what it wants, how it bargains, and whom it listens to. It knows nothing of what the
/// others want.</summary>
public sealed record PreferenceProfile
{
    /// <summary>The member's code, e.g. <c>IDN</c>.</summary>
    public required string Code { get; init; }

    /// <summary>Its seat, i: its place in the order of members.</summary>
    public required int Seat { get; init; }

    /// <summary>X_ik and s_ik, exposure and red lines in this crisis.</summary>
    public required Stance Stance { get; init; }

    /// <summary>phi_i: how far deliberation moves it. Range: 0 to 1.</summary>
    public required double Flexibility { get; init; }

    /// <summary>b_i: dissatisfaction that it swallows in silence. Unit: utility.</summary>
    public required double Unity { get; init; }

    /// <summary>h_i: share of the surplus that it demands at the opening. Range: 0 to 1.</summary>
    public required double Holdout { get; init; }

    /// <summary>gamma_i: how fast that demand decays. Unit: per 30 days.</summary>
    public required double ConcessionRate { get; init; }

    /// <summary>c_j a_ij: how much it hears each member of the table, in seat order, itself included.</summary>
    public required ImmutableArray<double> Hears { get; init; }

    /// <summary>sum over e of c_e a_ie: how much it hears all external powers together.</summary>
    public required double HearsOutside { get; init; }

    /// <summary>sum over e of c_e a_ie z_ek, per issue: what it hears from them.</summary>
    public required ImmutableArray<double> OutsideVoices { get; init; }

    /// <summary>q_k: what stands if nothing is decided. Unit: issue scale.</summary>
    public required ImmutableArray<double> StatusQuo { get; init; }

    /// <summary>The profile of the member in a seat.</summary>
    public static PreferenceProfile Of(DeliberationTerms terms, int seat)
    {
        var (roster, crisis) = (terms.Roster, terms.Crisis);
        var member = roster.Members[seat];
        return new()
        {
            Code = member.Code,
            Seat = seat,
            Stance = crisis.Stances[seat],
            Flexibility = member.Flexibility,
            Unity = member.Unity,
            Holdout = member.Holdout,
            ConcessionRate = member.ConcessionRate,
            Hears = [.. Enumerable.Range(0, roster.Size).Select(speaker => roster.Members[speaker].Influence * roster.AffinityOf(seat, speaker))],
            HearsOutside = crisis.ExternalPowers.Sum(power => power.Influence * power.Affinity[seat]),
            OutsideVoices =
            [
                .. crisis.Issues.Select(
                    (_, issue) => crisis.ExternalPowers.Sum(power => power.Influence * power.Affinity[seat] * power.Position[issue])),
            ],
            StatusQuo = [.. crisis.Issues.Select(issue => issue.StatusQuo)],
        };
    }
}
