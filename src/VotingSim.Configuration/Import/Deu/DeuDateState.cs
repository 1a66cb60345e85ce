namespace VotingSim.Configuration.Import.Deu;

/// <summary>How a day was read.</summary>
internal enum DeuDateState
{
    /// <summary>As it is written.</summary>
    Plain,

    /// <summary>With what a spreadsheet did to it undone.</summary>
    Repaired,

    /// <summary>Not: what is written cannot be, or cannot be told.</summary>
    Doubtful,

    /// <summary>Not: there is none.</summary>
    Missing,
}
