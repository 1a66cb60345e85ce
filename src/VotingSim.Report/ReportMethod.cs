using System.Collections.Immutable;
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
        ("Bryant, B. P. & Lempert, R. J. (2010). Thinking inside the box. Technological Forecasting and Social Change 77(1), 34-49.",
            "10.1016/j.techfore.2009.08.002"),
        ("Cox, D. R. (1972). Regression models and life-tables. Journal of the Royal Statistical Society B 34(2), 187-220.",
            "10.1111/j.2517-6161.1972.tb00899.x"),
        ("Fleiss, J. L. (1971). Measuring nominal scale agreement among many raters. Psychological Bulletin 76(5), 378-382.", "10.1037/h0031619"),
        ("Friedkin, N. E. & Johnsen, E. C. (1990). Social influence and opinions. Journal of Mathematical Sociology 15(3-4), 193-206.",
            "10.1080/0022250X.1990.9990069"),
        ("Friedman, J. H. & Fisher, N. I. (1999). Bump hunting in high-dimensional data. Statistics and Computing 9(2), 123-143.",
            "10.1023/A:1008894516817"),
        ("Grambsch, P. M. & Therneau, T. M. (1994). Proportional hazards tests and diagnostics based on weighted residuals. Biometrika 81(3), "
            + "515-526.", "10.1093/biomet/81.3.515"),
        ("Hix, S., Noury, A. & Roland, G. (2005). Power to the parties. British Journal of Political Science 35(2), 209-234.",
            "10.1017/S0007123405000128"),
        ("Holm, S. (1979). A simple sequentially rejective multiple test procedure. Scandinavian Journal of Statistics 6(2), 65-70.", ""),
        ("Kaplan, E. L. & Meier, P. (1958). Nonparametric estimation from incomplete observations. Journal of the American Statistical Association "
            + "53(282), 457-481.", "10.1080/01621459.1958.10501452"),
        ("Law, A. M. (2015). Simulation Modeling and Analysis, 5th ed., ch. 11.2 (common random numbers).", ""),
        ("Lin, D. Y. & Wei, L. J. (1989). The robust inference for the Cox proportional hazards model. Journal of the American Statistical "
            + "Association 84(408), 1074-1078.", "10.1080/01621459.1989.10478874"),
        ("Plischke, E., Borgonovo, E. & Smith, C. L. (2013). Global sensitivity measures from given data. European Journal of Operational Research "
            + "226(3), 536-550.", "10.1016/j.ejor.2012.11.047"),
        ("Royston, P. & Parmar, M. K. B. (2013). Restricted mean survival time. BMC Medical Research Methodology 13, 152.",
            "10.1186/1471-2288-13-152"),
        ("Spearman, C. (1904). The proof and measurement of association between two things. American Journal of Psychology 15(1), 72-101.",
            "10.2307/1412159"),
        ("Wilson, E. B. (1927). Probable inference, the law of succession, and statistical inference. Journal of the American Statistical "
            + "Association 22(158), 209-212.", "10.1080/01621459.1927.10502953"),
    ];

    /// <summary>The paragraphs.</summary>
    public static IEnumerable<string> Paragraphs(ReportContent content, ImmutableArray<ReportSection> sections)
    {
        var (plan, settings) = (content.Plan, sections[0].Baseline.Arm.Terms.Settings);
        var uncertain = RunSchema.UncertainParameters(plan).Length;
        yield return $"The VotingSim deliberation model: after the event the matter waits for the agenda, and member states with positions, "
            + "saliences and red lines then meet every "
            + $"{Days(settings.Calendar.RoundDays)} days, until day {Days(settings.HorizonDays)} after the event at most (both as in the first "
                + "crisis). Between sessions opinions move as members "
            + "listen to one another (Friedkin & Johnsen 1990); in each a text is drafted, every member supports, abstains or objects, and the "
                + "decision rule says whether it is "
            + "adopted; who can be outvoted concedes sooner.";
        yield return $"Each of {ReportNumbers.Count(plan.Replications)} replications is a world: {(uncertain > 0 ? $"{uncertain} parameters that "
            + "nobody knows exactly, drawn from stated distributions, and " : "")}"
            + "the luck of true positions, ballots and shocks to urgency. All arms meet the same worlds (common random numbers; Law 2015), so that "
                + "two rules differ within a world "
            + "by the rule alone. The answer is the distribution of that difference over worlds: in how many a rule is earlier, and the difference "
                + "in the middle world, "
            + "the middle half and nine in ten. More replications do not narrow it.";
        yield return "Simulation error is something else: how far another seed would move an estimate. All intervals in brackets and bands are of "
            + "that kind, at 95 %, and narrow with "
            + "more replications. They say nothing of how well the positions were coded, or how well the model fits the world.";
        if (content.Headline is { Summary.Drivers: not null })
        {
            yield return "What an answer hangs on is computed from the same rows, without further runs: rank correlations (Spearman 1904) of each "
                + "parameter with the paired difference in days, "
                + "and first-order indices from given data (Plischke, Borgonovo & Smith 2013), the share of the variance that would go if the "
                    + "parameter were known. Where the conclusion does not "
                + "hold is looked for by the patient rule induction method (Friedman & Fisher 1999), with coverage, density and quasi-p values as "
                    + "in Bryant & Lempert (2010).";
        }

        yield return "A deliberation that is undecided at the end of observation is right-censored. Curves are Kaplan and Meier's (1958), with "
            + "pointwise log-log intervals; medians have the "
            + "intervals of Brookmeyer & Crowley (1982); mean days are restricted to the end of observation (Royston & Parmar 2013); shares have "
                + "Wilson's (1927) intervals and means "
            + "Student's. Agreement is the agreement index of Hix, Noury & Roland (2005); agreement beyond chance is Fleiss's (1971) kappa.";
        if (sections.Any(section => section.Comparisons.Length > 0))
        {
            yield return "Hazard ratios are those of Cox's (1972) model of the two rules, with standard errors that allow for the pairing (Lin & "
                + "Wei 1989). Hazard ratio above 1 decides faster. "
                + "That the ratio stays the same over time is tested (Grambsch & Therneau 1994), and where it does not and it matters, the report "
                    + "says so. Where several rules are compared with the baseline, "
                + "p values are corrected by Holm's (1979) method. A rule is dominated where another one is both faster and better in the means of "
                    + "the paired differences, with "
                + "intervals that exclude 0. How often a member's ballot decides is counted from the last ballots; beside it stands its absolute "
                    + "Banzhaf (1965) power, which knows the "
                + "rule but no preferences.";
        }
    }

    private static string Days(double days) => ReportNumbers.Text(days, "0.##");
}
