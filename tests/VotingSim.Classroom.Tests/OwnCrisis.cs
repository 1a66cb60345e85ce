using System.Globalization;
using VotingSim.Configuration;

namespace VotingSim.Classroom.Tests;

/// <summary>The coup in Myanmar under another name and with a wait of its own, in a user's folder.</summary>
internal static class OwnCrisis
{
    public const string Name = "own-crisis";

    /// <summary>Writes the crisis.</summary>
    /// <param name="folder">The user's folder.</param>
    /// <param name="wait">The median wait for the agenda. Unit: days.</param>
    /// <param name="spread">The spread of its logarithm; 0: the same wait in every world.</param>
    public static void Write(string folder, double wait, double spread = 0)
    {
        var crises = Directory.CreateDirectory(Path.Combine(folder, "configs", "crises")).FullName;
        var text = Shipped.Text("crisis", "myanmar-2021").Replace("crisis: myanmar-2021", $"crisis: {Name}", StringComparison.Ordinal);
        text += string.Create(CultureInfo.InvariantCulture, $"\nagenda: {{ median-days: {wait}, spread: {spread} }}\n");
        File.WriteAllText(Path.Combine(crises, $"{Name}.yaml"), text);
    }
}
