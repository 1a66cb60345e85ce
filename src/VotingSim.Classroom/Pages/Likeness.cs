using System.Globalization;

namespace VotingSim.Classroom.Pages;

/// <summary>How often people in a seat cast the ballot that the member would have cast by its profile.</summary>
/// <param name="Member">The member's name.</param>
/// <param name="Alike">Ballots that are those of the model.</param>
/// <param name="Of">All ballots that people cast for it.</param>
public sealed record Likeness(string Member, int Alike, int Of)
{
    /// <summary>The width of its bar, for a style sheet.</summary>
    public string Width => string.Create(CultureInfo.InvariantCulture, $"width:{100.0 * Alike / Of:0.#}%");
}
