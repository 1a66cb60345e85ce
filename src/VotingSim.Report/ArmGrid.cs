using ScottPlot;
using VotingSim.Analysis.Campaigns;

namespace VotingSim.Report;

/// <summary>Where the panels of arms lie: side by side under the names of their arms, in as many bands as they need.</summary>
/// <param name="content">What the report is made of.</param>
/// <param name="left">Room at the left of a band. Unit: pixels.</param>
/// <param name="narrow">Whether the page is narrow.</param>
internal sealed class ArmGrid(CampaignContent content, float left, bool narrow)
{
    private const float Gap = 26;
    private const float MostWide = 330;

    private readonly CampaignArm[] _arms = [.. content.Arms];

    /// <summary>Width of the figure.</summary>
    public float Width { get; } = narrow ? 360 : 760;

    /// <summary>Most panels side by side.</summary>
    public int Columns => Math.Min(_arms.Length, narrow ? 2 : 4);

    /// <summary>Number of bands.</summary>
    public int Bands => (_arms.Length + Columns - 1) / Columns;

    /// <summary>Height of the names above a band.</summary>
    public float Head => 12 + TextLines.Step + TextLines.Beyond(_arms.Select(content.NameOf), Wide - 16, bold: true);

    private float Wide => Math.Min(MostWide, (Width - left - 10 - (Gap * (Columns - 1))) / Columns);

    /// <summary>The arms with the band, the left and the right of their panels, and whether they begin a band.</summary>
    public IEnumerable<(CampaignArm Arm, int Place, int Band, float Left, float Right, bool IsFirst)> Panels() => _arms.Select((arm, place) =>
    {
        var x = left + (place % Columns * (Wide + Gap));
        return (arm, place, place / Columns, x, x + Wide, place % Columns == 0);
    });

    /// <summary>Writes the name of an arm above its panel, with its marker.</summary>
    public void Name(Canvas canvas, CampaignArm arm, int place, float x, float top)
    {
        var look = CampaignContent.LookOf(place);
        canvas.Marker(x + 5, top + 8, look.Marker, look.Color);
        canvas.Text(content.NameOf(arm), x + 15, top, Alignment.UpperLeft, bold: true, room: Wide - 16);
    }
}
