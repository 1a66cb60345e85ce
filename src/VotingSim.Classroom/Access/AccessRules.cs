using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using static VotingSim.Classroom.Languages.Speech;

namespace VotingSim.Classroom.Access;

/// <summary>What every request passes before anything is done with it, and how a browser becomes the host's.</summary>
internal static class AccessRules
{
    private const int LongestBody = 1024;
    private static readonly TimeSpan PersonLife = TimeSpan.FromDays(1);

    // Where a proxy stands. Whoever comes straight from elsewhere is not believed.
    private static readonly string[] Private = ["127.0.0.0/8", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "::1/128", "fc00::/7", "fe80::/10"];

    /// <summary>Refuses foreign names and foreign pages, also at sockets, and sets the headers of every answer.</summary>
    public static void UseAccessRules(this WebApplication app)
    {
        var (options, hosts) = (app.Services.GetRequiredService<AccessOptions>(), app.Services.GetRequiredService<KnownHosts>());
        if (options.IsBehindProxy)
        {
            app.UseForwardedHeaders(Forwarded());
        }

        app.Use((context, next) =>
        {
            ContentPolicy.Apply(context);
            if (!hosts.Knows(context))
            {
                return RefuseAsync(context, StatusCodes.Status400BadRequest,
                    Tell("The classroom does not answer under this name. If it is meant to, start it with serve --host and the name."));
            }

            if (!KnownHosts.IsOwnOrigin(context.Request))
            {
                return RefuseAsync(context, StatusCodes.Status403Forbidden, Tell("A page of another site may not speak to the classroom."));
            }

            RememberPerson(context);
            return next(context);
        });
    }

    /// <summary>Takes the host key of a browser, once, and gives it a cookie that no script can read.</summary>
    public static void MapHostKey(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/host/key", async (HttpContext context, HostKey key, Visitors visitors, AttemptLimits limits) =>
        {
            var visitor = visitors.Of(context);
            if (!limits.Allows(visitor, isKnownThere: false))
            {
                return Results.Text("later", statusCode: StatusCodes.Status429TooManyRequests);
            }

            var buffer = new byte[LongestBody];
            var length = await context.Request.Body.ReadAtLeastAsync(buffer, LongestBody, throwOnEndOfStream: false, context.RequestAborted);
            var shown = Encoding.UTF8.GetString(buffer, 0, length).Trim();
            if (!key.Is(shown))
            {
                limits.Failed(visitor);
                return Results.Text("wrong", statusCode: StatusCodes.Status403Forbidden);
            }

            context.Response.Cookies.Append(HostKey.Cookie, shown, CookieOf(context));
            return Results.NoContent();
        });

    private static ForwardedHeadersOptions Forwarded()
    {
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.All, ForwardLimit = 1 };
        options.KnownIPNetworks.Clear();
        options.KnownProxies.Clear();
        foreach (var network in Private)
        {
            options.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(network));
        }

        return options;
    }

    private static void RememberPerson(HttpContext context)
    {
        if (HttpMethods.IsGet(context.Request.Method)
            && context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase)
            && !context.Request.Cookies.ContainsKey(Visitors.PersonCookie))
        {
            var cookie = CookieOf(context);
            cookie.MaxAge = PersonLife;
            var person = Secrets.NewKey();
            context.Items[Visitors.PersonCookie] = person;
            context.Response.Cookies.Append(Visitors.PersonCookie, person, cookie);
        }
    }

    private static CookieOptions CookieOf(HttpContext context) =>
        new() { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = context.Request.IsHttps, Path = "/", IsEssential = true };

    private static Task RefuseAsync(HttpContext context, int status, string sentence)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(sentence + "\n");
    }
}
