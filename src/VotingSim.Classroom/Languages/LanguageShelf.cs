using Microsoft.AspNetCore.Http;
using VotingSim.Configuration;

namespace VotingSim.Classroom.Languages;

/// <summary>The languages that the classroom speaks: those that ship, and the user's, of which each is a file in <c>configs/languages</c>.</summary>
public sealed class LanguageShelf
{
    /// <summary>The cookie that keeps the language of a browser.</summary>
    public const string Cookie = "votingsim-language";

    /// <summary>Reads them.</summary>
    /// <param name="folder">Where those of the user's are; there may be none.</param>
    /// <exception cref="ConfigurationException">A file of the user's is not one of a language: every problem in all of them.</exception>
    public LanguageShelf(string folder)
    {
        var languages = LanguageReader.ShippedCodes().Where(code => code != Language.English.Code).Select(LanguageReader.Shipped)
            .Prepend(Language.English).ToDictionary(language => language.Code, StringComparer.OrdinalIgnoreCase);
        var known = Language.English.Keys.ToHashSet(StringComparer.Ordinal);
        var problems = new List<Problem>();
        foreach (var path in Files(folder))
        {
            try
            {
                var language = LanguageReader.Read(Path.GetRelativePath(Directory.GetCurrentDirectory(), path), File.ReadAllBytes(path), known);
                languages[language.Code] = language;
            }
            catch (ConfigurationException e)
            {
                problems.AddRange(e.Problems);
            }
        }

        All = problems.Count > 0 ? throw new ConfigurationException(problems) : [.. languages.Values];
    }

    /// <summary>All of them, English first.</summary>
    public IReadOnlyList<Language> All { get; }

    /// <summary>The language with a code; null where there is none.</summary>
    public Language? With(string? code) => All.FirstOrDefault(language => language.Code.Equals(code, StringComparison.OrdinalIgnoreCase));

    /// <summary>The language of whoever sent a request: the one that was chosen, or the first that the browser asks for and there is.</summary>
    public Language Of(HttpRequest request) => With(request.Query["lang"]) ?? With(request.Cookies[Cookie]) ?? Asked(request) ?? Language.English;

    private static IEnumerable<string> Files(string folder) =>
        Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal) : [];

    // Of vi-VN what comes first counts.
    private Language? Asked(HttpRequest request) => request.GetTypedHeaders().AcceptLanguage
        .OrderByDescending(asked => asked.Quality ?? 1)
        .Select(asked => With(asked.Value.ToString().Split('-')[0]))
        .FirstOrDefault(language => language is not null);
}
