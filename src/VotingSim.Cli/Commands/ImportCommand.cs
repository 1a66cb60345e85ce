using System.Collections.Immutable;
using Spectre.Console.Cli;
using VotingSim.Configuration;
using VotingSim.Configuration.Import;
using VotingSim.Configuration.Import.Deu;

namespace VotingSim.Cli.Commands;

internal sealed class ImportCommand : AsyncCommand<ImportCommand.Options>
{
    public sealed class Options : CommandSettings
    {
        [CommandArgument(0, "<source>"),
            Description("A table of actors (.csv, .tsv, .xlsx), or before it how it is laid out: actors (the default: a row per actor, or per actor "
                + "and issue), exchange (a row per actor and issue, with power), ktab (a scenario of KTAB, .csv or .xml) or deu (the table of "
                + "Decision-making in the European Union, DEU III, which becomes a folder of cases). - is standard input, a table.")]
        public required string[] Source { get; init; }

        [CommandOption("--name <NAME>"), Description("Name of the crisis. Default: that of the scenario, else of the file.")]
        public string? Name { get; init; }

        [CommandOption("--category <WORD>"), Description("Category of the crisis, for rules that differ by it. Default: imported.")]
        public string? Category { get; init; }

        [CommandOption("--out <DIR>"), Description("Where the files are written. Default: this folder; of deu, one named after the file.")]
        public string? Out { get; init; }

        [CommandOption("--overwrite"), Description("Writes over files that exist.")]
        public bool Overwrite { get; init; }

        [CommandOption("--scale <LOW..HIGH>"), Description("The scale of positions and of the status quo, e.g. 1..10. Default: 0..100.")]
        public string? Scale { get; init; }

        [CommandOption("--salience-scale <LOW..HIGH>"), Description("The scale of saliences, e.g. 0..1. Default: 0..100.")]
        public string? SalienceScale { get; init; }

        [CommandOption("--take <ISSUE>"), Description("Takes only this issue; may be given several times. Default: all, at most 8.")]
        public string[] Take { get; init; } = [];

        [CommandOption("--actor <COLUMN>"), Description("The column with the actor. Default: found by its name, as are the others.")]
        public string? Actor { get; init; }

        [CommandOption("--issue <COLUMN>"), Description("The column with the issue, where there is one.")]
        public string? Issue { get; init; }

        [CommandOption("--position <COLUMN>"), Description("The column with the position.")]
        public string? Position { get; init; }

        [CommandOption("--salience <COLUMN>"), Description("The column with the salience. Without one: 50 for all.")]
        public string? Salience { get; init; }

        [CommandOption("--influence <COLUMN>"), Description("The column with influence, power or capability. Without one: 1 for all.")]
        public string? Influence { get; init; }

        [CommandOption("--status-quo <COLUMN>"), Description("The column with the status quo of the issue, where there is one.")]
        public string? StatusQuo { get; init; }

        [CommandOption("--voices <WEIGHT>"),
            Description("Of deu: weight of Commission and Parliament in the draft, where a member has 1; 0 lets them only speak. Default 1.")]
        public double? Voices { get; init; }

        [CommandOption("--sheet <NAME>"), Description("The sheet of a workbook. Default: the first.")]
        public string? Sheet { get; init; }

        public override Spectre.Console.ValidationResult Validate() =>
            Source.Length is 0 or > 2
                ? Error($"{Source.Length} sources are given; expected one file, or a layout and a file, e.g. ktab scenario.xml.")
            : Source.Length == 2 && LayoutOf(Source[0]) is null
                ? Error($"'{Source[0]}' is no layout{Nearest.Hint(Source[0], Enum.GetNames<ImportLayout>().Select(name => name.ToLowerInvariant()))}")
            : Scale is { } scale && ImportScale.Parse(scale) is null ? Error($"--scale is '{scale}'; expected two numbers that differ, e.g. 1..10.")
            : SalienceScale is { } saliences && ImportScale.Parse(saliences) is null
                ? Error($"--salience-scale is '{saliences}'; expected two numbers that differ, e.g. 0..1.")
            : IsDeu && OfActors.FirstOrDefault(option => option.IsGiven).Name is { } other
                ? Error($"{other} is of tables of actors; of deu are --out, --overwrite and --voices.")
            : Voices is not null && !IsDeu ? Error("--voices is of deu; expected it behind deu and a file, e.g. import deu deu.tsv --voices 2.")
            : Voices is < 0 or > DeuImport.MostVoices ? Error($"--voices is {Voices}; expected a number from 0 to 1000000.")
            : Name is { } name && NameId.Of(name).Length == 0 ? Error($"--name is '{name}'; expected a name with a letter or a digit in it.")
            : Spectre.Console.ValidationResult.Success();

        /// <summary>Whether the source is a table of decisions.</summary>
        public bool IsDeu => Source.Length == 2 && LayoutOf(Source[0]) == ImportLayout.Deu;

        private (string Name, bool IsGiven)[] OfActors =>
        [
            ("--name", Name is not null), ("--category", Category is not null), ("--scale", Scale is not null), ("--take", Take.Length > 0),
            ("--salience-scale", SalienceScale is not null), ("--actor", Actor is not null), ("--issue", Issue is not null),
            ("--position", Position is not null), ("--salience", Salience is not null), ("--influence", Influence is not null),
            ("--status-quo", StatusQuo is not null), ("--sheet", Sheet is not null),
        ];

        /// <summary>What was asked for, read.</summary>
        public ImportedFiles Read() => ActorImport.Read(Source[^1], LayoutOf(Source[0]) ?? ActorImport.LayoutOf(Source[^1]), new()
        {
            Name = Name,
            Category = Category ?? new ImportOptions().Category,
            Actor = Actor,
            Issue = Issue,
            Position = Position,
            Salience = Salience,
            Influence = Influence,
            StatusQuo = StatusQuo,
            Scale = ScaleOf(Scale),
            SalienceScale = ScaleOf(SalienceScale),
            Issues = [.. Take],
            Sheet = Sheet,
        });

        private static ImportScale ScaleOf(string? text) => text is null ? ImportScale.Hundred : ImportScale.Parse(text)!.Value;

        private static ImportLayout? LayoutOf(string word) =>
            Enum.GetNames<ImportLayout>().Contains(word, StringComparer.OrdinalIgnoreCase) ? Enum.Parse<ImportLayout>(word, ignoreCase: true) : null;

        private static Spectre.Console.ValidationResult Error(string message) => Spectre.Console.ValidationResult.Error(message);
    }

    public override async Task<int> ExecuteAsync(CommandContext context, Options options, CancellationToken cancellationToken)
    {
        if (options.IsDeu)
        {
            await WriteAsync(DeuImport.Read(options.Source[1], options.Voices ?? DeuImport.OneVoice), options);
            return ExitCode.Done;
        }

        var files = options.Read();
        var folder = Path.GetFullPath(options.Out ?? ".");
        Directory.CreateDirectory(folder);
        await WriteAsync(files, folder, options.Overwrite);
        return ExitCode.Done;
    }

    /// <summary>Writes a folder of cases, and says what is in it and what is not.</summary>
    private static async Task WriteAsync(ImportedFolder made, Options options)
    {
        var folder = Path.GetFullPath(options.Out ?? made.Name);
        if (!options.Overwrite && Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
        {
            throw new BadInputException($"'{folder}' is not empty; expected another --out, or --overwrite.");
        }

        Directory.CreateDirectory(folder);
        foreach (var (file, text) in made.Files)
        {
            await File.WriteAllTextAsync(Path.Combine(folder, file), text, CancellationToken.None);
        }

        Console.Out.WriteLine($"{folder}: {(made.Cases == 1 ? "1 case" : $"{made.Cases} cases")}");
        foreach (var line in made.Report)
        {
            await Console.Error.WriteLineAsync(line);
        }
    }

    /// <summary>Writes the two files, and says what was assumed.</summary>
    internal static async Task WriteAsync(ImportedFiles files, string folder, bool overwrite)
    {
        (string Path, string Text)[] texts =
            [(Path.Combine(folder, files.MembersFileName), files.Members), (Path.Combine(folder, files.CrisisFileName), files.Crisis)];
        if (!overwrite && texts.Select(text => text.Path).FirstOrDefault(File.Exists) is { } taken)
        {
            throw new BadInputException($"'{taken}' exists already; expected another --name or --out, or --overwrite.");
        }

        foreach (var (path, text) in texts)
        {
            await File.WriteAllTextAsync(path, text, CancellationToken.None);
            Console.Out.WriteLine(path);
        }

        foreach (var note in files.Notes)
        {
            await Console.Error.WriteLineAsync(note);
        }
    }
}
