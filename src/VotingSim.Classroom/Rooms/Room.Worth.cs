using System.Collections.Immutable;
using VotingSim.Classroom.Deliberations;

namespace VotingSim.Classroom.Rooms;

/// <content>What the text that is put to the vote is worth to the members: asked once a vote, and told to each of its own seat only.</content>
public sealed partial class Room
{
    private readonly Lock _weighing = new();
    private Weighed? _weighed;

    /// <summary>What the text on the table is worth to the member in a seat; null where there is no vote, or the engine does not answer.</summary>
    internal async Task<TextWorth?> WorthAsync(int seat)
    {
        var (state, proceedings) = _now;
        if (state.Phase != RoomPhase.Voting || _isGone)
        {
            return null;
        }

        try
        {
            return (await WeighAsync(proceedings, state.Text))[seat];
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            LogFailure(e, Code); // the vote goes on without
            return null;
        }
    }

    private Task<ImmutableArray<TextWorth>> WeighAsync(Proceedings proceedings, ImmutableArray<double> text)
    {
        lock (_weighing)
        {
            if (_weighed is not { } last || !ReferenceEquals(last.Of, proceedings) || last.Text != text || last.Worth.IsFaulted)
            {
                _weighed = last = new(proceedings, text, proceedings.WeighAsync(text));
            }

            return last.Worth;
        }
    }

    private sealed record Weighed(Proceedings Of, ImmutableArray<double> Text, Task<ImmutableArray<TextWorth>> Worth);
}
