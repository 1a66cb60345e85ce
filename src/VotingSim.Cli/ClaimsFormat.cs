namespace VotingSim.Cli;

/// <summary>How claims are written: for people, as one JSON document, or as a row for each claim.</summary>
internal enum ClaimsFormat
{
    Table,
    Json,
    Csv,
}
