namespace VotingSim.Evidence.Claims;

/// <summary>What the model says of a claim, whatever the record says.</summary>
public enum ClaimReading
{
    /// <summary>As is claimed: above or below the limit with the whole interval, or within both limits.</summary>
    AsClaimed,

    /// <summary>Otherwise: the whole interval is where the claim says that it is not.</summary>
    Otherwise,

    /// <summary>The interval reaches to either side of a limit.</summary>
    NotShown,

    /// <summary>There is no estimate, as where fewer than half decide.</summary>
    Undefined,
}
