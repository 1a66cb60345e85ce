using System.Collections.Immutable;
using VotingSim.Configuration;

namespace VotingSim.Experiments.Plan;

/// <summary>Reads claims.</summary>
public static class ClaimReader
{
    /// <summary>Names of the claims that ship, in their order.</summary>
    public static IReadOnlyList<string> ShippedNames => [.. Shipped.NamesOf(ConfigurationKind.Claim)];

    /// <summary>Reads claims, so that every problem of all is found at once.</summary>
    /// <param name="references">Each the path of a claim file, or the name of a shipped one.</param>
    /// <exception cref="ConfigurationException">Something is wrong with one, or two have the same name.</exception>
    public static ImmutableArray<Claim> Read(IReadOnlyList<string> references)
    {
        ArgumentNullException.ThrowIfNull(references);
        var reading = new Reading();
        var places = references.Select(reference => reading.Open(reference, ConfigurationKind.Claim, [])).ToArray();
        var claims = places.Select(place => place is { } claim ? Resolve(reading, claim) : null).ToArray();
        Distinct.Names("claims", places.OfType<ConfigurationNode>().Select(place => place["claim"]));
        return [.. reading.Result(claims).Select(one => one!)];
    }

    /// <summary>One claim; null where something is wrong.</summary>
    internal static Claim? Resolve(Reading reading, ConfigurationNode place)
    {
        var sides = new ClaimSideReader(reading, place).Read();
        CheckSides(place, sides);
        CheckOrder(place["ages"], place["ages"][0], place["ages"][1]);
        CheckOrder(place["expected"]["within"], place["expected"]["within"][0], place["expected"]["within"][1]);
        var observed = place["observed"];
        CheckOrder(observed["low"], observed["low"], observed["value"]);
        CheckOrder(observed["high"], observed["value"], observed["high"]);
        if (observed.Has("low") != observed.Has("high"))
        {
            observed[observed.Has("low") ? "low" : "high"].ReportKey("an interval has two limits; expected low and high");
        }

        if (Reading.Read(place, ConfigurationContext.Default.ClaimFile) is not { } file || sides.Contains(null))
        {
            return null;
        }

        return new()
        {
            Name = file.Claim,
            Title = file.Title,
            Text = OneLine(file.Text),
            Source = OneLine(file.Source),
            Certainty = ConfigurationWord.Parse<ClaimCertainty>(file.Certainty),
            Disputed = file.Disputed is { } disputed ? OneLine(disputed) : null,
            Quantity = ConfigurationWord.Parse<ClaimQuantity>(file.Quantity),
            Ages = file.Ages is [var after, var upTo] ? (after, upTo) : (0, double.PositiveInfinity),
            AtLeast = file.Expected.Above ?? file.Expected.Within?[0] ?? double.NegativeInfinity,
            AtMost = file.Expected.Below ?? file.Expected.Within?[1] ?? double.PositiveInfinity,
            Observed = file.Observed is { } record
                ? new(record.Value ?? double.NaN, record.Low ?? double.NaN, record.High ?? double.NaN, OneLine(record.Source))
                : null,
            Sides = [.. sides.Select(side => side!)],
        };
    }

    // Files break lines where they please.
    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static void CheckSides(ConfigurationNode place, ImmutableArray<ClaimSide?> sides)
    {
        var (quantity, list) = (place["quantity"].Text, place["sides"]);
        if (quantity is null || !place.Document.IsClean("quantity"))
        {
            return;
        }

        var isElasticity = quantity == ConfigurationWord.Of(ClaimQuantity.MedianElasticity);
        var (least, most) = isElasticity ? (2, ClaimSides.Most) : quantity == ConfigurationWord.Of(ClaimQuantity.UnopposedShare) ? (1, 1) : (2, 2);
        if (sides.Length > 0 && (sides.Length < least || sides.Length > most))
        {
            list.Report($"a claim of a {quantity} has {sides.Length} sides; expected {(least == most ? $"{least}" : $"{least} or more")}");
        }

        foreach (var side in list.Elements.Where(side => side.Has("value") != isElasticity))
        {
            (isElasticity ? side : side["value"]).ReportKey(isElasticity
                ? "this side has no value; expected value: with what the elasticity is taken by, e.g. the number of members"
                : $"a {quantity} is taken by no value; expected no such key");
        }

        if (isElasticity && list.Elements.Select(side => side["value"].Node?.ToJsonString()).Distinct().Count() == 1 && sides.Length > 1)
        {
            list.Report("all sides have the same value; expected different ones");
        }

        if (place.Has("ages") && quantity is not ("hazard-ratio" or "hazard-trend"))
        {
            place["ages"].ReportKey($"ages are those of a hazard-ratio or a hazard-trend, and this is a {quantity}; expected no such key");
        }

        if (sides.OfType<ClaimSide>().Select(side => side.Terms.Length).Distinct().ToArray() is [var first, var other, ..])
        {
            list.Report($"the sides have {first} and {other} crises; expected as many on each, which are compared one with the other");
        }
    }

    private static void CheckOrder(ConfigurationNode place, ConfigurationNode low, ConfigurationNode high)
    {
        if (NumberOf(low) is { } first && NumberOf(high) is { } second && first > second)
        {
            place.Report("the limits are in the wrong order; expected the lower one, then the value, then the higher one");
        }
    }

    private static double? NumberOf(ConfigurationNode place) =>
        place.Document.IsClean(place.Path) && place.Node is System.Text.Json.Nodes.JsonValue value && value.TryGetValue<double>(out var number)
            ? number
            : null;
}
