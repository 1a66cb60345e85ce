namespace VotingSim.Configuration.Parameters;

/// <summary>The parts of an experiment in which parameters stand.</summary>
[Flags]
internal enum ExperimentParts
{
    None = 0,
    Deliberation = 1,
    Members = 2,
    Crises = 4,
    Rules = 8,
    Campaign = 16,
}
