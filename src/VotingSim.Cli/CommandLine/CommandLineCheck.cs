using VotingSim.Configuration;

namespace VotingSim.Cli.CommandLine;

/// <summary>Holds a command line against the commands before it is parsed, so that what is wrong with it is said in a sentence of ours: what
/// was given, what is expected, and an example.</summary>
internal sealed class CommandLineCheck
{
    private const string Program = "votingsim";
    private const int MostQuoted = 60;

    private readonly CommandShape _command;
    private readonly List<string> _checked = [];
    private readonly HashSet<CommandParameter> _given = [];
    private int _arguments;

    private CommandLineCheck(CommandShape command) => _command = command;

    /// <summary>Checks a command line.</summary>
    /// <returns>The same with its numbers written plainly.</returns>
    /// <exception cref="BadInputException">There is no such command, or it does not take that.</exception>
    public static string[] Check(string[] words)
    {
        if (words.Length == 0 || words.Any(word => word is "--help" or "-h") || words[0] is "--version" or "-v")
        {
            return words;
        }

        if (words[0].StartsWith('-'))
        {
            throw new BadInputException($"Expected a command before {Quoted(words[0])}, e.g. {Program} run; {Program} --help lists them.");
        }

        if (CommandShape.Find(words[0]) is { } single)
        {
            return new CommandLineCheck(single).Check(words, 1);
        }

        var all = CommandShape.All;
        var branch = all.Where(shape => shape.Name.StartsWith($"{words[0]} ", StringComparison.Ordinal)).ToArray();
        return branch.Length == 0
                ? throw new BadInputException($"There is no command {Quoted(words[0])}"
                    + Nearest.Hint(words[0], all.Select(shape => shape.Name.Split(' ')[0])))
            : words.Length == 1 ? words
            : CommandShape.Find(words[0], words[1]) is { } inside ? new CommandLineCheck(inside).Check(words, 2)
            : throw new BadInputException(
                $"There is no command {Quoted($"{words[0]} {words[1]}")}{Nearest.Hint(words[1], branch.Select(shape => shape.Name.Split(' ')[1]))}");
    }

    private string[] Check(string[] words, int first)
    {
        _checked.AddRange(words[..first]);
        for (var index = first; index < words.Length; index++)
        {
            var word = words[index];
            if (!LooksLikeOption(word))
            {
                TakeArgument(word);
                continue;
            }

            var end = word.IndexOfAny(['=', ':']);
            var (name, value) = end < 0 ? (word, null) : (word[..end], word[(end + 1)..]);
            var option = _command.Parameters.FirstOrDefault(parameter => parameter.Names.Contains(name)) ?? throw NoSuch(name);
            if (option.IsFlag)
            {
                TakeFlag(option, value);
                continue;
            }

            if (end < 0 && index + 1 < words.Length && !LooksLikeOption(words[index + 1]))
            {
                // What begins with a hyphen is told from an option by standing behind the name of its own.
                var taken = Take(option, words[++index]);
                _checked.AddRange(taken[0] == '-' ? [$"{name}={taken}"] : [name, taken]);
            }
            else
            {
                _checked.Add($"{name}{(end < 0 ? '=' : word[end])}{Take(option, value)}");
            }
        }

        return _command.Parameters.FirstOrDefault(parameter => parameter.IsRequired && !_given.Contains(parameter)) is { } missing
            ? throw new BadInputException($"{_command.Name} needs {Shown(missing)}: {missing.Description}")
            : [.. _checked];
    }

    private void TakeArgument(string word)
    {
        var arguments = _command.Parameters.Where(parameter => parameter.Names.IsEmpty).ToArray();
        var argument = _arguments < arguments.Length ? arguments[_arguments] : arguments.LastOrDefault(last => last.IsMany);
        if (argument is null)
        {
            var taken = arguments.Length == 0 ? "none" : string.Join(' ', arguments.Select(Shown));
            throw new BadInputException($"{Quoted(word)} is one argument too many; {_command.Name} takes {taken}.");
        }

        _arguments++;
        _given.Add(argument);
        if (string.IsNullOrWhiteSpace(word))
        {
            throw new BadInputException($"{argument.Name} is empty; expected {Lower(argument.Description)}");
        }

        _checked.Add(StandardInput.Is(word) ? StandardInput.Name : word);
    }

    private void TakeFlag(CommandParameter flag, string? value)
    {
        if (value is not null)
        {
            throw new BadInputException($"{flag.Name} takes no value, and {Quoted(value)} was given; expected {flag.Name} alone, or nothing.");
        }

        _checked.Add(flag.Name);
    }

    private static string TextOf(CommandParameter option, string? value) =>
        value is null ? throw new BadInputException($"{option.Name} has no value; expected {ValueWords.Of(option)}.")
        : string.IsNullOrWhiteSpace(value) ? throw new BadInputException($"{option.Name} is empty; expected {ValueWords.Of(option)}.")
        : value;

    private string Take(CommandParameter option, string? value)
    {
        var text = TextOf(option, value);
        if (!_given.Add(option) && !option.IsMany)
        {
            throw new BadInputException($"{option.Name} is given twice; expected once, it takes one value.");
        }

        return ValueWords.Read(option, text)
            ?? throw new BadInputException($"{option.Name} is {Quoted(text)}; expected {ValueWords.Of(option)}"
                + Ended(ValueWords.Hint(option, text)));
    }

    private BadInputException NoSuch(string name) => new(name.Trim('-').Length == 0
        ? $"{Quoted(name)} is no option; {Program} {_command.Name} --help lists them."
        : $"{_command.Name} has no option {Visible(name)}"
            + (Nearest.To(name, _command.Parameters.SelectMany(parameter => parameter.Names)) is { } meant
                ? $"; did you mean {meant}?" : $"; {Program} {_command.Name} --help lists its options."));

    // A lone hyphen is standard input, and a negative number is a value.
    private static bool LooksLikeOption(string word) => word.Length > 1 && word[0] == '-' && !char.IsAsciiDigit(word[1]) && word[1] != '.';

    private static string Shown(CommandParameter parameter) =>
        parameter.Names.IsEmpty ? parameter.Name : $"{parameter.Name} <{parameter.ValueName}>";

    private static string Ended(string hint) => hint.Length > 0 ? hint : ".";

    private static string Lower(string sentence) => sentence.Length == 0 ? "a value." : $"{char.ToLowerInvariant(sentence[0])}{sentence[1..]}";

    private static string Quoted(string text) => $"'{Visible(text)}'";

    private static string Visible(string text)
    {
        var visible = string.Concat(text.Take(MostQuoted).Select(letter => char.IsControl(letter) ? '?' : letter));
        return text.Length > MostQuoted ? $"{visible}..." : visible;
    }
}
