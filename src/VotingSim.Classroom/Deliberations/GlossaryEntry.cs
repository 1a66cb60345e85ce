namespace VotingSim.Classroom.Deliberations;

/// <summary>A word that is explained on tap.</summary>
/// <param name="Key">By which it is called, e.g. <c>status-quo</c>.</param>
/// <param name="Word">The word.</param>
/// <param name="Meaning">What it means, in a sentence or two.</param>
public sealed record GlossaryEntry(string Key, string Word, string Meaning);
