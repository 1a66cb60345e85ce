using Serilog.Core;
using Serilog.Events;

namespace VotingSim.Cli;

/// <summary>While a silo or a client joins or leaves, Orleans complains of everything that is not there yet, or no longer: the command itself
/// says in a line what has become of it.</summary>
internal sealed class Passage : ILogEventFilter
{
    private static volatile bool _isUnderWay;

    /// <summary>Whether somebody is joining or leaving just now.</summary>
    public static bool IsUnderWay
    {
        get => _isUnderWay;
        set => _isUnderWay = value;
    }

    public bool IsEnabled(LogEvent logEvent) => !IsUnderWay
        || !(logEvent.Properties.TryGetValue(Constants.SourceContextPropertyName, out var source)
            && source is ScalarValue { Value: string name } && name.StartsWith("Orleans", StringComparison.Ordinal));
}
