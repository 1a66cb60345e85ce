using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using VotingSim.Classroom.Access;
using VotingSim.Classroom.Deliberations;
using VotingSim.Classroom.Keepsakes;
using VotingSim.Classroom.Pages;
using VotingSim.Classroom.Rooms;
using VotingSim.Classroom.Runs;
using VotingSim.Configuration;
using VotingSim.Report.Printing;
using static VotingSim.Classroom.Languages.Speech;

namespace VotingSim.Classroom;

/// <summary>What a page lets one take home: the experiment that is on the screen, its rounds, those of a room and its debrief, and the report
/// of a run.</summary>
internal static class Downloads
{
    private const int LongestKey = 1024;

    public static void MapDownloads(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/experiment.yaml", Experiment);
        routes.MapGet("/keepsake.html", TableAsync);
        routes.MapPost("/keepsake", RoomAsync).WithMetadata(new RequestSizeLimitAttribute(LongestKey)).DisableAntiforgery();
        routes.MapPost("/debrief.pdf", DebriefAsync).WithMetadata(new RequestSizeLimitAttribute(LongestKey)).DisableAntiforgery();
        routes.MapGet("/report/{**name}", ReportAsync);
    }

    private static IResult Experiment(
        HttpRequest request, Convener convener, string? crisis, string? members, string[]? rule, string? seed, string? replication, string? rounds)
    {
        var choice = Address.Choice(crisis, members, rule ?? [], seed, replication, rounds) with
        {
            WhatIf = ChangedIn(request),
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

    private static WhatIf ChangedIn(HttpRequest request) => WhatIf.Read(key => request.Query[key].FirstOrDefault());

    // What is at the table page under the same address, as far as the round that is named.
    private static async Task<IResult> TableAsync(
        HttpContext context, Convener convener, ResultsShelf shelf, CrisisLibrary library, Visitors visitors,
        string? crisis, string? members, string? rule, string? seed, string? replication, string? round, string? results, string? arm)
    {
        var choice = Address.Choice(crisis, members, rule is null ? [] : [rule], seed, replication) with
        {
            WhatIf = ChangedIn(context.Request),
        };
        await using var table = new TableViewModel(convener, shelf) { MayReadResults = visitors.Of(context).MayHost };
        table.Ask(choice, results, arm);
        await table.ConveneAsync();
        if (table.Problems.Count > 0)
        {
            return Told(new ConfigurationException([.. table.Problems]).Message, StatusCodes.Status400BadRequest);
        }

        await table.GoToAsync(Address.Round(round));
        if (table.Live is not { HasOpened: true } live)
        {
            return Told(Tell("The matter did not reach the agenda: there is no round to take home."), StatusCodes.Status400BadRequest);
        }

        var keepsake = table.Run is { } run
            ? Keepsake.Of(live, library, run.Name, ResultsShelf.PlanOf(run).Seed)
            : Keepsake.Of(live, library, choice);
        return await FileAsync(keepsake, $"table-{live.Terms.Crisis.Name}.html");
    }

    // Everybody's who was in the room, once the session has ended.
    private static async Task<IResult> RoomAsync(HttpContext context, RoomRegister rooms, CrisisLibrary library, Visitors visitors, ShownKey shown)
    {
        var (room, refusal) = Find(rooms, shown, visitors.Of(context));
        if (refusal != Refusal.None || room is null)
        {
            return Refused(refusal);
        }

        if (room.View.Phase != RoomPhase.Ended)
        {
            return Told(Tell("The rounds can be taken home when the session has ended."), StatusCodes.Status409Conflict);
        }

        context.Response.Headers.CacheControl = "no-store";
        return await FileAsync(Keepsake.Of(room, library), $"session-{room.Proceedings.Terms.Crisis.Name}.html");
    }

    // The teacher's at any time, and everybody's who was in the room once the session has ended.
    private static async Task<IResult> DebriefAsync(HttpContext context, RoomRegister rooms, Handouts handouts, Visitors visitors, ShownKey shown)
    {
        var (room, refusal) = Find(rooms, shown, visitors.Of(context));
        if (refusal != Refusal.None || room is null)
        {
            return Refused(refusal);
        }

        if (!shown.IsTeachers && room.View.Phase != RoomPhase.Ended)
        {
            return Told(Tell("The debrief is open to all when the session has ended."), StatusCodes.Status409Conflict);
        }

        context.Response.Headers.CacheControl = "no-store";
        try
        {
            return Results.File(await handouts.PrintAsync(room), "application/pdf", $"debrief-{room.Proceedings.Terms.Crisis.Name}.pdf");
        }
        catch (PrintException e) when (e.IsForWantOfBrowser)
        {
            return Told(
                Tell("The machine of the classroom has no browser to print with. Print this page in yours: it is laid out for paper."),
                StatusCodes.Status501NotImplemented);
        }
        catch (PrintException)
        {
            return Told(
                Tell("The debrief could not be printed. Print this page in your browser: it is laid out for paper."),
                StatusCodes.Status503ServiceUnavailable);
        }
    }

    private static IResult Refused(Refusal refusal) => Told(
        RefusalText.Of(refusal)!, refusal == Refusal.TooManyAttempts ? StatusCodes.Status429TooManyRequests : StatusCodes.Status403Forbidden);

    private static (Room? Room, Refusal Refusal) Find(RoomRegister rooms, ShownKey shown, Visitor visitor)
    {
        if (shown.IsTeachers)
        {
            var (teacher, refused) = rooms.Teach(shown.Code, shown.Teacher, visitor);
            return (teacher?.Room, refused);
        }

        var (student, refusal) = rooms.Return(shown.Code, shown.Seat, visitor);
        return (student?.Room, refusal);
    }

    private static async Task<IResult> FileAsync(Keepsake keepsake, string name) =>
        Results.File(await KeepsakeFile.WriteAsync(keepsake), "text/html; charset=utf-8", name);

    // With words, or the page for errors would stand in.
    private static IResult Told(string words, int status) => Results.Text(words, "text/plain", Encoding.UTF8, status);

    private static async Task<IResult> ReportAsync(HttpContext context, Visitors visitors, ResultsShelf shelf, string name)
    {
        if (!visitors.Of(context).MayHost)
        {
            return Told(
                Tell("Reports are the host's: open them at the machine of the classroom, or with its host key."), StatusCodes.Status403Forbidden);
        }

        if (await shelf.OpenAsync(name) is not { } run || !File.Exists(run.Report))
        {
            return Results.NotFound();
        }

        context.Response.Headers.ContentSecurityPolicy = ContentPolicy.OfReport;
        return Results.File(run.Report, "text/html; charset=utf-8");
    }

    /// <summary>The key by which a browser came into a room: the teacher's, or a person's.</summary>
    internal sealed record ShownKey(string? Code, string? Teacher, string? Seat)
    {
        /// <summary>Whether it is the teacher's.</summary>
        public bool IsTeachers => Teacher is { Length: > 0 };
    }
}
