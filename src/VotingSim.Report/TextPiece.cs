using SkiaSharp;

namespace VotingSim.Report;

/// <summary>A part of a text that one font sets.</summary>
/// <param name="Face">The font.</param>
/// <param name="Text">The part.</param>
internal readonly record struct TextPiece(SKTypeface Face, string Text);
