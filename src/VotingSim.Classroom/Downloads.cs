using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using VotingSim.Classroom.Access;
using VotingSim.Classroom.Deliberations;
using VotingSim.Classroom.Runs;
using VotingSim.Configuration;

namespace VotingSim.Classroom;

/// <summary>What a page lets one take home: the experiment that is on the screen, and the report of a run.</summary>
internal static class Downloads
{
    public static void MapDownloads(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/experiment.yaml", Experiment);
        routes.MapGet("/report/{**name}", ReportAsync);
    }

    private static IResult Experiment(
        HttpRequest request, Convener convener, string? crisis, string? members, string[]? rule, string? seed, string? replication, string? rounds)
    {
        var choice = Address.Choice(crisis, members, rule ?? [], seed, replication, rounds) with
        {
            WhatIf = WhatIf.Read(key => request.Query[key].FirstOrDefault()),
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
    }

    private static async Task<IResult> ReportAsync(HttpContext context, Visitors visitors, ResultsShelf shelf, string name)
    {
        if (!visitors.Of(context).MayHost)
        {
            return Results.Text(
                "Reports are the host's: open them at the machine of the classroom, or with its host key.", "text/plain", Encoding.UTF8,
                StatusCodes.Status403Forbidden);
        }

        if (await shelf.OpenAsync(name) is not { } run || !File.Exists(run.Report))
        {
            return Results.NotFound();
        }

        context.Response.Headers.ContentSecurityPolicy = ContentPolicy.OfReport;
        return Results.File(run.Report, "text/html; charset=utf-8");
    }
}
