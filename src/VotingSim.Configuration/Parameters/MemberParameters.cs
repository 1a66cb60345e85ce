using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using VotingSim.Worlds;

namespace VotingSim.Configuration.Parameters;

/// <summary>The parameters of a members file: the members', whom they listen to, and the calendar.</summary>
internal static class MemberParameters
{
    private static readonly string[] Pressures = ["acute", "pressing", "slow"];

    public static IEnumerable<Parameter> All(MembersFile? members)
    {
        var codes = members?.Members.Select(member => member.Code).ToArray() ?? [];
        foreach (var property in ContractCheck.ContractOf(typeof(MemberMap)).Properties.Where(property => property.PropertyType == typeof(double) || property.PropertyType == typeof(decimal)))
        {
            var (key, world) = (property.Name, Parameter.World(property.Name));
            yield return Parameter.Of($"members.{key}", ExperimentParts.Members, property, WriteAll) with { Quantity = world is { } of ? new(of) : null };

            foreach (var (seat, code) in codes.Index())
            {
                var index = seat.ToString(CultureInfo.InvariantCulture);
                yield return Parameter.Of($"members.{code}.{key}", ExperimentParts.Members, property, (tree, value) => ExperimentTree.Put(tree.Members, value, "members", index, key)) with
                {
                    Quantity = world is { } ofOne ? new(ofOne) { Member = code } : null,
                };
            }

            void WriteAll(ExperimentTree tree, JsonNode value)
            {
                foreach (var member in tree.Members["members"]!.AsArray())
                {
                    ExperimentTree.Put(member!, value, key);
                }
            }
        }

        var affinity = ContractCheck.ContractOf(typeof(MembersFile)).Properties.Single(property => property.Name == "affinity");
        foreach (var (listener, speaker) in codes.SelectMany(_ => codes, (listener, speaker) => (listener, speaker)).Where(pair => pair.listener != pair.speaker))
        {
            yield return Parameter.OfElement(
                $"affinity.{listener}.{speaker}", ExperimentParts.Members, affinity, (tree, value) => ExperimentTree.Put(tree.Members, value, "affinity", listener, speaker));
        }

        foreach (var calendar in Pressures.SelectMany(Calendar))
        {
            yield return calendar;
        }
    }

    private static IEnumerable<Parameter> Calendar(string pressure)
    {
        foreach (var property in ContractCheck.ContractOf(typeof(CalendarMap)).Properties.Where(property => property.PropertyType != typeof(AgendaMap)))
        {
            yield return Of(property, property.Name) with
            {
                Quantity = property.Name == "patience" ? new(WorldParameter.PatienceDays) { Pressure = pressure } : null,
                WhyCertain = DeliberationParameters.OfTheCalendar,
            };
        }

        foreach (var property in ContractCheck.ContractOf(typeof(AgendaMap)).Properties)
        {
            yield return Of(property, "agenda", property.Name) with { Quantity = new(Parameter.World(property.Name, "Agenda")!.Value) { Pressure = pressure } };
        }

        Parameter Of(JsonPropertyInfo property, params string[] keys) => Parameter.Of(
            $"calendar.{pressure}.{string.Join('.', keys)}", ExperimentParts.Members, property, (tree, value) => ExperimentTree.Put(tree.Members, value, ["calendar", pressure, .. keys]));
    }
}
