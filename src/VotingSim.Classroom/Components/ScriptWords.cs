using System.Text.Json;
using static VotingSim.Classroom.Languages.Speech;

namespace VotingSim.Classroom.Components;

/// <summary>What the scripts of a page say, in the language of whoever asked for it; they fill in <c>{0}</c> and <c>{1}</c>.</summary>
internal static class ScriptWords
{
    /// <summary>The texts by the names that the scripts have for them; nothing in it can end the element in which it stands.</summary>
    public static string Json => JsonSerializer.Serialize(new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["sending"] = Tell("Sending your ballot…"),
        ["kept"] = Tell("Not sent yet: no connection. Your ballot is kept on this phone, and goes out by itself when there is one."),
        ["received"] = Tell("Received: your ballot is cast."),
        ["notUnderstood"] = Tell("The ballot was not understood: cast it again."),
        ["refused"] = Tell("Round {0}: {1}"),
        ["cast"] = Tell("Cast this ballot: {0}"),
        ["noFile"] = Tell("The file did not arrive: the classroom is not connected. Try again."),
        ["secondsLeft"] = Tell("{0} seconds left"),
    });
}
