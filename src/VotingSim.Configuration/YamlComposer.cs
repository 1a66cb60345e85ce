using System.Buffers;
using System.Globalization;
using System.Text.Json.Nodes;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace VotingSim.Configuration;

/// <summary>Makes a tree of JSON nodes from YAML, remembering in a <see cref="Document"/> where everything was written.</summary>
/// <remarks>
/// Scalars by the core schema of YAML 1.2.2, sec. 10.3, so that NO and on are texts. Whatever the text, the work is bounded: nesting, and nodes after
/// the expansion of aliases, have limits.
/// </remarks>
internal sealed class YamlComposer
{
    public const int DeepestNesting = 64;
    public const int MostNodes = 100_000;

    private static readonly SearchValues<char> NumberLetters = SearchValues.Create("0123456789.eE+-");

    private readonly Document _document;
    private readonly Parser _parser;
    private readonly Dictionary<string, (JsonNode? Node, int Size)?> _anchors = new(StringComparer.Ordinal);
    private int _nodes;

    private YamlComposer(Document document, string text)
    {
        _document = document;
        _parser = new Parser(new StringReader(text));
    }

    /// <summary>Reads a document. What cannot be read is reported, and the result is null.</summary>
    public static JsonNode? Compose(Document document, string text)
    {
        var composer = new YamlComposer(document, text);
        try
        {
            return composer.Stream();
        }
        catch (RefusedException e)
        {
            composer.Report(e.At, e.Path, e.Message);
        }
        catch (YamlException e)
        {
            if (TabIn(text) is { } line)
            {
                document.Report(new Mark(document.Display, line, 1), "", "the line is indented with a tab; expected spaces");
            }
            else if (e.Start.Index >= text.TrimEnd().Length)
            {
                document.Report(EndOf(document, text), "", $"this is not YAML: it ends too early. {Words(e)}");
            }
            else
            {
                composer.Report(e.Start, "", $"this is not YAML: {Words(e)}");
            }
        }
        catch (Exception e)
            when (e is ArgumentException or FormatException or OverflowException or InvalidOperationException or IndexOutOfRangeException)
        {
            // The scanner's own slips, e.g. on an escape that is no character.
            composer.Report(composer._parser.Current?.End ?? YamlDotNet.Core.Mark.Empty, "", $"this is not YAML: {Words(e)}");
        }

        return null;
    }

    private static string Words(Exception e) => e.Message.TrimEnd('.').ReplaceLineEndings(" ");

    /// <summary>The first line that is indented with a tab; the scanner's own place for that is the beginning of the map.</summary>
    private static int? TabIn(string text)
    {
        var index = Array.FindIndex(text.Split('\n'), line => line.AsSpan(0, line.Length - line.AsSpan().TrimStart().Length).Contains('\t'));
        return index < 0 ? null : index + 1;
    }

    /// <summary>Behind the last character of a file that is not blank.</summary>
    private static Mark EndOf(Document document, string text)
    {
        var written = text.AsSpan().TrimEnd();
        return new(document.Display, written.Count('\n') + 1, written.Length - written.LastIndexOf('\n'));
    }

    private JsonNode? Stream()
    {
        _parser.Consume<StreamStart>();
        if (_parser.Accept<StreamEnd>(out _))
        {
            throw new RefusedException(YamlDotNet.Core.Mark.Empty, "", "the file is empty; expected a map");
        }

        _parser.Consume<DocumentStart>();
        var root = Node("", 1);
        _parser.Consume<DocumentEnd>();
        if (_parser.Accept<DocumentStart>(out var second))
        {
            throw new RefusedException(second.Start, "", "a second document begins; expected one in a file");
        }

        return root;
    }

    private JsonNode? Node(string path, int depth)
    {
        var start = _parser.Consume<ParsingEvent>();
        MarkValue(path, start.Start);
        if (depth > DeepestNesting)
        {
            throw new RefusedException(start.Start, path, $"nested deeper than {DeepestNesting} levels");
        }

        if (start is AnchorAlias alias)
        {
            return Expand(alias, path);
        }

        Count(1, start, path);
        if (start is not NodeEvent node)
        {
            throw new RefusedException(start.Start, path, "a value was expected");
        }

        var anchor = node.Anchor.IsEmpty ? null : node.Anchor.Value;
        if (anchor is not null)
        {
            _anchors[anchor] = null;
        }

        var before = _nodes;
        JsonNode? result = node switch
        {
            Scalar scalar => Value(scalar, path),
            MappingStart => Map(path, depth),
            SequenceStart => List(path, depth),
            _ => throw new RefusedException(start.Start, path, "a value was expected"),
        };
        if (anchor is not null)
        {
            _anchors[anchor] = (result, _nodes - before + 1);
        }

        return result;
    }

    private JsonObject Map(string path, int depth)
    {
        var map = new JsonObject();
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            if (!_parser.TryConsume<Scalar>(out var key))
            {
                throw new RefusedException(
                    _parser.Current?.Start ?? YamlDotNet.Core.Mark.Empty, path, "this key is not a plain word; expected key: value");
            }

            var inside = path.Length == 0 ? key.Value : $"{path}.{key.Value}";
            if (map.ContainsKey(key.Value))
            {
                Report(key.Start, inside, "this key is given twice in one map; expected it once");
                Node(inside, depth + 1);
                continue;
            }

            _document.MarkKey(inside, (int)key.Start.Line, (int)key.Start.Column);
            map.Add(key.Value, Node(inside, depth + 1));
        }

        return map;
    }

    private JsonArray List(string path, int depth)
    {
        var list = new JsonArray();
        while (!_parser.TryConsume<SequenceEnd>(out _))
        {
            list.Add(Node($"{path}[{list.Count}]", depth + 1));
        }

        return list;
    }

    private JsonNode? Expand(AnchorAlias alias, string path)
    {
        if (!_anchors.TryGetValue(alias.Value.Value, out var anchored))
        {
            throw new RefusedException(alias.Start, path, $"nothing is named &{alias.Value.Value} before this");
        }

        if (anchored is not { } known)
        {
            throw new RefusedException(alias.Start, path, $"*{alias.Value.Value} stands inside what it names");
        }

        Count(known.Size, alias, path);
        return known.Node?.DeepClone();
    }

    private void Count(int nodes, ParsingEvent at, string path)
    {
        _nodes += nodes;
        if (_nodes > MostNodes)
        {
            throw new RefusedException(at.Start, path, $"the document has more than {MostNodes} values after aliases are expanded");
        }
    }

    private static JsonValue? Value(Scalar scalar, string path)
    {
        var isText = scalar.Style is not (ScalarStyle.Plain or ScalarStyle.Any);
        if (!scalar.Tag.IsEmpty && !scalar.Tag.IsNonSpecific)
        {
            isText = scalar.Tag.Value switch
            {
                "tag:yaml.org,2002:str" => true,
                "tag:yaml.org,2002:int" or "tag:yaml.org,2002:float" or "tag:yaml.org,2002:bool" or "tag:yaml.org,2002:null" => false,
                var other => throw new RefusedException(scalar.Start, path, $"the tag {other} has no meaning here; expected a plain value"),
            };
        }

        return isText ? JsonValue.Create(scalar.Value) : scalar.Value switch
        {
            "" or "~" or "null" or "Null" or "NULL" => null,
            "true" or "True" or "TRUE" => JsonValue.Create(true),
            "false" or "False" or "FALSE" => JsonValue.Create(false),
            var text => Number(text) is { } number ? JsonNode.Parse(number)!.AsValue() : JsonValue.Create(text),
        };
    }

    /// <summary>A number as JSON writes it, exactly; null for what is no number.</summary>
    internal static string? Number(string text)
    {
        if (text.StartsWith("0x", StringComparison.Ordinal)
            && ulong.TryParse(text.AsSpan(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var hexadecimal))
        {
            return hexadecimal.ToString(CultureInfo.InvariantCulture);
        }

        var digits = text.AsSpan().TrimStart("+-");
        if (text.Length - digits.Length > 1 || digits.IsEmpty || digits.ContainsAnyExcept(NumberLetters)
            || !(char.IsAsciiDigit(digits[0]) || (digits[0] == '.' && digits.Length > 1 && char.IsAsciiDigit(digits[1])))
            || !double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _))
        {
            return null;
        }

        // One spelling for one number where that loses nothing: 1e6, 1000000 and 1000000.0 are the same seed and the same fingerprint.
        var exponent = digits.IndexOfAny('e', 'E');
        if (digits.Length <= 28 && (exponent < 0 || digits[exponent + 1] != '-')
            && decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var exact))
        {
            return (exact / 1.0000000000000000000000000000m).ToString(CultureInfo.InvariantCulture);
        }

        var mantissa = (exponent < 0 ? digits : digits[..exponent]).ToString();
        var parts = mantissa.Split('.');
        var whole = parts[0].TrimStart('0') is { Length: > 0 } trimmed ? trimmed : "0";
        var fraction = parts.Length > 1 && parts[1].Length > 0 ? $".{parts[1]}" : "";
        return $"{(text[0] == '-' ? "-" : "")}{whole}{fraction}{(exponent < 0 ? "" : digits[exponent..].ToString())}";
    }

    private void MarkValue(string path, YamlDotNet.Core.Mark mark) => _document.MarkValue(path, (int)mark.Line, (int)mark.Column);

    private void Report(YamlDotNet.Core.Mark mark, string path, string message) =>
        _document.Report(new Mark(_document.Display, (int)Math.Max(1, mark.Line), (int)Math.Max(1, mark.Column)), path, message);

    /// <summary>Reading cannot go on.</summary>
    private sealed class RefusedException(YamlDotNet.Core.Mark at, string path, string message) : Exception(message)
    {
        public YamlDotNet.Core.Mark At => at;

        public string Path => path;
    }
}
