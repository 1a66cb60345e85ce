using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using VotingSim.Members;
using VotingSim.Rules;

namespace VotingSim.Configuration;

/// <summary>Reads decision rules.</summary>
public sealed class RuleReader
{
    private const int DeepestRule = 16;
    private const int MostParts = 10_000;

    private readonly Reading _reading;
    private readonly Roster? _roster;
    private readonly IReadOnlyCollection<string>? _categories;
    private readonly IReadOnlySet<string>? _elsewhere;
    private readonly string[] _codes;
    private readonly List<Location> _files = [];
    private int _parts;

    /// <summary>Reads rules for a table.</summary>
    /// <param name="reading">Opens the files that rules refer to.</param>
    /// <param name="roster">Who sits at the table; null where that is not known, so that weights and codes are not held against it.</param>
    /// <param name="categories">The categories of the crises that are decided; null where they are not known.</param>
    /// <param name="elsewhere">Codes that nobody at this table has, but somebody; null for those of the tables that ship.</param>
    internal RuleReader(
        Reading reading, Roster? roster, IReadOnlyCollection<string>? categories = null, IReadOnlySet<string>? elsewhere = null)
    {
        (_reading, _roster, _categories, _elsewhere) = (reading, roster, categories, elsewhere);
        _codes = [.. roster?.Members.Select(member => member.Code) ?? []];
    }

    /// <summary>Reads a rule for the members of a table.</summary>
    /// <param name="pathOrName">The path of a rule file, or the name of a shipped one such as <c>asean-qmv</c>.</param>
    /// <param name="roster">Who sits at the table: listed weights have to cover it.</param>
    /// <exception cref="ConfigurationException">Something is wrong with the rule, or it does not fit the table.</exception>
    public static DecisionRule Read(string pathOrName, Roster roster)
    {
        ArgumentNullException.ThrowIfNull(roster);
        var reading = new Reading();
        var rule = reading.Open(pathOrName, ConfigurationKind.Rule, []) is { } place ? new RuleReader(reading, roster).ReadFile(place) : null;
        return reading.Result(rule).Rule;
    }

    /// <summary>A resolved rule again, into which values may have been written; null where they do not fit, with the reason.</summary>
    internal static (ResolvedRule? Rule, string Problem) Read(JsonObject written, Roster roster)
    {
        var document = new Document(Location.OfFile("rule")) { Root = written };
        var rule = new RuleReader(new(), roster).ReadFile(document.Whole);
        return (rule, document.Problems.Select(problem => problem.Message).FirstOrDefault(""));
    }

    /// <summary>The rule of a file; null where something is wrong.</summary>
    internal ResolvedRule? ReadFile(ConfigurationNode place)
    {
        _files.Add(place.Document.Location);
        var rule = Form(place, 1, isCombined: false);
        _files.RemoveAt(_files.Count - 1);
        return rule;
    }

    /// <summary>The rule that a place names or says; null where something is wrong.</summary>
    internal ResolvedRule? Read(ConfigurationNode reference) => Part(reference, 1, isCombined: false);

    private ResolvedRule? Part(ConfigurationNode reference, int depth, bool isCombined)
    {
        if (_reading.Follow(reference, ConfigurationKind.Rule) is not { } place)
        {
            return null;
        }

        if (isCombined && place.Has("opt-out"))
        {
            reference.Report("opt-out stands inside all-of, any-of, veto or another opt-out; expected it alone, or inside sequence or by-category");
            return null;
        }

        if (depth > DeepestRule || _parts++ > MostParts)
        {
            reference.Report($"expected at most {DeepestRule} rules inside one another, and {MostParts} in all");
            return null;
        }

        if (reference.Node is JsonObject)
        {
            return Form(place, depth, isCombined);
        }

        var file = place.Document.Location;
        if (_files.IndexOf(file) is >= 0 and var start)
        {
            reference.Report(
                $"rules refer to one another in a circle: {string.Join(" -> ", _files.Skip(start).Append(file).Select(step => step.Display))}; "
                + "expected an end");
            return null;
        }

        _files.Add(file);
        var rule = Form(place, depth, isCombined);
        _files.RemoveAt(_files.Count - 1);
        return rule;
    }

    private ResolvedRule? Form(ConfigurationNode place, int depth, bool isCombined)
    {
        // Everything inside is read, whatever is wrong around it, so that every problem is found.
        var parts = new Dictionary<string, ResolvedRule?>(StringComparer.Ordinal);
        ConfigurationNode[] combined =
            [.. place["all-of"].Elements, .. place["any-of"].Elements, place["veto"]["rule"], place["opt-out"]["rule"]];
        foreach (var element in combined)
        {
            Read(element, isInside: true);
        }

        Read(place["sequence"]["first"], isCombined);
        Read(place["sequence"]["then"], isCombined);
        foreach (var (category, _) in place["by-category"].Node as JsonObject ?? [])
        {
            Read(place["by-category"][category], isCombined);
        }

        CheckReferences(place);
        if (Reading.Read(place, ConfigurationContext.Default.RulePart) is not { } map
            || parts.Values.Any(part => part is null)
            || !Covers(place, map))
        {
            return null;
        }

        var written = Combined();
        if (written.Rule is Criterion or ConsensusMinus && RuleRemark.Of(written.Rule, _roster) is { } remark)
        {
            place[map.ConsensusMinus is not null ? "consensus-minus" : map.AtLeast is not null ? "at-least" : "more-than"].Warn(remark);
        }

        return written;

        ResolvedRule Combined() => map switch
        {
            { Consensus: true } => new(new Consensus(), map),
            { Unanimity: true } => new(new Unanimity(), map),
            { ConsensusMinus: { } objectors } => new(new ConsensusMinus(objectors), map),
            { AllOf: not null } => new(new AllOf(Rules("all-of")), map with { AllOf = Written("all-of") }),
            { AnyOf: not null } => new(new AnyOf(Rules("any-of")), map with { AnyOf = Written("any-of") }),
            { Veto: { } veto } =>
                new(new Veto([.. veto.Members], At("veto.rule").Rule), map with { Veto = veto with { Rule = At("veto.rule").Written } }),
            { OptOut: { } optOut } =>
                new(new OptOut(optOut.AtMost, At("opt-out.rule").Rule), map with { OptOut = optOut with { Rule = At("opt-out.rule").Written } }),
            { Sequence: { } sequence } => new(
                new Sequence(At("sequence.first").Rule, sequence.UntilDay, At("sequence.then").Rule),
                map with { Sequence = sequence with { First = At("sequence.first").Written, Then = At("sequence.then").Written } }),
            { ByCategory: not null } => Categories(),
            _ => CriterionOf(map),
        };

        void Read(ConfigurationNode inside, bool isInside)
        {
            if (inside.Node is not null)
            {
                parts.Add(inside.Path, Part(inside, depth + 1, isInside));
            }
        }

        ResolvedRule At(string key) => parts[Inside(key)]!;

        string Inside(string key) => place.Path.Length == 0 ? key : $"{place.Path}.{key}";

        ResolvedRule[] List(string key) => [.. place[key].Elements.Select(element => parts[element.Path]!)];

        ImmutableArray<DecisionRule> Rules(string key) => [.. List(key).Select(part => part.Rule)];

        JsonNode[] Written(string key) => [.. List(key).Select(part => part.Written)];

        ResolvedRule Categories()
        {
            var rules = ((JsonObject)place["by-category"].Node!)
                .OrderBy(pair => pair.Key == Category.Otherwise ? int.MaxValue : (uint)Array.IndexOf(Category.Shipped, pair.Key))
                .ToDictionary(pair => pair.Key, pair => At($"by-category.{pair.Key}"), StringComparer.Ordinal);
            return new(
                new ByCategory(
                    rules
                        .Where(pair => pair.Key != Category.Otherwise)
                        .ToImmutableSortedDictionary(pair => pair.Key, pair => pair.Value.Rule, StringComparer.Ordinal),
                    rules[Category.Otherwise].Rule),
                map with { ByCategory = rules.ToDictionary(pair => pair.Key, pair => pair.Value.Written, StringComparer.Ordinal) });
        }
    }

    /// <summary>Holds every member and every category that a form names against those that there are.</summary>
    private void CheckReferences(ConfigurationNode place)
    {
        if (_roster is not null)
        {
            var elsewhere = _elsewhere ?? RosterReader.ShippedCodes;
            foreach (var member in place["veto"]["members"].Elements)
            {
                Reference.Check(member, member.Text ?? "", Referent.Member, _codes, elsewhere, isKey: false);
            }

            foreach (var (code, _) in place["weight"].Node as JsonObject ?? [])
            {
                Reference.Check(place["weight"][code], code, Referent.Member, _codes, elsewhere);
            }
        }

        foreach (var (word, _) in place["by-category"].Node as JsonObject ?? [])
        {
            CheckCategory(place["by-category"][word], word);
        }
    }

    /// <summary>A category is declared by the crises that have it; one that none has, but that is nearly one, is a slip.</summary>
    private void CheckCategory(ConfigurationNode place, string word)
    {
        string[] known = [.. _categories ?? [], .. Category.Shipped];
        if (word == Category.Otherwise || known.Contains(word))
        {
            return;
        }

        var nearest = Nearest.To(word, known);
        if (_categories is not null && nearest is not null)
        {
            Reference.Check(place, word, Referent.Category, known);
        }
        else if (_categories is not null)
        {
            place.Warn(
                $"no crisis of this experiment is of the category '{ContractCheck.Quote(word)}', so that this rule decides nothing", ofKey: true);
        }
        else if (nearest is not null)
        {
            place.Warn($"no crisis that ships is of the category '{ContractCheck.Quote(word)}'; did you mean '{nearest}'?", ofKey: true);
        }
    }

    private static ResolvedRule CriterionOf(RulePart map)
    {
        var isExceeded = map.MoreThan is not null;
        var quota = (map.AtLeast ?? map.MoreThan)!;
        var isCount = quota is JsonObject;
        var quotient = !isCount && quota.GetValueKind() == JsonValueKind.String ? Numeral.Quotient(quota.GetValue<string>()) : null;
        var criterion = new Criterion
        {
            Weight = WeightOf(map),
            Quota = quotient is var (dividend, divisor)
                ? new(dividend, IsCount: false, isExceeded) { Divisor = divisor }
                : new(isCount ? quota["count"]!.GetValue<decimal>() : quota.GetValue<decimal>(), isCount, isExceeded),
            OfVoting = map.Of == "voting",
            BlockingMinority = map.BlockingMinority ?? 0,
        };
        return new(criterion, map with { Weight = map.Weight ?? "one-each", Of = map.Of ?? "all", BlockingMinority = criterion.BlockingMinority });
    }

    private static VotingWeight WeightOf(RulePart map) => map.Weight switch
    {
        null => VotingWeight.Named[0],
        JsonObject listed => new VotingWeight.Listed(
            listed.ToImmutableSortedDictionary(pair => pair.Key, pair => pair.Value!.GetValue<decimal>(), StringComparer.Ordinal)),
        var word => VotingWeight.Named.First(weight => weight.Name == word.GetValue<string>()),
    };

    /// <summary>Whether the weights say something of every member; a missing figure must not pass for a ballot without weight.</summary>
    private bool Covers(ConfigurationNode place, RulePart map)
    {
        if (_roster is null || map.Weight is null)
        {
            return true;
        }

        var weight = WeightOf(map);
        var listed = weight as VotingWeight.Listed;
        var missing = _roster.Members.Where(member => listed is not null
            ? !listed.Weights.ContainsKey(member.Code)
            : weight.Figure.Length > 0 && weight.Of(member) == 0).Select(member => member.Code).ToArray();
        if (missing.Length > 0)
        {
            var remedy = listed is not null
                ? "expected a weight for every member at the table"
                : $"expected a {weight.Figure} for every member in the members file";
            place["weight"].Report($"there is no weight for {string.Join(", ", missing)}; {remedy}");
        }
        else if (_roster.Members.Sum(weight.Of) == 0)
        {
            place["weight"].Report("all members together have no weight; expected a weight above 0 for one at least");
            return false;
        }

        return missing.Length == 0;
    }
}

/// <summary>A rule, and the map that says it with everything in place.</summary>
internal sealed record ResolvedRule(DecisionRule Rule, RulePart Map)
{
    /// <summary>The map as it is written; a new tree each time.</summary>
    public JsonNode Written => JsonSerializer.SerializeToNode(Map, ConfigurationContext.Default.RulePart)!;
}
