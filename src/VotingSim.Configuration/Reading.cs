using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace VotingSim.Configuration;

/// <summary>One reading of a configuration: the documents that were opened, each once, and every problem with them.</summary>
internal sealed class Reading
{
    private const int LargestFile = 16 << 20;
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly Dictionary<Location, Document> _documents = [];
    private readonly List<Document> _others = [];

    /// <summary>Every problem, in the order of file, line and column, none twice.</summary>
    public ImmutableArray<Problem> Problems => [.. Everything.Where(problem => !problem.IsWarning)];

    /// <summary>What can be used, but is hardly what was meant; in the same order.</summary>
    public ImmutableArray<Problem> Warnings => [.. Everything.Where(problem => problem.IsWarning)];

    private IEnumerable<Problem> Everything => _documents.Values.Concat(_others).SelectMany(document => document.Problems).Distinct()
        .Order().ThenBy(problem => problem.Path, StringComparer.Ordinal).ThenBy(problem => problem.Message, StringComparer.Ordinal);

    /// <summary>The value that was read without a problem.</summary>
    /// <exception cref="ConfigurationException">There were problems.</exception>
    public T Result<T>(T? value)
        where T : class
    {
        var problems = Problems;
        return problems.IsEmpty ? value! : throw new ConfigurationException(problems);
    }

    /// <summary>The document that a user names on the command line: a file, or the name of something shipped.</summary>
    /// <param name="reference">A path or a name.</param>
    /// <param name="kind">What is expected; null where the document tells its kind.</param>
    /// <param name="settings">Values that go before those of the document, as <c>path=value</c>.</param>
    public ConfigurationNode? Open(string reference, ConfigurationKind? kind, IReadOnlyList<string> settings)
    {
        var here = new Document(Location.OfFile("command line"));
        if (Find(here, reference, kind, allowsPlainFile: true, out var missing) is { } location)
        {
            return Open(location, kind, settings);
        }

        Report(reference, missing);
        return null;
    }

    /// <summary>Reports a problem with what a user names on the command line.</summary>
    public void Report(string reference, string message)
    {
        var here = new Document(Location.OfFile("command line"));
        here.Report(new Mark(ContractCheck.Quote(reference), 0, 0), "", message);
        _others.Add(here);
    }

    /// <summary>The document at a place that is known to be there.</summary>
    public ConfigurationNode? Open(Location location, ConfigurationKind kind) => Open(location, kind, []);

    /// <summary>The document at a place that is known to be there, unless it is plainly of another kind. One that cannot be read is not.</summary>
    /// <param name="location">Where it is.</param>
    /// <param name="kind">The kind that is looked for.</param>
    /// <param name="mark">A key that only a document of this kind has, by which one is known whose own key has a slip in it.</param>
    public ConfigurationNode? OpenIfOf(Location location, ConfigurationKind kind, string mark)
    {
        if (_documents.ContainsKey(location))
        {
            return Open(location, kind, []);
        }

        var document = Composed(location);
        var isOther = document.Root is { } root && ConfigurationKind.Of(root) != kind && (root as JsonObject)?.ContainsKey(mark) != true;
        return isOther ? null : Add(document, kind, []);
    }

    /// <summary>A document that is in memory already.</summary>
    /// <param name="root">Its tree, into which settings are written.</param>
    /// <param name="name">What it is called in messages.</param>
    /// <param name="kind">What it is.</param>
    /// <param name="settings">Values that go before those of the document, as <c>path=value</c>. Default: none.</param>
    public ConfigurationNode Open(JsonObject root, string name, ConfigurationKind kind, IReadOnlyList<string>? settings = null)
    {
        var document = new Document(Location.OfFile(name)) { Root = root };
        _others.Add(document);
        foreach (var setting in settings ?? [])
        {
            Setting.Apply(document, setting);
        }

        ContractCheck.Check(document.Whole, kind.Type);
        return document.Whole;
    }

    /// <summary>What a place refers to by a name or a path, or the place itself where the contents stand in place.</summary>
    public ConfigurationNode? Follow(ConfigurationNode place, ConfigurationKind kind)
    {
        if (place.Node is JsonObject)
        {
            return place;
        }

        if (place.Text is not { } reference || !place.Document.IsClean(place.Path))
        {
            return null;
        }

        if (Find(place.Document, reference, kind, allowsPlainFile: false, out var missing) is { } location)
        {
            return Open(location, kind, []);
        }

        place.Report(missing);
        return null;
    }

    /// <summary>What stands at a place, where the contract check found nothing wrong with it.</summary>
    public static T? Read<T>(ConfigurationNode place, JsonTypeInfo<T> type)
        where T : class => place.Node is not null && place.Document.IsClean(place.Path) ? place.Node.Deserialize(type) : null;

    private static Location? Find(Document document, string reference, ConfigurationKind? kind, bool allowsPlainFile, out string missing)
    {
        missing = "";
        if (allowsPlainFile && StandardInput.Is(reference))
        {
            return Location.OfFile(StandardInput.Name);
        }

        if (reference.Length > 0 && !reference.Contains('\0', StringComparison.Ordinal))
        {
            var path = document.Location.Follow(reference);
            if (Location.IsPath(reference) || (allowsPlainFile && path.Exists))
            {
                missing = $"there is no file '{ContractCheck.Quote(reference)}'{Suggest(Path.GetFileName(reference), path.Neighbours)}";
                return path.Exists ? path : null;
            }
        }

        var kinds = kind is null ? ConfigurationKind.All : [kind];
        var named = kinds
            .Select(candidate => new Location(Shipped.PathOf(candidate, reference), IsShipped: true))
            .FirstOrDefault(candidate => candidate.Exists);
        if (named.Exists)
        {
            return named;
        }

        var words = kind is null ? "file" : kind.ToString();
        missing = $"no {words} of the name '{ContractCheck.Quote(reference)}' ships{Nearest.Hint(reference, kinds.SelectMany(Shipped.NamesOf))}"
            + " (a file of your own is named by its path, e.g. "
            + $"./{(reference.Length is > 0 and < 40 ? ContractCheck.Quote(reference) : "mine")}.yaml)";
        return null;
    }

    private static string Suggest(string name, IEnumerable<string> neighbours) =>
        Nearest.To(name, neighbours) is { } nearest ? $"; did you mean '{nearest}'?" : "";

    private ConfigurationNode? Open(Location location, ConfigurationKind? kind, IReadOnlyList<string> settings)
    {
        if (!_documents.TryGetValue(location, out var document))
        {
            return Add(Composed(location), kind, settings);
        }

        // What was checked as one kind is not read as another.
        if (document.Root is not null && kind is not null && document.Kind != kind)
        {
            document.Whole.Report(OfOther(document.Kind!, kind));
            return null;
        }

        return document.Root is null ? null : document.Whole;
    }

    private ConfigurationNode? Add(Document document, ConfigurationKind? kind, IReadOnlyList<string> settings)
    {
        _documents[document.Location] = document;
        if (document.Root is not null)
        {
            foreach (var setting in settings)
            {
                Setting.Apply(document, setting);
            }

            document.Root = HoldAgainst(document, kind);
        }

        return document.Root is null ? null : document.Whole;
    }

    /// <summary>A document as it is written, held against nothing yet.</summary>
    private static Document Composed(Location location)
    {
        var document = new Document(location);
        document.Root = TextOf(document) is { } text ? YamlComposer.Compose(document, text) : null;
        if (document.Root is null && document.Problems.Count == 0)
        {
            document.Report(new Mark(document.Display, 1, 1), "", "the file is empty; expected a map");
        }

        return document;
    }

    /// <summary>Checks a document by the contract of its kind; the root, or null where it is of another kind.</summary>
    private static JsonObject? HoldAgainst(Document document, ConfigurationKind? expected)
    {
        var actual = ConfigurationKind.Of(document.Root);
        if (document.Root is not JsonObject map)
        {
            document.Whole.Report($"{ContractCheck.Describe(document.Root)}; expected a map");
            return null;
        }

        if (expected is null && actual is null)
        {
            var keys = ConfigurationKind.All.Select(kind => kind.Key).ToArray();
            var slip = map.Select(pair => (pair.Key, Meant: Nearest.To(pair.Key, keys))).FirstOrDefault(pair => pair.Meant is not null);
            document.Whole.Report(
                "this is no known kind of file; expected one of the keys "
                + $"{string.Join(", ", keys)}{(slip.Meant is null ? "" : $"; for '{slip.Key}', did you mean '{slip.Meant}'?")}");
            return null;
        }

        var kind = expected ?? actual!;
        if (actual is not null && actual != kind && !map.ContainsKey(kind.Key))
        {
            document.Whole.Report(OfOther(actual, kind));
            return null;
        }

        document.Kind = kind;
        ContractCheck.Check(document.Whole, kind.Type);
        return map;
    }

    private static string OfOther(ConfigurationKind actual, ConfigurationKind expected) =>
        $"this is a file of kind '{actual.Key}'; expected one of kind '{expected.Key}'";

    private static string? TextOf(Document document)
    {
        var start = new Mark(document.Display, 1, 1);
        try
        {
            if (!document.Location.IsShipped && Directory.Exists(document.Location.Path))
            {
                document.Report(start, "", "this is a folder; expected a file");
                return null;
            }

            using var stream = document.Location.IsShipped ? Shipped.Open(document.Location.Path)
                : document.Location == Location.OfFile(StandardInput.Name) ? Console.OpenStandardInput()
                : File.OpenRead(document.Location.Path);
            if (Bytes(stream) is { } bytes)
            {
                return TextOf(document, bytes);
            }

            document.Report(start, "", $"the file is larger than {LargestFile >> 20} MB and was not read; expected a configuration");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            document.Report(start, "", $"the file cannot be read: {e.Message}");
        }

        return null;
    }

    /// <summary>All bytes, or null where they are too many. A pipe has no length in advance.</summary>
    private static byte[]? Bytes(Stream stream)
    {
        if (stream.CanSeek && stream.Length > LargestFile)
        {
            return null;
        }

        using var bytes = new MemoryStream();
        var buffer = new byte[1 << 16];
        for (int read; (read = stream.Read(buffer)) > 0;)
        {
            bytes.Write(buffer, 0, read);
            if (bytes.Length > LargestFile)
            {
                return null;
            }
        }

        return bytes.ToArray();
    }

    private static string? TextOf(Document document, byte[] bytes)
    {
        string text;
        try
        {
            text = StrictUtf8.GetString(bytes).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException e)
        {
            document.Report(MarkOf(document, Encoding.Latin1.GetString(bytes), e.Index), "", "this byte is not UTF-8; expected a text file in UTF-8");
            return null;
        }

        for (var index = 0; index < text.Length; index++)
        {
            if (char.IsControl(text[index]) && text[index] is not ('\t' or '\n' or '\r'))
            {
                document.Report(
                    MarkOf(document, text, index),
                    "",
                    $"the character U+{(int)text[index]:X4} does not belong into a text; expected a text file in UTF-8");
                return null;
            }
        }

        return text;
    }

    private static Mark MarkOf(Document document, string text, int index)
    {
        var before = text.AsSpan(0, Math.Clamp(index, 0, text.Length));
        return new(document.Display, before.Count('\n') + 1, before.Length - before.LastIndexOf('\n'));
    }
}
