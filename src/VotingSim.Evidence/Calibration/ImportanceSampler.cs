namespace VotingSim.Evidence.Calibration;

/// <summary>Finds a posterior in stages: the first draws from the prior, each later one from a normal distribution fitted to what is likely so far,
/// at first at a power of the likelihood.</summary>
/// <remarks>
/// Adaptive importance sampling (Cappé, Guillin, Marin &amp; Robert 2004, J. Comput. Graph. Stat. 13(4), 907-929) with tempering (Del Moral, Doucet
/// &amp; Jasra 2006, J. R. Stat. Soc. B 68(3), 411-436). The power is the largest at which a tenth of a stage's draws are left, at least
/// <see cref="LeastFitted"/>. It ends when weights can be relied on by Pareto's k and as many draws of equal weight are left as a stage has a fourth
/// of. An unbiased estimate in the place of a likelihood leaves the posterior what it is and costs draws (Andrieu &amp; Roberts 2009, Ann. Stat.
/// 37(2), 697-725): where the weights cannot be relied on after <see cref="RoughStages"/> stages, what is to blame is mostly luck, and up to
/// <see cref="FineStages"/> more take <see cref="Fineness"/> times the worlds; then only these count.
/// </remarks>
/// <param name="Dimensions">Number of parameters.</param>
/// <param name="Draws">Draws of a stage.</param>
/// <param name="Seed">Seed of the draws.</param>
internal sealed record ImportanceSampler(int Dimensions, int Draws, ulong Seed)
{
    /// <summary>After so many stages luck is to blame.</summary>
    public const int RoughStages = 6;

    /// <summary>So many more there may be then.</summary>
    public const int FineStages = 4;

    /// <summary>How many times the worlds a draw has in those.</summary>
    public const int Fineness = 4;

    /// <summary>Of how many draws of equal weight a proposal is fitted at least.</summary>
    public const int LeastFitted = 100;

    /// <summary>How many times the usual number of worlds a draw has in a stage, counted from 0.</summary>
    public static int WorldsIn(int stage) => stage < RoughStages ? 1 : Fineness;

    /// <summary>Samples.</summary>
    /// <param name="likelihood">The log likelihoods of cases at places of the prior, given the number of the stage.</param>
    public async Task<ImportanceDraws> SampleAsync(Func<int, double[][], Task<double[][]>> likelihood)
    {
        var stages = new List<(Proposal Proposal, CalibrationStage Draws)>();
        var proposal = Proposal.Prior(Dimensions);
        while (true)
        {
            var places = proposal.Draw(Draws, stages.Count, Seed);
            stages.Add((proposal, new(places, await likelihood(stages.Count, places))));
            var draws = new ImportanceDraws(stages.Count > RoughStages ? stages[RoughStages..] : stages);
            if (stages.Count == RoughStages + FineStages || IsEnough(draws) || (stages.Count == RoughStages && draws.Posterior().IsReliable))
            {
                return draws;
            }

            proposal = draws.Fit(draws.PowerFor(Math.Max(LeastFitted, Draws / 10)));
        }
    }

    private bool IsEnough(ImportanceDraws draws) => draws.Posterior() is { IsReliable: true } posterior && posterior.EffectiveSize >= Draws / 4.0;
}
