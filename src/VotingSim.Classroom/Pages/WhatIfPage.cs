using Microsoft.AspNetCore.Components;
using VotingSim.Classroom.Deliberations;

namespace VotingSim.Classroom.Pages;

/// <summary>A page whose address says what is changed of a world.</summary>
public abstract class WhatIfPage : ComponentBase
{
    /// <summary>What no decision costs at first.</summary>
    [SupplyParameterFromQuery] public string? Urgency { get; set; }

    /// <summary>How fast that grows.</summary>
    [SupplyParameterFromQuery] public string? Growth { get; set; }

    /// <summary>The quota of the first rule that has one.</summary>
    [SupplyParameterFromQuery] public string? Quota { get; set; }

    /// <summary>The chair's patience. Unit: days.</summary>
    [SupplyParameterFromQuery] public string? Patience { get; set; }

    /// <summary>The shadow of the vote.</summary>
    [SupplyParameterFromQuery] public string? Shadow { get; set; }

    /// <summary>A member and what it wants, as <c>IDN:70</c>.</summary>
    [SupplyParameterFromQuery] public string? Position { get; set; }

    /// <summary>What the address changes.</summary>
    protected WhatIf Changed => WhatIf.Read(key => key switch
    {
        "urgency" => Urgency,
        "growth" => Growth,
        "quota" => Quota,
        "patience" => Patience,
        "shadow" => Shadow,
        _ => Position,
    });
}
