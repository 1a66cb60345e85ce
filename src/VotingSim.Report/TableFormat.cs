namespace VotingSim.Report;

/// <summary>In what form tables for a paper are written.</summary>
public enum TableFormat
{
    /// <summary>LaTeX, with the packages booktabs and threeparttable; one file of all tables.</summary>
    Latex,

    /// <summary>A document of Word (Office Open XML); one file of all tables.</summary>
    Word,

    /// <summary>CSV; a file for each table.</summary>
    Csv,
}
