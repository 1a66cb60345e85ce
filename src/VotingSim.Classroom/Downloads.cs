using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using VotingSim.Classroom.Deliberations;
using VotingSim.Experiments.Configuration;

namespace VotingSim.Classroom;

/// <summary>What a page lets one take home: the experiment that is on the screen.</summary>
internal static class Downloads
{
    public static void MapDownloads(this IEndpointRouteBuilder routes) => routes.MapGet(
        "/experiment.yaml",
        (Convener convener, string? crisis, string? members, string[]? rule, ulong? seed, uint? replication) =>
        {
            var choice = new TableChoice
            {
                Crisis = crisis ?? TableChoice.DefaultCrisis,
                Members = members ?? TableChoice.DefaultMembers,
                Rules = rule is { Length: > 0 } ? [.. rule] : ["consensus"],
                Seed = seed ?? 1,
                Replication = replication ?? 0,
            };
            try
            {
                convener.Plan(choice);
                return Results.File(Encoding.UTF8.GetBytes(convener.Yaml(choice)), "application/yaml", $"classroom-{choice.Crisis}.yaml");
            }
            catch (ConfigurationException e)
            {
                return Results.Text(e.Message, "text/plain", Encoding.UTF8, StatusCodes.Status400BadRequest);
            }
        });
}
