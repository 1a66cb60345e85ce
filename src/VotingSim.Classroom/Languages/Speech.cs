using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Components;

namespace VotingSim.Classroom.Languages;

/// <summary>Tells people something in their language. The English sentence stands where it is told, and is the key to the others.</summary>
public static class Speech
{
    /// <summary>A text in the language of whoever is spoken to.</summary>
    /// <param name="english">The English text, as it stands in the source: the languages' files have it.</param>
    public static string Tell(string english) => Language.Current.Of(english);

    /// <summary>A sentence with what is filled in, in the language of whoever is spoken to.</summary>
    public static string Tell(Sentence sentence) => sentence.In(Language.Current, value => value);

    /// <summary>A text in which words are marked by HTML.</summary>
    public static MarkupString Mark(string english) => new(Language.Current.Of(english));

    /// <summary>A sentence in which words are marked by HTML; what is filled in is not read as HTML.</summary>
    public static MarkupString Mark(Sentence sentence) => new(sentence.In(Language.Current, HtmlEncoder.Default.Encode));

    /// <summary>A sentence for one or for several.</summary>
    /// <param name="count">How many.</param>
    /// <param name="one">What is told of one.</param>
    /// <param name="many">What is told of none or of several.</param>
    public static string TellOf(long count, Sentence one, Sentence many) => count == 1 ? Tell(one) : Tell(many);

    /// <summary>Words of the configuration: as they stand in it where the language has no others for them.</summary>
    public static string Translated(string words) => Language.Current.Of(words);
}
