using Serilog.Core;
using Serilog.Events;

namespace VotingSim.Cli;

/// <summary>What a line of the log says of an exception: its message, and all of it only where details were asked for.</summary>
/// <param name="isWhole">Whether the stack trace is shown.</param>
internal sealed class FaultText(bool isWhole) : ILogEventEnricher
{
    public void Enrich(LogEvent logEvent, ILogEventPropertyFactory propertyFactory)
    {
        if (logEvent.Exception is { } fault)
        {
            var text = isWhole ? $"{Environment.NewLine}{fault}" : $": {fault.GetBaseException().Message.Split('\n')[0].Trim()}";
            logEvent.AddOrUpdateProperty(propertyFactory.CreateProperty("Fault", text));
        }
    }
}
