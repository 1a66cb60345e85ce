namespace VotingSim.Evidence.Claims;

/// <summary>Whether the model agrees with the record; in the order in which tables show it.</summary>
public enum ClaimVerdict
{
    /// <summary>The model says otherwise than the record.</summary>
    Disagrees,

    /// <summary>The model does not show what the record does: its interval reaches to either side, or there is no estimate.</summary>
    NotShown,

    /// <summary>The record itself is disputed.</summary>
    Disputed,

    /// <summary>The model says what the record says.</summary>
    Agrees,

    /// <summary>The record says nothing.</summary>
    Silent,
}
