using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace VotingSim.Classroom.Languages;

/// <summary>Everybody is spoken to in their language, also over the connection of a page, which comes with the cookies of its browser.</summary>
internal static class LanguageRules
{
    private static readonly TimeSpan Life = TimeSpan.FromDays(365);

    /// <summary>Finds the language of every request; one that its address names with <c>lang</c> is kept.</summary>
    public static void UseLanguages(this WebApplication app)
    {
        var shelf = app.Services.GetRequiredService<LanguageShelf>();
        app.Use((context, next) =>
        {
            var language = Language.Current = shelf.Of(context.Request);
            if (shelf.With(context.Request.Query["lang"]) == language)
            {
                context.Response.Cookies.Append(LanguageShelf.Cookie, language.Code, new()
                {
                    HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = context.Request.IsHttps, Path = "/", IsEssential = true, MaxAge = Life,
                });
            }

            return next(context);
        });
    }
}
