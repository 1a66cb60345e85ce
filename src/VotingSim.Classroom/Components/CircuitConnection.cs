using Microsoft.AspNetCore.Components.Server.Circuits;

namespace VotingSim.Classroom.Components;

/// <summary>Whether the browser of a page is connected.</summary>
public sealed class CircuitConnection : CircuitHandler
{
    /// <summary>Told after it was cut or came back.</summary>
    public event EventHandler? Changed;

    /// <summary>Whether it is there now.</summary>
    public bool IsUp { get; private set; } = true;

    public override Task OnConnectionUpAsync(Circuit circuit, CancellationToken cancellationToken) => Turn(true);

    public override Task OnConnectionDownAsync(Circuit circuit, CancellationToken cancellationToken) => Turn(false);

    private Task Turn(bool isUp)
    {
        IsUp = isUp;
        Changed?.Invoke(this, EventArgs.Empty);
        return Task.CompletedTask;
    }
}
