using System.Collections.Immutable;

namespace VotingSim.Deliberation;

/// <summary>How a deliberation runs, whatever the crisis: its calendar, and the strength of every mechanism. Each mechanism has a value
/// that switches it off.</summary>
public sealed record DeliberationSettings
{
    /// <summary>L: the calendar meaning of a round. Unit: days; range: &gt; 0; default 14, a crisis tempo.</summary>
    public double RoundDays { get; init; } = 14;

    /// <summary>End of observation: what is undecided then is right-censored. Unit: days; range: &gt; 0; default 730.</summary>
    public double HorizonDays { get; init; } = 730;

    /// <summary>How the chair makes the text. Default: <see cref="DraftingMethod.Coalition"/>.</summary>
    public DraftingMethod Drafting { get; init; }

    /// <summary>The text of <see cref="DraftingMethod.Fixed"/>, a value per issue. Unit: issue scale, 0 to 100.</summary>
    public ImmutableArray<double> Text { get; init; } = [];

    /// <summary>sigma: standard deviation of what an analyst does not know of a position. Unit: issue scale; 0 switches it off; default 6.</summary>
    public double PositionNoise { get; init; } = 6;

    /// <summary>tau: scale of the logistic ballot noise. Unit: utility; 0 makes ballots deterministic; default 0.04.</summary>
    public double BallotNoise { get; init; } = 0.04;

    /// <summary>epsilon: members whose opinions are further apart than this do not move one another. Unit: issue scale; 100 switches it
    /// off; default 100.</summary>
    /// <remarks>Hegselmann &amp; Krause (2002), JASSS 5(3), 2.</remarks>
    public double Confidence { get; init; } = 100;

    /// <summary>nu: how much faster a member concedes whom the others could outvote. Range: &gt;= 0; 0 switches it off; default 1.</summary>
    public double ShadowOfTheVote { get; init; } = 1;

    /// <summary>upsilon: how much urgency speeds concessions. Unit: per utility; 0 switches it off; default 2.</summary>
    public double UrgencyResponse { get; init; } = 2;

    /// <summary>mu: how much weight in the draft a doubter of the target coalition gains per round. Range: &gt;= 0; 0 switches it off;
    /// default 0.1.</summary>
    public double Accommodation { get; init; } = 0.1;

    /// <summary>beta: how far the chair pulls the draft to its own opinion. Range: 0 (not at all) to 1; default 0.</summary>
    public double ChairBias { get; init; }

    /// <summary>The seat of the chair whose opinion <see cref="ChairBias"/> pulls to. Default: seat 0.</summary>
    public int ChairSeat { get; init; }

    /// <summary>eta: exponent of the loss in the distance. Range: &gt; 0; 1 is linear (the default), 2 quadratic.</summary>
    public double LossExponent { get; init; } = 1;

    /// <summary>H: the number of rounds, the horizon over the round length, rounded up.</summary>
    public int Rounds => (int)Math.Ceiling(HorizonDays / RoundDays);
}
