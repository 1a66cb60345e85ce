namespace VotingSim.Evidence.Calibration;

/// <summary>The draws of one stage.</summary>
/// <param name="Places">The draws, each a place of every prior: a standard normal number for each parameter.</param>
/// <param name="LogLikelihoods">Of each draw, the log likelihood of every case.</param>
internal sealed record CalibrationStage(double[][] Places, double[][] LogLikelihoods);
