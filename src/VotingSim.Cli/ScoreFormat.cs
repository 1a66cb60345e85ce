namespace VotingSim.Cli;

/// <summary>How scores are written: for people, as one JSON document, or as the table of predictions.</summary>
internal enum ScoreFormat
{
    Table,
    Json,
    Csv,
}
