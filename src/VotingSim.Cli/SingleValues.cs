using System.Reflection;
using Spectre.Console.Cli;

namespace VotingSim.Cli;

/// <summary>Refuses an option that takes one value and is given twice, of whatever command: the parser would silently take the last.</summary>
internal sealed class SingleValues : ICommandInterceptor
{
    public void Intercept(CommandContext context, CommandSettings settings)
    {
        var names = settings.GetType().GetProperties()
            .Where(property => property.PropertyType is { IsArray: false } type && type != typeof(bool))
            .SelectMany(property => property.GetCustomAttributes<CommandOptionAttribute>())
            .SelectMany(option => option.LongNames.Select(name => (Given: $"--{name}", Option: option))
                .Concat(option.ShortNames.Select(name => (Given: $"-{name}", Option: option))))
            .ToDictionary(pair => pair.Given, pair => pair.Option, StringComparer.Ordinal);
        var given = new HashSet<CommandOptionAttribute>(ReferenceEqualityComparer.Instance);
        foreach (var argument in context.Arguments.TakeWhile(argument => argument != "--"))
        {
            var name = argument.StartsWith('-') ? argument.Split('=', ':')[0] : "";
            if (names.TryGetValue(name, out var option) && !given.Add(option))
            {
                throw new BadInputException($"{name} is given twice; expected once, it takes one value.");
            }
        }
    }
}
