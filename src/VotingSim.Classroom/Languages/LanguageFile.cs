namespace VotingSim.Classroom.Languages;

/// <summary>A language as its file has it.</summary>
/// <param name="Code">Its code: BCP 47 (2009).</param>
/// <param name="Name">Its own name for itself.</param>
/// <param name="ReadBy">The native speaker who has read its texts; null where nobody has yet.</param>
/// <param name="Decimal">What stands before the tenths of a number.</param>
/// <param name="Thousands">What sets thousands apart.</param>
/// <param name="Months">The names of the months, from January.</param>
/// <param name="Texts">Its texts by what they are in English; <c>{0}</c>, <c>{1}</c>, ... are what is filled in.</param>
internal sealed record LanguageFile(
    string Code, string Name, string? ReadBy, string Decimal, string Thousands,
    IReadOnlyList<string> Months, IReadOnlyDictionary<string, string> Texts);
