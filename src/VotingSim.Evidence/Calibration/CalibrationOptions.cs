namespace VotingSim.Evidence.Calibration;

/// <summary>How a calibration is done.</summary>
public sealed record CalibrationOptions
{
    /// <summary>Draws of the parameters in each stage. Range: 100 to 100000; default 1000.</summary>
    public int Draws { get; init; } = 1000;

    /// <summary>Worlds of each draw and case. Range: 1 to 1000; default 64.</summary>
    public int PerDraw { get; init; } = 64;

    /// <summary>Seed of draws and luck. Default 1.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>The rule that consensus is compared with. Default: asean-qmv.</summary>
    public string Against { get; init; } = "asean-qmv";
}
