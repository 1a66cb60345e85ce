namespace VotingSim.Configuration.Parameters;

/// <summary>The parameters of the keys <c>deliberation</c> and <c>urgency</c>.</summary>
internal static class DeliberationParameters
{
    public const string OfTheCalendar = "it changes the calendar, which all worlds share";

    private static readonly string[] CalendarKeys = ["round-days", "first-round-day", "horizon-days"];

    public static IEnumerable<Parameter> All() => [.. Deliberation(), .. Agenda(), .. Urgency()];

    private static IEnumerable<Parameter> Deliberation() =>
        from property in Parameter.KeysOf(typeof(DeliberationMap))
        let key = property.Name
        select Parameter.Of(
            ["deliberation", key], ExperimentParts.Deliberation, property, (tree, value) => ExperimentTree.Put(tree.Deliberation, value, key)) with
        {
            Quantity = Parameter.World(key) is { } world ? new(world) : null,
            WhyCertain = key switch
            {
                "foresight-days" => "it changes for when a rule is expected, which all worlds share",
                "loss-exponent" => "it changes the form of every loss",
                _ when CalendarKeys.Contains(key) => OfTheCalendar,
                _ => "a word has no distribution",
            },
        };

    private static IEnumerable<Parameter> Agenda() =>
        from property in Parameter.KeysOf(typeof(AgendaMap))
        let key = property.Name
        select Parameter.Of(
            ["deliberation", "agenda", key], ExperimentParts.Deliberation, property, (tree, value) =>
                ExperimentTree.Put(tree.Deliberation, value, "agenda", key)) with
        {
            Quantity = new(Parameter.World(key, "Agenda")!.Value),
        };

    private static IEnumerable<Parameter> Urgency() =>
        from property in Parameter.KeysOf(typeof(UrgencyMap))
        let key = property.Name
        select Parameter.Of(
            ["urgency", key], ExperimentParts.Crises, property, (tree, value) =>
                tree.InEveryCrisis(crisis => ExperimentTree.Put(crisis, value, "urgency", key))) with
        {
            Quantity = new(Parameter.World(key, "Urgency")!.Value),
        };
}
