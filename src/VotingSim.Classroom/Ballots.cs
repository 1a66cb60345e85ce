using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using VotingSim.Classroom.Access;
using VotingSim.Classroom.Rooms;
using VotingSim.Experiments.Store;
using static VotingSim.Classroom.Languages.Speech;

namespace VotingSim.Classroom;

/// <summary>Where phones send a ballot, and send it again until they are told that it was received.</summary>
internal static class Ballots
{
    private const int LongestBallot = 1024;

    public static void MapBallots(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/ballot", CastAsync).WithMetadata(new RequestSizeLimitAttribute(LongestBallot)).DisableAntiforgery();

    private static async Task<IResult> CastAsync(HttpContext context, RoomRegister rooms, Visitors visitors, SentBallot sent)
    {
        var (student, refusal) = rooms.Return(sent.Code, sent.Key, visitors.Of(context));
        if (refusal == Refusal.TooManyAttempts)
        {
            return Results.Text("later", statusCode: StatusCodes.Status429TooManyRequests); // with words, or the page for errors would stand in
        }

        if (!int.TryParse(sent.Round, out var round) || sent.Ballot is not { Length: 1 } || BallotLetter.Read(sent.Ballot[0]) is not { } ballot)
        {
            return Results.Text("no ballot", statusCode: StatusCodes.Status400BadRequest);
        }

        if (refusal == Refusal.None && !student!.HasCast(round, ballot))
        {
            refusal = await student.CastAsync(round, ballot);
        }

        return Results.Json(new
        {
            refusal = refusal is Refusal.NotNow or Refusal.AnotherRound
                ? Tell("The vote was closed before your ballot arrived; it did not count.")
                : RefusalText.Of(refusal),
        });
    }

    /// <summary>A ballot as a phone sends it.</summary>
    internal sealed record SentBallot(string? Code, string? Key, string? Round, string? Ballot);
}
