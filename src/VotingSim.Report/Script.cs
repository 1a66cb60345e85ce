using System.Collections.Immutable;

namespace VotingSim.Report;

/// <summary>A script that the font of the figures lacks, with the fonts that have it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Package">The Debian package that brings it.</param>
/// <param name="Families">Fonts that are taken before others, the best first.</param>
internal sealed record Script(string Name, string Package, ImmutableArray<string> Families)
{
    private static readonly Script Thai = new("Thai", "fonts-thai-tlwg", ["Noto Sans Thai", "Loma", "Garuda", "Leelawadee UI", "Thonburi"]);
    private static readonly Script Lao = new("Lao", "fonts-lao", ["Noto Sans Lao", "Phetsarath OT", "Leelawadee UI", "Lao Sangam MN"]);
    private static readonly Script Burmese = new("Burmese", "fonts-sil-padauk", ["Noto Sans Myanmar", "Padauk", "Myanmar Text", "Myanmar MN"]);
    private static readonly Script Khmer =
        new("Khmer", "fonts-khmeros", ["Noto Sans Khmer", "Khmer OS System", "Khmer OS", "Leelawadee UI", "Khmer MN"]);
    private static readonly Script Chinese = new("Chinese", "fonts-noto-cjk", ["Noto Sans CJK SC", "Noto Sans SC", "Microsoft YaHei", "PingFang SC"]);
    private static readonly Script Japanese = new("Japanese", "fonts-noto-cjk", ["Noto Sans CJK JP", "Noto Sans JP", "Yu Gothic", "Hiragino Sans"]);
    private static readonly Script Korean = new("Korean", "fonts-noto-cjk", ["Noto Sans CJK KR", "Noto Sans KR", "Malgun Gothic"]);
    private static readonly Script Tamil = new("Tamil", "fonts-noto-core", ["Noto Sans Tamil", "Nirmala UI", "Tamil MN"]);
    private static readonly Script Devanagari = new("Devanagari", "fonts-noto-core", ["Noto Sans Devanagari", "Nirmala UI"]);
    private static readonly Script Arabic = new("Arabic", "fonts-noto-core", ["Noto Sans Arabic", "Segoe UI", "Geeza Pro"]);
    private static readonly Script Javanese = new("Javanese", "fonts-noto-core", ["Noto Sans Javanese"]);
    private static readonly Script Other = new("other", "fonts-noto-core", []);

    private static readonly ImmutableArray<(int First, int Last, Script Script)> Blocks =
    [
        (0x0E00, 0x0E7F, Thai), (0x0E80, 0x0EFF, Lao),
        (0x1000, 0x109F, Burmese), (0xA9E0, 0xA9FF, Burmese), (0xAA60, 0xAA7F, Burmese),
        (0x1780, 0x17FF, Khmer), (0x19E0, 0x19FF, Khmer),
        (0x0600, 0x06FF, Arabic), (0x0750, 0x077F, Arabic), (0x08A0, 0x08FF, Arabic), (0xFB50, 0xFDFF, Arabic), (0xFE70, 0xFEFE, Arabic),
        (0x0900, 0x097F, Devanagari), (0x0B80, 0x0BFF, Tamil), (0xA980, 0xA9DF, Javanese),
        (0x3040, 0x30FF, Japanese), (0x31F0, 0x31FF, Japanese),
        (0x1100, 0x11FF, Korean), (0x3130, 0x318F, Korean), (0xAC00, 0xD7FF, Korean),
        (0x2E80, 0x2FDF, Chinese), (0x3000, 0x303F, Chinese), (0x3100, 0x312F, Chinese), (0x31A0, 0x31BF, Chinese), (0x3400, 0x4DBF, Chinese),
        (0x4E00, 0x9FFF, Chinese), (0xF900, 0xFAFF, Chinese), (0xFF00, 0xFFEF, Chinese), (0x20000, 0x3FFFF, Chinese),
    ];

    /// <summary>The script of a letter.</summary>
    /// <param name="letter">A Unicode scalar value.</param>
    public static Script Of(int letter)
    {
        foreach (var (first, last, script) in Blocks)
        {
            if (letter >= first && letter <= last)
            {
                return script;
            }
        }

        return Other;
    }
}
