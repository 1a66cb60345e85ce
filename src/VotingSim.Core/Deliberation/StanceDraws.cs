using VotingSim.Crises;
using VotingSim.Randomness;
using VotingSim.Worlds;

namespace VotingSim.Deliberation;

/// <summary>What a member wants in each world: model.md 2. The member and the chair draw the same numbers, from the same counters.</summary>
/// <remarks>Exposure stays as it is configured, whatever the saliences turn out to be.</remarks>
internal static class StanceDraws
{
    /// <summary>x_ik = clamp(X_ik + sigma z, 0, 100).</summary>
    public static Quantity Position(this WorldDraws worlds, DeliberationSettings settings, Stance stance, int seat, int issue) => worlds.Around(
        worlds.Of(WorldParameter.Position, stance.Position[issue], seat, issue),
        worlds.Of(WorldParameter.PositionNoise, settings.PositionNoise),
        DrawPurpose.IdealPoint,
        seat,
        issue);

    /// <summary>s_ik = clamp(S_ik + sigma_s z, 0, 100).</summary>
    public static Quantity Salience(this WorldDraws worlds, DeliberationSettings settings, Stance stance, int seat, int issue) => worlds.Around(
        worlds.Of(WorldParameter.Salience, stance.Salience[issue], seat, issue),
        worlds.Of(WorldParameter.SalienceNoise, settings.SalienceNoise),
        DrawPurpose.Salience,
        seat,
        issue);
}
