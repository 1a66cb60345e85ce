using System.Globalization;

namespace VotingSim.Cli;

/// <summary>A line on standard error every ten seconds, for longer work that nobody watches on a terminal.</summary>
internal sealed class ProgressLines : IDisposable
{
    /// <summary>The environment variable that sets another interval in seconds; 0 for no lines.</summary>
    public const string Variable = "VOTINGSIM_PROGRESS";

    private const double Seconds = 10;

    private readonly string _work;
    private readonly long _began;
    private readonly TimeProvider _clock;
    private readonly ITimer? _timer;
    private volatile Func<TimeSpan, string>? _words;

    private ProgressLines(string work, TimeSpan interval, TimeProvider clock)
    {
        (_work, _clock, _began) = (work, clock, clock.GetTimestamp());
        _timer = interval > TimeSpan.Zero ? clock.CreateTimer(_ => Write(), null, interval, interval) : null;
    }

    /// <summary>Begins to tell of some work.</summary>
    /// <param name="work">What is done, at the beginning of a line.</param>
    public static ProgressLines Begin(string work) => new(work, Interval, TimeProvider.System);

    /// <summary>Sets what to say beside the time, given the time since the work began. Default: nothing.</summary>
    public void Say(Func<TimeSpan, string> words) => _words = words;

    public void Dispose() => _timer?.Dispose();

    private static TimeSpan Interval =>
        double.TryParse(Environment.GetEnvironmentVariable(Variable), NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds)
        && seconds is >= 0 and <= 86400 ? TimeSpan.FromSeconds(seconds) : TimeSpan.FromSeconds(Seconds);

    private void Write()
    {
        var elapsed = _clock.GetElapsedTime(_began);
        var words = _words?.Invoke(elapsed) is { } said ? $"{said}, " : "";
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{_work}: {words}{elapsed.TotalSeconds:N0} s"));
    }
}
