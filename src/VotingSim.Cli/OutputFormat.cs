namespace VotingSim.Cli;

/// <summary>How results are written: for people, or as one JSON document.</summary>
internal enum OutputFormat
{
    Table,
    Json,
}
