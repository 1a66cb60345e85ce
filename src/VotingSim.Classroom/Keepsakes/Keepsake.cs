using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using VotingSim.Classroom.Deliberations;
using VotingSim.Classroom.Rooms;
using VotingSim.Configuration.Cases;
using static VotingSim.Classroom.Languages.Speech;

namespace VotingSim.Classroom.Keepsakes;

/// <summary>
/// What is taken home from a session or a table, round by round. It holds what everybody in the room has seen, and no name of anybody
/// who was there.
/// </summary>
/// <param name="Title">What the page is called.</param>
/// <param name="Chapters">What was deliberated; at least one.</param>
/// <param name="Again">How the same is held again: what it is called, and what it is.</param>
public sealed record Keepsake(string Title, ImmutableArray<KeepsakeChapter> Chapters, ImmutableArray<(string Name, string Value)> Again)
{
    /// <summary>Of a room, with the sessions or matters before.</summary>
    /// <param name="room">The room.</param>
    /// <param name="library">The words of crises.</param>
    public static Keepsake Of(Room room, CrisisLibrary library)
    {
        ArgumentNullException.ThrowIfNull(room);
        ArgumentNullException.ThrowIfNull(library);
        var (last, settings, tellsAll) = (room.Proceedings, room.State.Settings, room.IsThrough);
        ImmutableArray<KeepsakeChapter> chapters = last switch
        {
            { Session: { } term } => [.. term.Before.Add(last).Select((matter, i) => Chapter(matter, Tell($"Matter {i + 1}"), tellsAll))],
            { First: { } first } => [Chapter(first, Tell("First session"), tells: false), Chapter(last, Tell("Second session"), tellsAll)],
            _ => [Chapter(last, null, tellsAll)],
        };
        return new(
            last.Session is null
                ? last.Text.Question
                : TellOf(chapters.Length, $"A term of {chapters.Length} matter", $"A term of {chapters.Length} matters"),
            chapters,
            [
                (Tell("Who played"), chapters.Any(chapter => chapter.Rounds.Any(round => !round.Played.IsEmpty))
                    ? Tell("People and, where nobody sat or voted, the model. The luck was that of seed and replication.")
                    : Tell("The model, with the luck of seed and replication.")),
                .. Names(settings.Choice, [.. chapters.Select(chapter => chapter.Terms.Crisis.Name).Distinct()]),
                .. Luck(settings.Choice.Seed, settings.Choice.Replication),
                Version,
            ]);

        KeepsakeChapter Chapter(Proceedings held, string? place, bool tells) =>
            new(held.Terms, held.Text, [KeepsakeRound.Of(held.Opening), .. held.Held.Select(KeepsakeRound.Of)])
            {
                Place = place,
                Happened = tells ? CaseOf(library, held.Terms.Crisis.Name) : null,
            };
    }

    /// <summary>Of a table of one's own.</summary>
    /// <param name="live">The deliberation, as far as it was watched.</param>
    /// <param name="library">The words of crises.</param>
    /// <param name="choice">What was chosen.</param>
    public static Keepsake Of(LiveDeliberation live, CrisisLibrary library, TableChoice choice)
    {
        ArgumentNullException.ThrowIfNull(choice);
        return Of(live, library,
        [
            (Tell("Who played"), Tell("The model.")),
            .. Names(choice, [choice.Crisis]),
            .. Luck(choice.Seed, choice.Replication),
            (Tell("At the table"), $"/?{choice.Query}"),
            Version,
        ]);
    }

    /// <summary>Of a replication of a run that was held again.</summary>
    /// <param name="live">The deliberation, as far as it was watched.</param>
    /// <param name="library">The words of crises.</param>
    /// <param name="run">The name of the run.</param>
    /// <param name="seed">Its seed.</param>
    public static Keepsake Of(LiveDeliberation live, CrisisLibrary library, string run, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(live);
        return Of(live, library,
        [
            (Tell("Who played"), Tell("The model.")),
            (Tell("Run"), run),
            (Tell("Arm"), live.Arm.Id),
            .. Luck(seed, live.Replication),
            Version,
        ]);
    }

    private static Keepsake Of(LiveDeliberation live, CrisisLibrary library, ImmutableArray<(string Name, string Value)> again)
    {
        ArgumentNullException.ThrowIfNull(live);
        ArgumentNullException.ThrowIfNull(library);
        var chapter = new KeepsakeChapter(live.Terms, live.Text, [.. live.Rounds.Select(KeepsakeRound.Of)])
        {
            Happened = live.IsAtEnd ? CaseOf(library, live.Terms.Crisis.Name) : null,
        };
        return new(live.Text.Question, [chapter], again);
    }

    private static Case? CaseOf(CrisisLibrary library, string crisis) => library.WordsOf(crisis)?.Happened;

    private static (string Name, string Value)[] Names(TableChoice choice, string[] crises) =>
        [(Tell("Crisis"), string.Join(", ", crises)), (Tell("Members"), choice.Members), (Tell("Rule"), string.Join(", ", choice.Rules))];

    private static (string Name, string Value)[] Luck(ulong seed, uint replication) =>
        [(Tell("Seed"), seed.ToString(CultureInfo.InvariantCulture)), (Tell("Replication"), replication.ToString(CultureInfo.InvariantCulture))];

    private static (string Name, string Value) Version =>
        ("VotingSim", typeof(Keepsake).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "");
}
