using System.Diagnostics;
using System.Globalization;
using VotingSim.Deliberation;
using VotingSim.Rules;

namespace VotingSim.Benchmarks.Performance;

/// <summary>The loop of native/loop.cpp, compiled for this machine, in a process of its own that waits for commands.</summary>
internal sealed class NativeLoop : IDisposable
{
    /// <summary>How it is compiled.</summary>
    public const string Compilation = "g++ -O2";

    private readonly Process _process;

    private NativeLoop(Process process) => _process = process;

    /// <summary>Compiles the loop; null where there is no compiler.</summary>
    public static async Task<string?> CompileAsync(TemporaryFolder folder)
    {
        var program = folder.In("loop");
        string[] words = [.. Compilation.Split(' '), "-o", program, RepositoryRoot.In("tests", "VotingSim.Benchmarks", "native", "loop.cpp")];
        try
        {
            await ProcessorTime.OfProgramAsync(folder.Path, words);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }

        return program;
    }

    /// <summary>Starts it on a world.</summary>
    public static NativeLoop Start(string program, DeliberationTerms terms)
    {
        var loop = new NativeLoop(Process.Start(new ProcessStartInfo(program) { RedirectStandardInput = true, RedirectStandardOutput = true, UseShellExecute = false })!);
        foreach (var line in Describe(terms))
        {
            loop._process.StandardInput.WriteLine(line);
        }

        return loop;
    }

    /// <summary>The number of rounds of the first replications.</summary>
    public int[] Rounds(int replications) => Array.ConvertAll(Ask($"rounds {replications}"), int.Parse);

    /// <summary>Deliberates the first replications.</summary>
    /// <returns>Nanoseconds of processor time per member-round.</returns>
    public double Nanoseconds(int replications)
    {
        var words = Array.ConvertAll(Ask($"run {replications}"), double.Parse);
        return words[1] / words[0];
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }

    private string[] Ask(string command)
    {
        _process.StandardInput.WriteLine(command);
        _process.StandardInput.Flush();
        return _process.StandardOutput.ReadLine()!.Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    private static IEnumerable<string> Describe(DeliberationTerms terms)
    {
        var (roster, crisis, settings) = (terms.Roster, terms.Crisis, terms.Settings);
        var (urgency, calendar, rule, seats) = (crisis.Urgency, settings.Calendar, new SeatedRule(terms.Rule, roster), Enumerable.Range(0, roster.Size));
        yield return $"{roster.Size} {terms.Seed}";
        yield return Line(crisis.Issues[0].StatusQuo, urgency.Initial, urgency.Growth, urgency.ShockRate, urgency.ShockSize, urgency.Ceiling);
        yield return Line(calendar.FirstRoundDay, calendar.RoundDays, calendar.PatienceDays, settings.HorizonDays);
        yield return Line(settings.PositionNoise, settings.BallotNoise, settings.DispositionDays, settings.ConsultationRate);
        yield return Line(settings.ShadowOfTheVote, settings.UrgencyResponse, settings.Accommodation, settings.HeaviestVoice);
        foreach (var (member, stance) in roster.Members.Zip(crisis.Stances))
        {
            yield return Line(stance.Position[0], stance.Salience[0], stance.Exposure, member.Influence, member.Flexibility);
            yield return Line(member.Unity, member.Reticence, member.Holdout, member.ConcessionRate);
        }

        yield return Line([.. seats.SelectMany(listener => seats.Select(speaker => roster.AffinityOf(listener, speaker)))]);
        var tally = new char[(int)Math.Pow(3, roster.Size)];
        for (var index = 0; index < tally.Length; index++)
        {
            tally[index] = rule.Adopts(new(InBaseThree(index, 1), InBaseThree(index, 2))) ? '1' : '0';
        }

        var coalitions = Enumerable.Range(0, 1 << roster.Size).Select(members => new Coalition((ulong)members)).ToArray();
        yield return new(tally);
        yield return string.Concat(coalitions.Select(coalition => rule.Suffices(coalition) ? '1' : '0'));
        yield return string.Join(' ', coalitions.Select(objectors => rule.Dispensable(objectors).Members));
    }

    private static Coalition InBaseThree(int index, int digit)
    {
        var members = Coalition.Empty;
        for (var seat = 0; index > 0; index /= 3, seat++)
        {
            members |= index % 3 == digit ? Coalition.Of(seat) : Coalition.Empty;
        }

        return members;
    }

    private static string Line(params double[] numbers) => string.Join(' ', numbers.Select(number => number.ToString("R", CultureInfo.InvariantCulture)));
}
