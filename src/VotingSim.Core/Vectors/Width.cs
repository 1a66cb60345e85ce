using System.Runtime.Intrinsics;

namespace VotingSim.Vectors;

/// <summary>How many lanes this machine works on at once.</summary>
internal static class Width
{
    /// <summary>The most that any machine works on: columns are padded to it, everywhere alike.</summary>
    public const int Most = 8;

    /// <summary>Whether eight lanes are worked on at once; otherwise four.</summary>
    public static bool IsEight => Vector512.IsHardwareAccelerated;
}
