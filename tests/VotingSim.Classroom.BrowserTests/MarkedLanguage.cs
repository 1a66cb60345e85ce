using System.Text.Json.Nodes;

namespace VotingSim.Classroom.BrowserTests;

/// <summary>A language of the user's in which every text is between brackets: what is not told in it shows.</summary>
internal static class MarkedLanguage
{
    /// <summary>Writes it where a user puts a language.</summary>
    public static void Write(string folder)
    {
        var file = (JsonObject)JsonNode.Parse(File.ReadAllText(RepositoryRoot.In("src", "VotingSim.Classroom", "Languages", "en.json")))!;
        var texts = (JsonObject)file["texts"]!;
        foreach (var text in texts.Select(text => text.Key).ToArray())
        {
            texts[text] = $"⟦{text}⟧";
        }

        (file["code"], file["name"], file["read-by"]) = ("eo", "⟦Esperanto⟧", null);
        file["months"] = new JsonArray([.. Enumerable.Range(1, 12).Select(month => (JsonNode)$"⟦{month}⟧")]);
        var place = Path.Combine(folder, "configs", "languages");
        Directory.CreateDirectory(place);
        File.WriteAllText(Path.Combine(place, "eo.json"), file.ToJsonString());
    }
}
