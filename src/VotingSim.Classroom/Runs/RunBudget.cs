using VotingSim.Classroom.Deliberations;
using VotingSim.Experiments.Plan;
using VotingSim.Experiments.Store;
using static VotingSim.Classroom.Languages.Speech;

namespace VotingSim.Classroom.Runs;

/// <summary>How much a run would be, and whether a page may start it; the command <c>run</c> knows no such limits.</summary>
/// <param name="Rows">Deliberations in all.</param>
/// <param name="Bytes">What they take on the disk, at most.</param>
/// <param name="Free">What is free there; null where that is not known.</param>
public sealed record RunBudget(long Rows, long Bytes, long? Free)
{
    /// <summary>The largest number of deliberations of a run that is started from a page.</summary>
    public const long MostRows = 1_000_000;

    // docs/operations.md, "How large".
    private const long BytesOfRow = 70;
    private const long BytesOfIssue = 16;

    // What is left to everything else on the disk.
    private const long Spared = 1_000_000_000;

    /// <summary>The estimate, in words.</summary>
    public string Estimate => TellOf(
        Rows, $"{ClassroomWording.Large(Rows)} deliberation in all, at most {ClassroomWording.Size(Bytes)} on the disk.",
        $"{ClassroomWording.Large(Rows)} deliberations in all, at most {ClassroomWording.Size(Bytes)} on the disk.");

    /// <summary>Why a page does not start it; null where it may.</summary>
    public string? Refusal => Rows > MostRows
        ? Tell(
            $"{ClassroomWording.Large(Rows)} deliberations are more than a page may start; expected at most {ClassroomWording.Large(MostRows)} "
            + $"(the command run knows no limit)")
        : Bytes > Free - Spared
            ? Tell($"it takes up to {ClassroomWording.Size(Bytes)}, and only {ClassroomWording.Size(Free!.Value)} are free on the disk")
        : null;

    /// <summary>The budget of a plan.</summary>
    /// <param name="plan">What would be run.</param>
    /// <param name="folder">Where its rows would go; it need not exist.</param>
    public static RunBudget Of(ExperimentPlan plan, string folder)
    {
        var rows = plan.Replications * plan.Arms.Length;
        var issues = plan.Arms.Max(arm => arm.Terms.Crisis.Issues.Length);
        return new(rows, rows * (BytesOfRow + (BytesOfIssue * (issues - 1))), ResultsFolder.FreeBytesAt(folder));
    }
}
