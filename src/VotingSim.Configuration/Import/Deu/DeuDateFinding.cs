using System.Globalization;

namespace VotingSim.Configuration.Import.Deu;

/// <summary>A day of a proposal that was not simply read.</summary>
/// <param name="Proposal">Number of the proposal.</param>
/// <param name="Column">The column: intro or finact.</param>
/// <param name="Date">The day.</param>
/// <param name="Issues">Number of its issues that have it so.</param>
internal readonly record struct DeuDateFinding(string Proposal, string Column, DeuDate Date, int Issues)
{
    /// <summary>The day that was read, as yyyy-mm-dd; empty where none was.</summary>
    public string Read => Date.Day?.ToString(DateAttribute.Format, CultureInfo.InvariantCulture) ?? "";

    /// <summary>The word for its state.</summary>
    public string State => ConfigurationWord.Of(Date.State);
}
