namespace VotingSim.Classroom.Rooms;

/// <summary>A step of a lesson.</summary>
/// <param name="Minute">When it begins. Unit: minutes from the beginning of the lesson.</param>
/// <param name="What">What is done in it.</param>
public sealed record LessonStep(int Minute, string What);
