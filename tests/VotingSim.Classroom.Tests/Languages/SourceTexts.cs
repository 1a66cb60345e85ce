using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace VotingSim.Classroom.Tests.Languages;

/// <summary>What the classroom tells, read out of its source by its syntax: the keys of every language.</summary>
internal sealed partial class SourceTexts
{
    private readonly List<string> _keys = [];
    private readonly List<string> _unclear = [];

    private SourceTexts()
    {
        var folder = RepositoryRoot.In("src", "VotingSim.Classroom");
        var files = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(path => path.EndsWith(".cs", StringComparison.Ordinal) || path.EndsWith(".razor", StringComparison.Ordinal))
            .Where(path => !path.Contains("/Languages/", StringComparison.Ordinal) && !path.Contains("\\Languages\\", StringComparison.Ordinal));
        foreach (var file in files.Order(StringComparer.Ordinal))
        {
            Read(Path.GetRelativePath(folder, file), File.ReadAllText(file));
        }
    }

    /// <summary>All of it, once.</summary>
    public static SourceTexts All { get; } = new();

    /// <summary>The texts, in the order in which they stand.</summary>
    public IReadOnlyList<string> Keys => _keys;

    /// <summary>Where something is told that is not a text in the source, and where it is told once and for all.</summary>
    public IReadOnlyList<string> Unclear => _unclear;

    private void Read(string file, string text)
    {
        foreach (Match call in Call().Matches(text))
        {
            // A page is not C#, but a call in it is.
            var told = SyntaxFactory.ParseExpression(text, call.Index, consumeFullText: false)
                .DescendantNodesAndSelf().OfType<InvocationExpressionSyntax>().LastOrDefault(inner => inner.SpanStart == 0);
            var line = text.AsSpan(0, call.Index).Count('\n') + 1;
            var arguments = told?.ArgumentList.Arguments.Select(argument => argument.Expression).ToArray() ?? [];
            foreach (var argument in call.Value.StartsWith("TellOf", StringComparison.Ordinal) ? arguments.Skip(1) : arguments)
            {
                var key = new StringBuilder();
                if (Write(argument, key, new()))
                {
                    _keys.Add(key.ToString());
                }
                else
                {
                    _unclear.Add($"{file}:{line}: {argument}");
                }
            }

            if (arguments.Length == 0)
            {
                _unclear.Add($"{file}:{line}: {call.Value}");
            }
        }

        var initialised = CSharpSyntaxTree.ParseText(file.EndsWith(".cs", StringComparison.Ordinal) ? text : "").GetRoot().DescendantNodes()
            .OfType<EqualsValueClauseSyntax>().Where(value => value.Parent is PropertyDeclarationSyntax or VariableDeclaratorSyntax { Parent.Parent: FieldDeclarationSyntax });
        foreach (var value in initialised.Where(value => Call().IsMatch(value.ToString())))
        {
            _unclear.Add($"{file}: told once and for all: {value}");
        }
    }

    private static bool Write(ExpressionSyntax expression, StringBuilder key, Counter holes)
    {
        switch (expression)
        {
            case LiteralExpressionSyntax literal when literal.IsKind(SyntaxKind.StringLiteralExpression):
                key.Append(literal.Token.ValueText);
                return true;
            case InterpolatedStringExpressionSyntax sentence:
                foreach (var content in sentence.Contents)
                {
                    _ = content is InterpolatedStringTextSyntax words
                        ? key.Append(words.TextToken.ValueText.Replace("{{", "{", StringComparison.Ordinal).Replace("}}", "}", StringComparison.Ordinal))
                        : key.Append(CultureInfo.InvariantCulture, $"{{{holes.Next++}}}");
                }

                return true;
            case BinaryExpressionSyntax sum when sum.IsKind(SyntaxKind.AddExpression):
                return Write(sum.Left, key, holes) && Write(sum.Right, key, holes);
            case ParenthesizedExpressionSyntax inner:
                return Write(inner.Expression, key, holes);
            default:
                return false;
        }
    }

    [GeneratedRegex(@"(?<![\w.])(Tell|TellOf|Mark)\((?!\))", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Call();

    private sealed class Counter
    {
        public int Next { get; set; }
    }
}
