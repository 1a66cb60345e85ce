namespace VotingSim.Classroom.Tests.Rooms;

/// <summary>Runs when nothing else does.</summary>
[CollectionDefinition(nameof(MemoryTests), DisableParallelization = true)]
public sealed class MemoryTestsAlone;
