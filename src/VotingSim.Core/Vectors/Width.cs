using System.Runtime.Intrinsics;

namespace VotingSim.Vectors;

/// <summary>How many lanes this machine works on at once.</summary>
internal static class Width
{
    /// <summary>The most that any machine works on: columns are padded to it, everywhere alike.</summary>
    public const int Most = 8;

    /// <summary>Lanes that several steps are taken on before the next ones: few enough for the columns of a step to stay in the processor's first
    /// cache.</summary>
    public const int Strip = 256;

    /// <summary>Whether eight lanes are worked on at once; otherwise four.</summary>
    public static bool IsEight => Vector512.IsHardwareAccelerated;
}
