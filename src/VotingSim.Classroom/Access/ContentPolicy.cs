using Microsoft.AspNetCore.Http;

namespace VotingSim.Classroom.Access;

/// <summary>What a browser is told to let no page do: the headers of every answer.</summary>
public static class ContentPolicy
{
    private const string NonceItem = "votingsim.nonce";

    /// <summary>
    /// The policy of a report, which holds all its styles and scripts in itself: it stands alone, and acts for nobody here.
    /// </summary>
    public const string OfReport = "sandbox allow-scripts allow-downloads allow-popups allow-modals; default-src 'none'; "
        + "script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data: blob:; font-src data:; frame-ancestors 'none'";

    /// <summary>The word without which no script of the page is run; another for each answer.</summary>
    public static string NonceOf(HttpContext? context) => context?.Items[NonceItem] as string ?? "";

    /// <summary>Sets the headers of an answer; what its endpoint says for itself stands.</summary>
    public static void Apply(HttpContext context)
    {
        var nonce = Secrets.NewKey();
        context.Items[NonceItem] = nonce;
        context.Response.OnStarting(() =>
        {
            var headers = context.Response.Headers;
            if (headers.ContentSecurityPolicy != OfReport)
            {
                headers.ContentSecurityPolicy = OfPage(nonce, context.Request.Host.Value ?? "");
            }

            headers.XContentTypeOptions = "nosniff";
            headers.XFrameOptions = "DENY";
            headers["Referrer-Policy"] = "same-origin";
            if (context.Request.IsHttps)
            {
                headers["Cross-Origin-Opener-Policy"] = "same-origin"; // elsewhere browsers complain of it
            }

            headers["Cross-Origin-Resource-Policy"] = "same-origin";
            headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()";
            headers.Remove("Server");
            return Task.CompletedTask;
        });
    }

    // Places on scales and widths of bars are styles of their elements; older browsers do not take their own socket for "self".
    private static string OfPage(string nonce, string host) =>
        $"default-src 'none'; script-src 'nonce-{nonce}'; style-src 'self'; style-src-attr 'unsafe-inline'; img-src 'self' data:; "
        + $"connect-src 'self' ws://{host} wss://{host}; form-action 'self'; base-uri 'self'; frame-ancestors 'none'";
}
