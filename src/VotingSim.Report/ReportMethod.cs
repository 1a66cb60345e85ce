using System.Globalization;
using VotingSim.Deliberation;
using VotingSim.Experiments.Plan;

namespace VotingSim.Report;

/// <summary>How it was done, in short, with the sources.</summary>
internal static class ReportMethod
{
    /// <summary>The sources that the paragraphs name: text, and digital object identifier where there is one.</summary>
    public static IReadOnlyList<(string Text, string Doi)> References { get; } =
    [
        ("Banzhaf, J. F. (1965). Weighted voting doesn't work. Rutgers Law Review 19(2), 317-343.", ""),
        ("Brookmeyer, R. & Crowley, J. (1982). A confidence interval for the median survival time. Biometrics 38(1), 29-41.", "10.2307/2530286"),
        ("Cox, D. R. (1972). Regression models and life-tables. Journal of the Royal Statistical Society B 34(2), 187-220.", "10.1111/j.2517-6161.1972.tb00899.x"),
        ("Fleiss, J. L. (1971). Measuring nominal scale agreement among many raters. Psychological Bulletin 76(5), 378-382.", "10.1037/h0031619"),
        ("Friedkin, N. E. & Johnsen, E. C. (1990). Social influence and opinions. Journal of Mathematical Sociology 15(3-4), 193-206.", "10.1080/0022250X.1990.9990069"),
        ("Golub, J. (2007). Survival analysis and European Union decision-making. European Union Politics 8(2), 155-179.", "10.1177/1465116507076428"),
        ("Hix, S., Noury, A. & Roland, G. (2005). Power to the parties. British Journal of Political Science 35(2), 209-234.", "10.1017/S0007123405000128"),
        ("Holm, S. (1979). A simple sequentially rejective multiple test procedure. Scandinavian Journal of Statistics 6(2), 65-70.", ""),
        ("Kaplan, E. L. & Meier, P. (1958). Nonparametric estimation from incomplete observations. Journal of the American Statistical Association 53(282), 457-481.", "10.1080/01621459.1958.10501452"),
        ("Law, A. M. (2015). Simulation Modeling and Analysis, 5th ed., ch. 11.2 (common random numbers).", ""),
        ("Lin, D. Y. & Wei, L. J. (1989). The robust inference for the Cox proportional hazards model. Journal of the American Statistical Association 84(408), 1074-1078.", "10.1080/01621459.1989.10478874"),
        ("Royston, P. & Parmar, M. K. B. (2013). Restricted mean survival time. BMC Medical Research Methodology 13, 152.", "10.1186/1471-2288-13-152"),
        ("Wilson, E. B. (1927). Probable inference, the law of succession, and statistical inference. Journal of the American Statistical Association 22(158), 209-212.", "10.1080/01621459.1927.10502953"),
    ];

    /// <summary>The paragraphs.</summary>
    public static IEnumerable<string> Paragraphs(ExperimentPlan plan, DeliberationSettings settings, bool compares)
    {
        var days = settings.Calendar.RoundDays.ToString("0.##", CultureInfo.InvariantCulture);
        yield return $"The VotingSim deliberation model: member states with positions, saliences and red lines deliberate in sessions {days} days apart, until day {settings.HorizonDays} after the event at most. In each round opinions move as members listen to one another (Friedkin & Johnsen 1990), a text is drafted, every member supports, abstains or objects, and the decision rule says whether it is adopted; who can be outvoted concedes sooner. {ReportNumbers.Count(plan.Replications)} deliberations of each arm differ in the members' true positions, the noise of ballots and shocks to urgency. All arms meet the same luck, replication by replication (common random numbers; Law 2015), so that they are compared in pairs.";
        yield return "A deliberation that is undecided at the end of observation is right-censored. Curves are Kaplan and Meier's (1958), with pointwise log-log intervals; medians have the intervals of Brookmeyer & Crowley (1982); mean days are restricted to the end of observation (Royston & Parmar 2013); shares have Wilson's (1927) intervals and means Student's. Agreement is the agreement index of Hix, Noury & Roland (2005); agreement beyond chance is Fleiss's (1971) kappa.";
        if (compares)
        {
            yield return "Hazard ratios are those of Cox's (1972) model, with standard errors that allow for the pairing (Lin & Wei 1989). Hazard ratio above 1 decides faster. Where several rules are compared with the baseline, p values are corrected by Holm's (1979) method. A rule is dominated where another one is both faster and more cohesive in the paired differences, with intervals that exclude 0. How often a member's ballot decides is counted from the last ballots; beside it stands its absolute Banzhaf (1965) power, which knows the rule but no preferences.";
        }

        yield return "The intervals measure the chance of the simulation only: they narrow with more deliberations. They say nothing of how well the positions were coded or how well the model fits the world.";
    }
}
