using SkiaSharp;

namespace VotingSim.Report;

/// <summary>Where fonts are found for scripts that the font of the figures lacks.</summary>
internal interface IFontSource
{
    /// <summary>A font that has all letters given; null where there is none.</summary>
    /// <param name="script">Their script.</param>
    /// <param name="letters">Unicode scalar values.</param>
    /// <param name="bold">Whether a bold one is preferred.</param>
    SKTypeface? Find(Script script, IReadOnlyList<int> letters, bool bold);
}
