using System.Globalization;
using System.Xml;
using System.Xml.Linq;

namespace VotingSim.Configuration.Import;

/// <summary>Reads a scenario of the KAPSARC Toolkit for Behavioral Analysis in XML: dimensions, and actors with a capability and a position and
/// a salience on each.</summary>
internal sealed class KtabXml
{
    private const long LargestFile = 16 << 20;

    private readonly string _file;
    private readonly ImportOptions _options;
    private readonly List<Problem> _problems = [];

    private KtabXml(string file, ImportOptions options) => (_file, _options) = (file, options);

    /// <summary>Reads a scenario.</summary>
    /// <exception cref="ConfigurationException">There is no such file, or something is wrong with it.</exception>
    public static ActorSource Read(string path, ImportOptions options)
    {
        var location = Location.OfFile(path);
        var reader = new KtabXml(location.Display, options);
        var source = reader.Open(location) is { } root ? reader.Read(root) : null;
        return reader._problems.Count == 0 ? source! : throw new ConfigurationException(reader._problems);
    }

    private XElement? Open(Location location)
    {
        try
        {
            // Entities could be files or bombs, and a scenario has none: their declarations are passed over.
            using var text = XmlReader.Create(location.Path, new() { DtdProcessing = DtdProcessing.Ignore, MaxCharactersInDocument = LargestFile });
            var root = XDocument.Load(text, LoadOptions.SetLineInfo).Root!;
            if (root.Name.LocalName == "Scenario")
            {
                return root;
            }

            Report(root, $"the root is '{CsvFile.Quote(root.Name.LocalName)}'; expected a scenario of KTAB, whose root is Scenario");
        }
        catch (XmlException e)
        {
            var words = e.Message.LastIndexOf(" Line ", StringComparison.Ordinal) is > 0 and var place ? e.Message[..place] : e.Message;
            _problems.Add(new(_file, e.LineNumber, e.LinePosition, "", $"this is no XML: {words}"));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            _problems.Add(new(_file, 0, 0, "", $"the file cannot be read: {e.Message}"));
        }

        return null;
    }

    private ActorSource Read(XElement root)
    {
        var source = new ActorSource { Name = Text(root, "name"), Description = Text(root, "desc") };
        string[] dimensions = [.. (root.Element("Dimensions")?.Elements("dName") ?? []).Select(name => name.Value.Trim())];
        if (dimensions.Length == 0)
        {
            Report(root, "there is no dimension; expected Dimensions with dName");
        }

        foreach (var actor in root.Element("Actors")?.Elements("Actor") ?? [])
        {
            ReadActor(actor, dimensions, source);
        }

        foreach (var dimension in dimensions.Where(IsTaken))
        {
            if (!NameAttribute.IsOne(dimension))
            {
                Report(root.Element("Dimensions")!, $"'{CsvFile.Quote(dimension)}' is no name of an issue; expected {NameAttribute.Expected}");
            }

            source.Issues.TryAdd(dimension, null);
        }

        return source;
    }

    private void ReadActor(XElement element, string[] dimensions, ActorSource source)
    {
        var (name, code) = (Text(element, "name"), ActorSource.CodeOf(Text(element, "name")));
        var actor = new ActorRow(code, Text(element, "description") is { Length: > 0 } label && NameAttribute.IsOne(label) ? label : name);
        if (!CodeAttribute.IsOne(code) || !NameAttribute.IsOne(name) || !source.Actors.TryAdd(code, actor))
        {
            Report(element, $"'{CsvFile.Quote(name)}' is no name of an actor, or another has it; expected one for each");
            return;
        }

        actor.Influence = element.Element("capability") is { } capability ? Number(capability) : null;
        if (actor.Influence <= 0)
        {
            Report(element.Element("capability")!, "a voice without weight is no actor's; expected a capability above 0");
        }
        else if (actor.Influence > ActorSource.MostInfluence)
        {
            Report(
                element.Element("capability")!,
                FormattableString.Invariant($"{actor.Influence} is more than {ActorSource.MostInfluence}: only shares matter; expected all divided"));
        }

        var positions = (element.Element("Position")?.Elements("dCoord") ?? []).ToArray();
        var saliences = (element.Element("Salience")?.Elements("dSal") ?? []).ToArray();
        if (positions.Length != dimensions.Length || saliences.Length != dimensions.Length)
        {
            Report(
                element,
                $"there are {positions.Length} positions and {saliences.Length} saliences; expected one on each of {dimensions.Length} dimensions");
            return;
        }

        foreach (var (index, dimension) in dimensions.Index().Where(dimension => IsTaken(dimension.Item)))
        {
            actor.Views[dimension] = (OnScale(positions[index], _options.Scale), OnScale(saliences[index], _options.SalienceScale));
        }
    }

    private bool IsTaken(string dimension) => _options.Issues.IsEmpty || _options.Issues.Contains(dimension);

    private double? OnScale(XElement element, ImportScale scale)
    {
        if (Number(element) is not { } number || scale.Includes(number))
        {
            return Number(element) is { } sound ? scale.Map(sound) : null;
        }

        Report(element, FormattableString.Invariant($"{number} is outside the scale {scale}; expected a number on it, or the scale with --scale"));
        return null;
    }

    private double? Number(XElement element)
    {
        if (string.IsNullOrWhiteSpace(element.Value))
        {
            return null;
        }

        if (double.TryParse(element.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number))
        {
            return number;
        }

        Report(element, $"'{CsvFile.Quote(element.Value)}' is not a finite number; expected one");
        return null;
    }

    private static string Text(XElement element, string child) => element.Element(child)?.Value.Trim() ?? "";

    private void Report(XElement element, string message)
    {
        var place = (IXmlLineInfo)element;
        if (_problems.Count < CsvFile.MostProblems)
        {
            _problems.Add(new(_file, place.LineNumber, place.LinePosition, "", message));
        }
    }
}
