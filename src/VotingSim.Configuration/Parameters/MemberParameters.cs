using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using VotingSim.Worlds;

namespace VotingSim.Configuration.Parameters;

/// <summary>The parameters of a members file: the members', whom they listen to, and the calendar.</summary>
internal static class MemberParameters
{
    private static readonly string[] Pressures = ["acute", "pressing", "slow"];

    private static readonly JsonPropertyInfo[] Keys =
        [.. Parameter.KeysOf(typeof(MemberMap)).Where(property => property.PropertyType != typeof(string))];

    public static IEnumerable<Parameter> All(MembersFile? members)
    {
        string[] codes = [.. members?.Members.Select(member => member.Code) ?? []];
        return [.. Keys.Select(OfAll), .. codes.SelectMany(OfOne), .. Affinities(codes), .. Pressures.SelectMany(Calendar)];
    }

    private static Parameter OfAll(JsonPropertyInfo property)
    {
        return Parameter.Of(["members", property.Name], ExperimentParts.Members, property, Write) with { Quantity = QuantityOf(property, null) };

        void Write(ExperimentTree tree, JsonNode value)
        {
            foreach (var member in tree.Members["members"]!.AsArray())
            {
                ExperimentTree.Put(member!, value, property.Name);
            }
        }
    }

    private static IEnumerable<Parameter> OfOne(string code, int seat)
    {
        var index = seat.ToString(CultureInfo.InvariantCulture);
        return Keys.Select(property => Parameter.Of(["members", code, property.Name], ExperimentParts.Members, property, (tree, value) =>
            ExperimentTree.Put(tree.Members, value, "members", index, property.Name)) with
        {
            Quantity = QuantityOf(property, code),
        });
    }

    private static WorldQuantity? QuantityOf(JsonPropertyInfo property, string? code) =>
        Parameter.World(property.Name) is { } world ? new(world) { Member = code } : null;

    private static IEnumerable<Parameter> Affinities(string[] codes) =>
        from listener in codes
        from speaker in codes
        where listener != speaker
        select Parameter.OfElement(
            ["affinity", listener, speaker], ExperimentParts.Members, Parameter.KeyOf(typeof(MembersFile), "affinity"), (tree, value) =>
                ExperimentTree.Put(tree.Members, value, "affinity", listener, speaker));

    private static IEnumerable<Parameter> Calendar(string pressure)
    {
        foreach (var property in Parameter.KeysOf(typeof(CalendarMap)))
        {
            yield return Of(property, property.Name) with
            {
                Quantity = property.Name == "patience" ? new(WorldParameter.PatienceDays) { Pressure = pressure } : null,
                WhyCertain = DeliberationParameters.OfTheCalendar,
            };
        }

        foreach (var property in Parameter.KeysOf(typeof(AgendaMap)))
        {
            yield return Of(property, "agenda", property.Name) with
            {
                Quantity = new(Parameter.World(property.Name, "Agenda")!.Value) { Pressure = pressure },
            };
        }

        Parameter Of(JsonPropertyInfo property, params string[] keys) => Parameter.Of(
            ["calendar", pressure, .. keys], ExperimentParts.Members, property, (tree, value) =>
                ExperimentTree.Put(tree.Members, value, ["calendar", pressure, .. keys]));
    }
}
