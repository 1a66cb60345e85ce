namespace VotingSim.Analysis.Data;

/// <summary>A row of durations.</summary>
/// <param name="Group">Its group, from 0 in the order of the file.</param>
/// <param name="Stratum">Its stratum, likewise.</param>
/// <param name="Cluster">Its cluster; 0 without.</param>
/// <param name="Id">What it is a spell of; 0 without.</param>
/// <param name="Entry">When it came under observation; minus infinity from the start.</param>
/// <param name="Time">When it ended.</param>
/// <param name="Code">What the table says of its end.</param>
internal readonly record struct SurvivalRow(int Group, int Stratum, int Cluster, int Id, double Entry, double Time, EventCode Code);
