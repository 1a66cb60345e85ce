using System.Collections.Immutable;
using Spectre.Console.Cli;

namespace VotingSim.Cli.CommandLine;

/// <summary>A command and what it takes. Its name is that of its class: <c>ClusterInitCommand</c> is <c>cluster init</c>.</summary>
/// <param name="Name">Its name: a word, or that of a branch and one more.</param>
/// <param name="Parameters">Its arguments in their order, then its options.</param>
internal sealed record CommandShape(string Name, ImmutableArray<CommandParameter> Parameters)
{
    private const string Folder = "VotingSim.Cli.Commands";
    private const string Suffix = "Command";

    /// <summary>Every command.</summary>
    public static ImmutableArray<CommandShape> All =>
    [
        .. typeof(CommandShape).Assembly.GetTypes()
            .Where(type => type is { Namespace: Folder, IsAbstract: false } && type.IsAssignableTo(typeof(ICommand)))
            .Select(Of)
            .OrderBy(shape => shape.Name, StringComparer.Ordinal),
    ];

    /// <summary>The command of a name; null where there is none.</summary>
    public static CommandShape? Find(params IEnumerable<string> words)
    {
        // One type is looked up, and not all of them: most command lines are right.
        var name = string.Concat(words.Select(word => word.Length == 0 || !word.All(char.IsAsciiLetterLower)
            ? "?" : $"{char.ToUpperInvariant(word[0])}{word[1..]}"));
        return typeof(CommandShape).Assembly.GetType($"{Folder}.{name}{Suffix}") is { } type && type.IsAssignableTo(typeof(ICommand))
            ? Of(type) : null;
    }

    private static CommandShape Of(Type command)
    {
        var settings = Ancestors(command).FirstOrDefault(type => type.IsGenericType)?.GetGenericArguments()[0];
        var name = string.Concat(command.Name[..^Suffix.Length].Select((letter, index) =>
            $"{(index > 0 && char.IsUpper(letter) ? " " : "")}{char.ToLowerInvariant(letter)}"));
        return new(name, settings is null ? [] : CommandParameter.Of(settings));
    }

    private static IEnumerable<Type> Ancestors(Type type)
    {
        for (var ancestor = type.BaseType; ancestor is not null; ancestor = ancestor.BaseType)
        {
            yield return ancestor;
        }
    }
}
