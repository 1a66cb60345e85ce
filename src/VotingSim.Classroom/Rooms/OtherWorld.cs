using VotingSim.Classroom.Deliberations;

namespace VotingSim.Classroom.Rooms;

/// <summary>How a deliberation ended that nobody but the model played, and how a thousand ended under the same rule with other luck.</summary>
/// <param name="Text">Crisis and rule in words.</param>
/// <param name="Last">Its last round.</param>
/// <param name="Thousand">The other worlds.</param>
/// <param name="ChangesOnDay">When another rule comes into force, where that is after the last session; null where it is not. Unit: days from
/// the opening of the table.</param>
public sealed record OtherWorld(CrisisText Text, RoundView Last, ArmSample Thousand, double? ChangesOnDay = null)
{
    /// <summary>The rule in words.</summary>
    public string Rule => Text.Rule;
}
