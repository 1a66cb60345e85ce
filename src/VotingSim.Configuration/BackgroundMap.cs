using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace VotingSim.Configuration;

/// <summary>The key <c>background</c> of a crisis.</summary>
internal sealed record BackgroundMap
{
    [Description("What one has to know of the matter, in a minute: what led to it, who wants what, and nothing of how it ended."), Paragraph]
    public required string Text { get; set; }

    [Description("Where that can be read."), Length(1, 12)]
    public required string[] Sources { get; set; }
}
