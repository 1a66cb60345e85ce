using System.Text.Json.Nodes;

namespace VotingSim.Configuration;

/// <summary>Where something is written. Line and column count from 1; 0 where there is none.</summary>
internal readonly record struct Mark(string File, int Line, int Column);

/// <summary>A configuration file as a tree that remembers where everything was written, and what is wrong with it.</summary>
internal sealed class Document(Location location)
{
    private const int MostProblems = 1000;

    private readonly Dictionary<string, Mark> _values = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Mark> _keys = new(StringComparer.Ordinal);
    private readonly List<Problem> _problems = [];

    /// <summary>Where it was read from; references in it are relative to this.</summary>
    public Location Location => location;

    /// <summary>How the user sees where it is.</summary>
    public string Display { get; } = location.Display;

    /// <summary>The tree.</summary>
    public JsonNode? Root { get; set; }

    /// <summary>The kind that it was checked as; null where it was not yet.</summary>
    public ConfigurationKind? Kind { get; set; }

    /// <summary>The place of the whole document.</summary>
    public ConfigurationNode Whole => new(this, "", Root);

    /// <summary>Values given on the command line that stand in none of its maps, as for a member of a table that it only names.</summary>
    public List<ConfigurationNode> Settings { get; } = [];

    /// <summary>Paths of all values given on the command line.</summary>
    public List<string> SetPaths { get; } = [];

    /// <summary>What is wrong with it.</summary>
    public IReadOnlyList<Problem> Problems => _problems;

    /// <summary>Remembers where a value was written.</summary>
    public void MarkValue(string path, int line, int column) => _values[path] = new(Display, line, column);

    /// <summary>Remembers where a key was written.</summary>
    public void MarkKey(string path, int line, int column) => _keys[path] = new(Display, line, column);

    /// <summary>Remembers that a value, and everything in it, comes from elsewhere.</summary>
    public void MarkOverride(string path, string source)
    {
        foreach (var marks in (Dictionary<string, Mark>[])[_values, _keys])
        {
            foreach (var inside in marks.Keys.Where(key => Includes(path, key)).ToArray())
            {
                marks.Remove(inside);
            }

            marks[path] = new(source, 0, 0);
        }
    }

    /// <summary>Reports a problem at a path, at the mark of the key or the value there, or of the nearest place around it that has one.</summary>
    public void Report(string path, string message, bool ofKey, bool isWarning = false)
    {
        var around = path;
        Mark mark;
        while (!(ofKey && _keys.TryGetValue(around, out mark)) && !_values.TryGetValue(around, out mark) && around.Length > 0)
        {
            around = around[..Math.Max(0, around.LastIndexOfAny(['.', '[']))];
        }

        Report(mark.File is null ? new(Display, 0, 0) : mark, path, message, isWarning);
    }

    /// <summary>Reports a problem at a mark.</summary>
    public void Report(Mark mark, string path, string message, bool isWarning = false)
    {
        if (_problems.Count < MostProblems)
        {
            _problems.Add(new(mark.File, mark.Line, mark.Column, path, message) { IsWarning = isWarning });
        }
        else if (_problems.Count == MostProblems)
        {
            _problems.Add(new(Display, int.MaxValue, 1, "", $"there are more problems than these {MostProblems}"));
        }
    }

    /// <summary>Whether nothing has been reported on the place or anything in it.</summary>
    public bool IsClean(string path) => _problems.TrueForAll(problem => problem.IsWarning || !Includes(path, problem.Path));

    private static bool Includes(string path, string other) =>
        path.Length == 0 || (other.StartsWith(path, StringComparison.Ordinal) && (other.Length == path.Length || other[path.Length] is '.' or '['));
}
