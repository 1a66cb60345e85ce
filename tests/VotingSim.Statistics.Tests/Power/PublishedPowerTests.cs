using System.Globalization;
using VotingSim.Rules;
using VotingSim.Statistics.Power;

namespace VotingSim.Statistics.Tests.Power;

/// <summary>
/// Historical and textbook games. Counts and Shapley-Shubik values computed elsewhere by dynamic programming over size and weight, those of up to
/// fifteen members also by enumeration; they agree with Felsenthal and Machover (1998), The Measurement of Voting Power, ch. 5 (European Council),
/// and Shapley and Shubik (1954) (Security Council).
/// </summary>
public class PublishedPowerTests
{
    [Theory]
    [InlineData(51, "50 49 1", 3, "3 1 1", "0.6666666666666666 0.16666666666666666 0.16666666666666666")]
    [InlineData(4, "3 2 1", 3, "3 1 1", "0.6666666666666666 0.16666666666666666 0.16666666666666666")]
    [InlineData(3, "2 1 1", 3, "3 1 1", "0.6666666666666666 0.16666666666666666 0.16666666666666666")]
    [InlineData(8, "5 4 3 2", 7, "5 3 3 1", "0.4166666666666667 0.25 0.25 0.08333333333333333")]

    // European Economic Community 1958: Luxembourg's vote never matters.
    [InlineData(12, "4*3 2*2 1", 14, "10*3 6*2 0", "0.23333333333333334*3 0.15*2 0")]

    // European Communities 1973.
    [InlineData(41, "10*4 5*2 3*2 2", 75, "53*4 29*2 21*2 5",
        "0.17857142857142858*4 0.08095238095238096*2 0.05714285714285714*2 0.009523809523809525")]

    // European Union of fifteen: power to act 7.8 %.
    [InlineData(
        62,
        "10*4 8 5*4 4*2 3*3 2",
        2549,
        "1849*4 1531 973*4 793*2 595*3 375",
        "0.11666666666666667*4 0.09546009546009546 0.05517538017538018*4 0.04536019536019536*2 0.03525363525363526*3 0.02069042069042069")]

    // European Union of twenty-seven, the votes of the Treaty of Nice: power to act 2.0 %.
    [InlineData(
        255,
        "29*4 27*2 14 13 12*5 10*3 7*5 4*5 3",
        2718774,
        "2193664*4 2091380*2 1200504 1120138 1038492*5 871654*3 614702*5 352374*5 265568",
        "0.0867377480632966*4 0.07997458462527786*2 0.03993664343812412 0.036825046012352515 0.03406831705458708*5 " +
        "0.028193144568497912*3 0.019605983722284705*5 0.011041905154167909*5 0.008177685685089104")]

    // Security Council of the United Nations since 1965.
    [InlineData(39, "7*5 1*10", 848, "848*5 84*10", "0.19627039627039627*5 0.0018648018648018648*10")]
    public void Counts_and_indices_are_those_published(int quota, string weights, int winning, string swings, string shapleyShubik)
    {
        var members = Numbers(weights).Length;
        var power = VotingPower.Of(Games.Weighted(quota, Numbers(weights).Select(weight => (int)weight)), Some.Roster(members));

        power.WinningCoalitions.ShouldBe((UInt128)winning);
        power.PowerToAct.ShouldBe(winning / Math.Pow(2, members));
        var allSwings = Numbers(swings).Sum();
        foreach (var (member, (count, shapley)) in power.Members.Zip(Numbers(swings).Zip(Numbers(shapleyShubik))))
        {
            member.Swings.ShouldBe((UInt128)count);
            member.Banzhaf.ShouldBe(count / Math.Pow(2, members - 1));
            member.BanzhafNormalized.ShouldBe(count / allSwings, 1e-15);
            member.ShapleyShubik.ShouldBe(shapley, 1e-15);
            member.ColemanPrevent.ShouldBe(count / winning, 1e-15);
            member.ColemanInitiate.ShouldBe(count / (Math.Pow(2, members) - winning), 1e-15);
        }
    }

    [Fact]
    public void The_Security_Council_by_its_charter_is_the_weighted_game()
    {
        // UN Charter Art. 27(3): nine of fifteen, no permanent member against. The first five seats are permanent here.
        var roster = Some.Roster(15);
        var power = VotingPower.Of(new Veto([.. roster.Members.Take(5).Select(member => member.Code)], new Criterion { Quota = Quota.AtLeastCount(9) }), roster);

        power.Vetoers.Select(member => member.Code).ShouldBe(["M00", "M01", "M02", "M03", "M04"]);
        power.Dummies.ShouldBeEmpty();
        power.WinningCoalitions.ShouldBe((UInt128)848);
        power.MinimalWinningCoalitions.ShouldBe((UInt128)210); // four of the ten others
        power.BlockingCoalitions.ShouldBe((UInt128)(32768 - 848));
        power.Members[0].ShapleyShubik.ShouldBe(0.1963, 5e-5); // Shapley & Shubik's method; published to four places
        power.Members[5].ShapleyShubik.ShouldBe(0.00186, 5e-6);

        // All nine are critical in 210 winning coalitions, the five alone in the other 638.
        power.Members[0].Johnston.ShouldBe(((210 / 9.0) + (638 / 5.0)) / 848, 1e-15);
        power.Members[5].Johnston.ShouldBe(84 / 9.0 / 848, 1e-15);
        power.Members[0].DeeganPackel.ShouldBe(1 / 9.0, 1e-15);
        power.Members[5].DeeganPackel.ShouldBe(84 / 210.0 / 9, 1e-15);
        power.Members[0].Holler.ShouldBe(210 / (210.0 * 9), 1e-15);
        power.Members[5].Holler.ShouldBe(84 / (210.0 * 9), 1e-15);
    }

    // TEU Art. 16(4) for the twenty-seven, populations of 1 January 2024 in 100,000 (Eurostat). Counts from the generating function prod (1 +
    // x^population z) in exact integers, computed elsewhere: 15 members or more with 65 %, or 24 or more whatever their population; swings,
    // Shapley-Shubik, and ternary power with two of three ballots not supporting.
    [Theory]
    [InlineData(10, 14150356, 0.17637839114316434, 0.01110901562674658)] // Germany
    [InlineData(20, 7277368, 0.06582205646514436, 0.006899337790590148)] // Poland
    [InlineData(18, 2033702, 0.008745547849397628, 0.0031990614537454293)] // Malta
    public void The_double_majority_of_Lisbon(int seat, int swings, double shapleyShubik, double ternary)
    {
        int[] populations = [92, 118, 64, 39, 10, 109, 60, 14, 56, 684, 834, 104, 96, 53, 590, 19, 29, 7, 6, 179, 366, 106, 191, 54, 21, 486, 106];
        var population = Games.Weighted(0, populations) with { Quota = Quota.AtLeast(0.65m), BlockingMinority = 4 };

        var power = VotingPower.Of(new AllOf([new Criterion { Quota = Quota.AtLeast(0.55m) }, population]), Some.Roster(27));

        power.WinningCoalitions.ShouldBe((UInt128)17758098);
        power.TernaryPowerToAct.ShouldBe(0.004237625736031763, 1e-16);
        power.Members[seat].Swings.ShouldBe((UInt128)swings);
        power.Members[seat].ShapleyShubik.ShouldBe(shapleyShubik, 1e-15);
        power.Members[seat].Ternary!.Whole.ShouldBe(ternary, 1e-16);
    }

    // The textbook case of Holler and Packel (1983), Journal of Economics 43(1), 21-29: minimal are AB, ACD, ACE, ADE and BCDE, and the second
    // member has less than the lighter ones.
    [Fact]
    public void The_paradox_of_the_public_good_index()
    {
        var members = VotingPower.Of(Games.Weighted(51, 35, 20, 15, 15, 15), Some.Roster(5)).Members;

        foreach (var (member, (holler, deeganPackel)) in members.Zip([(4, 18), (2, 9), (3, 11), (3, 11), (3, 11)]))
        {
            member.Holler.ShouldBe(holler / 15.0, 1e-15);
            member.DeeganPackel.ShouldBe(deeganPackel / 60.0, 1e-15);
        }
    }

    [Fact]
    public void Luxembourg_in_1958_was_a_dummy_without_a_veto_anywhere()
    {
        var power = VotingPower.Of(Games.Weighted(12, 4, 4, 4, 2, 2, 1), Some.Roster(6));

        power.Dummies.Select(member => member.Code).ShouldBe(["M05"]);
        power.Vetoers.ShouldBeEmpty();
    }

    private static double[] Numbers(string text) =>
    [
        .. text.Split(' ').Select(word => word.Split('*'))
            .SelectMany(word =>
                Enumerable.Repeat(double.Parse(word[0], CultureInfo.InvariantCulture),
                    word.Length == 1 ? 1 : int.Parse(word[1], CultureInfo.InvariantCulture))),
    ];
}
