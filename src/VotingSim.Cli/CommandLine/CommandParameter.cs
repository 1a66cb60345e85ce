using System.Collections.Immutable;
using System.Reflection;
using Spectre.Console.Cli;

namespace VotingSim.Cli.CommandLine;

/// <summary>An option or an argument of a command, as its settings declare it.</summary>
/// <param name="Name">How messages name it, e.g. <c>--seed</c> or <c>&lt;results-dir&gt;</c>.</param>
/// <param name="Names">What an option may be given as; empty for an argument.</param>
/// <param name="ValueName">What stands for its value in the help, e.g. <c>DIR</c>; empty for a flag.</param>
/// <param name="Type">Type of one value.</param>
/// <param name="IsMany">Whether it may be given several times.</param>
/// <param name="IsRequired">Whether it has to be given.</param>
/// <param name="Description">What it is for.</param>
internal sealed record CommandParameter(
    string Name, ImmutableArray<string> Names, string ValueName, Type Type, bool IsMany, bool IsRequired, string Description)
{
    /// <summary>Whether it is an option that takes no value.</summary>
    public bool IsFlag => !Names.IsEmpty && Type == typeof(bool);

    /// <summary>Everything that a command takes: arguments in their order, then options.</summary>
    public static ImmutableArray<CommandParameter> Of(Type settings)
    {
        var properties = settings.GetProperties();
        return
        [
            .. properties.Select(property => (Property: property, Argument: property.GetCustomAttribute<CommandArgumentAttribute>()))
                .Where(pair => pair.Argument is not null)
                .OrderBy(pair => pair.Argument!.Position)
                .Select(pair => Argument(pair.Property, pair.Argument!)),
            .. properties.Select(property => (Property: property, Option: property.GetCustomAttribute<CommandOptionAttribute>()))
                .Where(pair => pair.Option is not null)
                .Select(pair => Option(pair.Property, pair.Option!)),
        ];
    }

    private static CommandParameter Argument(PropertyInfo property, CommandArgumentAttribute argument) =>
        Of(property, $"<{argument.ValueName}>", [], argument.ValueName, argument.IsRequired);

    private static CommandParameter Option(PropertyInfo property, CommandOptionAttribute option)
    {
        string[] names = [.. option.LongNames.Select(name => $"--{name}"), .. option.ShortNames.Select(name => $"-{name}")];
        return Of(property, names[0], [.. names], option.ValueName ?? "", option.IsRequired);
    }

    private static CommandParameter Of(PropertyInfo property, string name, ImmutableArray<string> names, string valueName, bool isRequired)
    {
        var isMany = property.PropertyType.IsArray;
        var type = isMany ? property.PropertyType.GetElementType()! : property.PropertyType;
        var description = property.GetCustomAttribute<DescriptionAttribute>()?.Text ?? "";
        return new(name, names, valueName, Nullable.GetUnderlyingType(type) ?? type, isMany, isRequired, description);
    }
}
