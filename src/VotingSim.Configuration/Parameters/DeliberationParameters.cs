namespace VotingSim.Configuration.Parameters;

/// <summary>The parameters of the keys <c>deliberation</c> and <c>urgency</c>.</summary>
internal static class DeliberationParameters
{
    public const string OfTheCalendar = "it changes the calendar, which all worlds share";

    private static readonly string[] CalendarKeys = ["round-days", "first-round-day", "horizon-days"];

    public static IEnumerable<Parameter> All()
    {
        foreach (var property in ContractCheck.ContractOf(typeof(DeliberationMap)).Properties.Where(property => !property.PropertyType.IsArray && property.PropertyType != typeof(AgendaMap)))
        {
            var key = property.Name;
            yield return Parameter.Of($"deliberation.{key}", ExperimentParts.Deliberation, property, (tree, value) => ExperimentTree.Put(tree.Deliberation, value, key)) with
            {
                Quantity = Parameter.World(key) is { } world ? new(world) : null,
                WhyCertain = key switch
                {
                    "foresight-days" => "it changes for when a rule is expected, which all worlds share",
                    "loss-exponent" => "it changes the form of every loss",
                    _ when property.PropertyType == typeof(string) => "a word has no distribution",
                    _ when CalendarKeys.Contains(key) => OfTheCalendar,
                    _ => "it is the same in every world",
                },
            };
        }

        foreach (var property in ContractCheck.ContractOf(typeof(AgendaMap)).Properties)
        {
            var key = property.Name;
            yield return Parameter.Of($"deliberation.agenda.{key}", ExperimentParts.Deliberation, property, (tree, value) => ExperimentTree.Put(tree.Deliberation, value, "agenda", key)) with
            {
                Quantity = new(Parameter.World(key, "Agenda")!.Value),
            };
        }

        foreach (var property in ContractCheck.ContractOf(typeof(UrgencyMap)).Properties)
        {
            var key = property.Name;
            yield return Parameter.Of($"urgency.{key}", ExperimentParts.Crises, property, Write) with { Quantity = new(Parameter.World(key, "Urgency")!.Value) };

            void Write(ExperimentTree tree, System.Text.Json.Nodes.JsonNode value)
            {
                foreach (var crisis in tree.Crises)
                {
                    ExperimentTree.Put(crisis, value, "urgency", key);
                }
            }
        }
    }
}
