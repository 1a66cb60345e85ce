namespace VotingSim.Classroom.Rooms;

/// <summary>Somebody is there until this is disposed of.</summary>
/// <param name="leave">What is done then, once.</param>
internal sealed class Stay(Action leave) : IDisposable
{
    private Action? _leave = leave;

    public void Dispose() => Interlocked.Exchange(ref _leave, null)?.Invoke();
}
