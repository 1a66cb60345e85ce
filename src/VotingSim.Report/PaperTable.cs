using System.Collections.Immutable;

namespace VotingSim.Report;

/// <summary>A table for a paper.</summary>
/// <param name="Name">Name of its file, and its label in LaTeX.</param>
/// <param name="Caption">What it shows.</param>
/// <param name="Columns">Headings.</param>
/// <param name="Rows">Cells; the first of each names the row.</param>
/// <param name="Note">What a reader must know.</param>
internal sealed record PaperTable(
    string Name, string Caption, ImmutableArray<string> Columns, ImmutableArray<ImmutableArray<string>> Rows, string Note);
