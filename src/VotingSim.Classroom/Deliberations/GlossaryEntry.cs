using static VotingSim.Classroom.Languages.Speech;

namespace VotingSim.Classroom.Deliberations;

/// <summary>A word that is explained on tap.</summary>
/// <param name="key">By which it is called, e.g. <c>status-quo</c>.</param>
/// <param name="word">The word, in English.</param>
/// <param name="meaning">What it means, in a sentence or two, in English.</param>
public sealed class GlossaryEntry(string key, string word, string meaning)
{
    /// <summary>By which it is called.</summary>
    public string Key => key;

    /// <summary>The word.</summary>
    public string Word => Translated(word);

    /// <summary>What it means.</summary>
    public string Meaning => Translated(meaning);
}
