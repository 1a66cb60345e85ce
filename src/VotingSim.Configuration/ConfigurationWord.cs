using System.Text.Json;

namespace VotingSim.Configuration;

/// <summary>Values of the core as files spell them: the name of an enumeration's value, in kebab case.</summary>
internal static class ConfigurationWord
{
    /// <summary>The word for a value.</summary>
    public static string Of<T>(T value)
        where T : struct, Enum => Of(value.ToString());

    /// <summary>The words for all values, in their order.</summary>
    public static IEnumerable<string> All(Type enumeration) => Enum.GetNames(enumeration).Select(Of);

    /// <summary>The value of a word that the contract allows.</summary>
    public static T Parse<T>(string word)
        where T : struct, Enum => Array.Find(Enum.GetValues<T>(), value => Of(value) == word);

    private static string Of(string name) => JsonNamingPolicy.KebabCaseLower.ConvertName(name);
}
