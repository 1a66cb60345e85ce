using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace VotingSim.Configuration.Import;

/// <summary>Writes what was read, with a comment of where it comes from.</summary>
internal sealed class ImportedText
{
    private const double MiddlingSalience = 50;

    private readonly ActorSource _source;
    private readonly ImmutableArray<ActorRow> _actors;
    private readonly ImportOptions _options;
    private readonly List<string> _notes = [];

    private ImportedText(ActorSource source, ImmutableArray<ActorRow> actors, ImportOptions options) =>
        (_source, _actors, _options) = (source, actors, options);

    /// <summary>The two files.</summary>
    public static ImportedFiles Write(
        string file, ActorSource source, string name, ImmutableArray<ActorRow> actors, ImportLayout layout, ImportOptions options)
    {
        var text = new ImportedText(source, actors, options);
        text.NoteActors();
        var (members, crisis) = (text.Members(), text.Crisis(name));
        var origin = new StringBuilder($"# Imported from {QuotedText.OneLine(file)} ({ConfigurationWord.Of(layout)}).");
        origin.Append(QuotedText.OneLine(source.Description) is { Length: > 0 } description ? $" {description}" : "").Append('\n');
        foreach (var note in text._notes)
        {
            origin.Append("# - ").Append(note).Append('\n');
        }

        return new(name, $"{origin}{members}", $"{origin}{crisis}", [.. text._notes]);
    }

    private void NoteActors()
    {
        if (_source.Actors.Values.Except(_actors).Select(actor => actor.Code).ToArray() is { Length: > 0 } absent)
        {
            _notes.Add($"Without any position, and left out: {string.Join(", ", absent)}.");
        }

        NoteCodes("without an influence, which is taken as 1", _actors.Where(actor => actor.Influence is null).Select(actor => actor.Code));
        if (_options.Scale != ImportScale.Hundred)
        {
            _notes.Add($"Positions are mapped from {_options.Scale} to 0..100.");
        }
        else if (_actors.SelectMany(actor => actor.Views.Values).Max(view => view.Position) <= 1)
        {
            _notes.Add("All positions are 1 or less, which is next to nothing on a scale of 0..100: if theirs ends at 1, say --scale 0..1.");
        }

        if (_options.SalienceScale != ImportScale.Hundred)
        {
            _notes.Add($"Saliences are mapped from {_options.SalienceScale} to 0..100.");
        }
        else if (_actors.SelectMany(actor => actor.Views.Values).Max(view => view.Salience) <= 1)
        {
            _notes.Add("All saliences are 1 or less, which is next to nothing on a scale of 0..100: if theirs ends at 1, say --salience-scale 0..1.");
        }
    }

    private void NoteCodes(string what, IEnumerable<string> codes)
    {
        if (codes.ToArray() is { Length: > 0 } some)
        {
            _notes.Add($"{char.ToUpperInvariant(what[0])}{what[1..]}: {(some.Length == _actors.Length ? "all actors" : string.Join(", ", some))}.");
        }
    }

    private string Members()
    {
        var text = new StringBuilder("members:\n");
        foreach (var actor in _actors)
        {
            var name = actor.Name.Length > 0 && actor.Name != actor.Code ? $", name: {Quoted(actor.Name)}" : "";
            text.Append(CultureInfo.InvariantCulture, $"  - {{ code: {Quoted(actor.Code)}{name}, influence: {actor.Influence ?? 1} }}\n");
        }

        return text.ToString();
    }

    private string Crisis(string name)
    {
        var issues = new StringBuilder();
        foreach (var (issue, statusQuo) in _source.Issues)
        {
            NoteCodes(
                $"without a position on {issue}, and so taken as indifferent to it, with the mean of the others as position",
                _actors.Where(actor => ViewOf(actor, issue).Position is null).Select(actor => actor.Code));
            NoteCodes(
                FormattableString.Invariant($"without a salience on {issue}, which is taken as {MiddlingSalience}"),
                _actors.Where(actor => ViewOf(actor, issue) is (not null, null)).Select(actor => actor.Code));
            if (statusQuo is null)
            {
                _notes.Add($"The status quo on {issue} is not known: see status-quo in docs/configuration.md.");
            }

            var ends = _options.Scale;
            var known = statusQuo is { } point ? $", status-quo: {Text(point)}" : "";
            issues.Append(CultureInfo.InvariantCulture, $"  - {{ name: {Quoted(issue)}, low: \"{ends.Low}\", high: \"{ends.High}\"{known} }}\n");
        }

        var stances = new StringBuilder();
        foreach (var actor in _actors)
        {
            var views = _source.Issues.Keys.Select(issue => Complete(ViewOf(actor, issue), issue)).ToArray();
            stances.Append(
                CultureInfo.InvariantCulture,
                $"  {Quoted(actor.Code)}: {{ position: [{string.Join(", ", views.Select(view => Text(view.Position)))}], "
                + $"salience: [{string.Join(", ", views.Select(view => Text(view.Salience)))}] }}\n");
        }

        return $"crisis: {Quoted(name)}\ncategory: {Quoted(_options.Category)}\nissues:\n{issues}stances:\n{stances}";
    }

    private (double Position, double Salience) Complete((double? Position, double? Salience) view, string issue) => view.Position is { } position
        ? (position, view.Salience ?? MiddlingSalience)
        : (Math.Round(_actors.Select(actor => ViewOf(actor, issue).Position).OfType<double>().DefaultIfEmpty(50).Average(), 2), 0);

    private static (double? Position, double? Salience) ViewOf(ActorRow actor, string issue) => actor.Views.GetValueOrDefault(issue);

    private static string Text(double number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Quoted(string text) => QuotedText.Of(text);
}
