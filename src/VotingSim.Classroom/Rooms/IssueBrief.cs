using System.Collections.Immutable;
using VotingSim.Crises;

namespace VotingSim.Classroom.Rooms;

/// <summary>What a member wants on an issue.</summary>
/// <param name="Name">The issue, in words.</param>
/// <param name="Low">What 0 means.</param>
/// <param name="High">What 100 means.</param>
/// <param name="StatusQuo">What stands without a decision.</param>
/// <param name="Position">Its ideal.</param>
/// <param name="Salience">How much it matters to it, 0 to 100.</param>
/// <param name="RedLine">The texts that it can live with; null where all.</param>
/// <param name="Points">What places on the scale mean, both ends among them; empty where the crisis names none.</param>
public sealed record IssueBrief(
    string Name, string Low, string High, double StatusQuo, double Position, double Salience, Tolerance? RedLine, ImmutableArray<ScalePoint> Points);
