using VotingSim.Analysis.Documents;

namespace VotingSim.Analysis.Data.Documents;

/// <summary>A group by itself. Times are in the unit of the data.</summary>
/// <param name="Group">Its name; empty where there is one group without.</param>
/// <param name="N">Number of rows.</param>
/// <param name="Events">Number of those that decided.</param>
/// <param name="LowerQuartile">Time by which a quarter has decided.</param>
/// <param name="Median">Time by which half have decided.</param>
/// <param name="UpperQuartile">Time by which three quarters have decided.</param>
/// <param name="Rmst">Restricted mean: mean time until the decision or the horizon.</param>
/// <param name="Survival">Share still undecided from each time on, and the number at risk just before.</param>
public sealed record SurvivalGroupDocument(
    string Group,
    long N,
    long Events,
    ValueInterval LowerQuartile,
    ValueInterval Median,
    ValueInterval UpperQuartile,
    RestrictedMeanDocument Rmst,
    SurvivalCurve Survival);
