using System.Collections.Immutable;
using System.Numerics;
using VotingSim.Members;
using VotingSim.Rules;

namespace VotingSim.Core.Tests.Rules;

/// <summary>Institutions whose decisions are known.</summary>
public class TreatyTests
{
    // The 27 of 2020 with populations of 1 January 2024, Eurostat, in 100,000.
    private static readonly Roster Union = Roster.Of([.. (
        "AUT 92 BEL 118 BGR 64 HRV 39 CYP 10 CZE 109 DNK 60 EST 14 FIN 56 FRA 684 DEU 834 GRC 104 HUN 96 IRL 53 ITA 590 LVA 19 LTU 29 LUX 7 MLT 6 NLD 179 POL 366 PRT 106 ROU 191 "
        + "SVK 54 SVN 21 ESP 486 SWE 106").Split(' ').Chunk(2).Select(pair => Some.Member(pair[0], decimal.Parse(pair[1])))]);

    // TEU Art. 16(4): at least 55 % of the members, comprising at least 65 % of the population; a blocking minority must include at least four.
    private static readonly SeatedRule Lisbon = new(
        new AllOf(
        [
            new Criterion { Quota = Quota.AtLeast(0.55m) },
            new Criterion { Weight = new VotingWeight.Population(), Quota = Quota.AtLeast(0.65m), BlockingMinority = 4 },
        ]),
        Union);

    // Treaty of Rome, Art. 148(2): 12 of 17 votes where the proposal is the Commission's.
    private static readonly Roster Six = Some.Roster("DEU FRA ITA BEL NLD LUX".Split(' '));
    private static readonly SeatedRule Rome = new(
        new Criterion
        {
            Weight = new VotingWeight.Listed(ImmutableSortedDictionary.CreateRange<string, decimal>([new("DEU", 4), new("FRA", 4), new("ITA", 4), new("BEL", 2), new("NLD", 2), new("LUX", 1)])),
            Quota = Quota.AtLeastCount(12),
        },
        Six);

    // UN Charter Art. 27(3): nine affirmative votes including the concurring votes of the permanent members; by practice an abstention concurs.
    private static readonly DecisionRule SecurityCouncil = new Veto(["CHN", "FRA", "GBR", "RUS", "USA"], new Criterion { Quota = Quota.AtLeastCount(9) });

    [Theory]
    [InlineData("DEU FRA ITA", true)]          // 46.9 % of the population, but three
    [InlineData("DEU FRA ITA MLT", false)]     // with the smallest member they are four
    [InlineData("DEU FRA ESP", true)]          // 44.6 %
    [InlineData("FRA ITA NLD", true)]          // 32.3 %: no blocking minority anyway
    [InlineData("LUX MLT CYP EST SVN", true)]  // five, but 1.3 %
    [InlineData("POL ESP ROU NLD", true)]      // four of 27.2 %
    [InlineData("ITA POL ESP ROU", false)]     // four of 36.3 %
    public void Under_the_treaty_of_Lisbon_it_takes_four_members_with_more_than_35_percent_to_block(string objectors, bool adopted) =>
        Lisbon.Adopts(Against(Union, objectors)).ShouldBe(adopted);

    [Fact]
    public void Under_the_treaty_of_Lisbon_no_three_members_can_block_and_no_twelve_can_be_outvoted_by_fourteen()
    {
        var triples = from a in Enumerable.Range(0, 27) from b in Enumerable.Range(a + 1, 26 - a) from c in Enumerable.Range(b + 1, 26 - b) select Coalition.Of(a) | Coalition.Of(b) | Coalition.Of(c);
        triples.ShouldAllBe(triple => Lisbon.Suffices(Coalition.AllOf(27) - triple));

        var byPopulation = Enumerable.Range(0, 27).OrderByDescending(seat => Union.Members[seat].Population).Select(Coalition.Of).ToArray();
        Lisbon.Suffices(byPopulation.Take(15).Aggregate((a, b) => a | b)).ShouldBeTrue();   // 55 % of 27 is 14.85
        Lisbon.Suffices(byPopulation.Take(14).Aggregate((a, b) => a | b)).ShouldBeFalse();
    }

    [Fact]
    public void In_the_Community_of_Six_Luxembourg_is_never_decisive() =>
        Enumerable.Range(0, 1 << 6).Select(coalition => new Coalition((ulong)coalition)).ShouldAllBe(
            coalition => Rome.Suffices(coalition | Coalition.Of(5)) == Rome.Suffices(coalition - Coalition.Of(5)));

    // Felsenthal & Machover (1998), The Measurement of Voting Power, ch. 5; Brams & Affuso (1976), Theory and Decision 7, 29-56: 10, 6 and 0 swings, normalized 5/21, 1/7 and 0.
    [Theory]
    [InlineData(0, 10)]
    [InlineData(1, 10)]
    [InlineData(2, 10)]
    [InlineData(3, 6)]
    [InlineData(4, 6)]
    [InlineData(5, 0)]
    public void In_the_Community_of_Six_the_swings_are_the_published_ones(int member, int swings) =>
        Enumerable.Range(0, 1 << 6).Select(coalition => new Coalition((ulong)coalition))
            .Count(coalition => coalition.Contains(member) && Rome.Suffices(coalition) && !Rome.Suffices(coalition - Coalition.Of(member))).ShouldBe(swings);

    [Fact]
    public void In_the_Community_of_Six_fourteen_coalitions_win() => Enumerable.Range(0, 1 << 6).Count(coalition => Rome.Suffices(new((ulong)coalition))).ShouldBe(14);

    // Resolution 1973 on Libya, 17 March 2011: ten in favour; Brazil, China, Germany, India and Russia abstained. Adopted (S/PV.6498).
    [Fact]
    public void In_the_Security_Council_the_abstention_of_a_permanent_member_does_not_block() =>
        Voted("BIH CHN COL FRA GAB DEU IND LBN NGA PRT RUS ZAF GBR USA BRA", abstaining: "BRA CHN DEU IND RUS", objecting: "").ShouldBeTrue();

    // Draft S/2022/155 on Ukraine, 25 February 2022: eleven in favour, Russia against; China, India and the United Arab Emirates abstained. Not adopted (S/PV.8979).
    [Fact]
    public void In_the_Security_Council_the_objection_of_a_permanent_member_blocks() =>
        Voted("ALB BRA CHN FRA GAB GHA IND IRL KEN MEX NOR RUS ARE GBR USA", abstaining: "CHN IND ARE", objecting: "RUS").ShouldBeFalse();

    // Draft S/2014/916 on Palestine, 30 December 2014: eight in favour, Australia and the United States against, five abstentions. Not adopted (S/PV.7354), for want of nine even without the veto.
    [Theory]
    [InlineData("AUS USA")]
    [InlineData("AUS")]
    public void In_the_Security_Council_eight_are_not_enough(string objecting) =>
        Voted("ARG AUS CHL CHN FRA JOR LTU LUX NGA KOR RUS RWA TCD GBR USA", abstaining: "GBR LTU NGA KOR RWA" + (objecting == "AUS" ? " USA" : ""), objecting).ShouldBeFalse();

    // Resolution 678 on Iraq, 29 November 1990: twelve in favour, Cuba and Yemen against, China abstained. Adopted (S/PV.2963).
    [Fact]
    public void In_the_Security_Council_the_objection_of_elected_members_does_not_block() =>
        Voted("CAN CHN COL CIV CUB ETH FIN FRA MYS ROU SUN ZAR GBR USA YEM", abstaining: "CHN", objecting: "CUB YEM").ShouldBeTrue();

    // A winning coalition is the five permanent members and at least four of the ten elected: C(10, 4) = 210 of them are minimal, 848 win.
    [Fact]
    public void Against_the_objection_of_all_others_the_five_and_any_four_suffice_and_nothing_less()
    {
        var council = Council("CHN FRA GBR RUS USA E0 E1 E2 E3 E4 E5 E6 E7 E8 E9");
        var seated = new SeatedRule(SecurityCouncil, council);

        var winning = Enumerable.Range(0, 1 << 15).Select(coalition => new Coalition((ulong)coalition)).Where(seated.Suffices).ToList();

        winning.ShouldAllBe(coalition => coalition.Includes(Coalition.AllOf(5)));
        winning.Count.ShouldBe(Enumerable.Range(4, 7).Sum(elected => Binomial(10, elected)));
        winning.Count(coalition => BitOperations.PopCount(coalition.Members) == 9).ShouldBe(210);
    }

    private static bool Voted(string members, string abstaining, string objecting)
    {
        var council = Council(members);
        council.Size.ShouldBe(15);
        var (abstainers, objectors) = (Seats(council, abstaining), Seats(council, objecting));
        return new SeatedRule(SecurityCouncil, council).Adopts(new(Coalition.AllOf(15) - abstainers - objectors, objectors));
    }

    private static Roster Council(string members) => Some.Roster(members.Split(' '));

    private static Tally Against(Roster roster, string objectors) => new(Coalition.AllOf(roster.Size) - Seats(roster, objectors), Seats(roster, objectors));

    private static Coalition Seats(Roster roster, string codes) => codes.Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Select(code => Coalition.Of(Enumerable.Range(0, roster.Size).Single(seat => roster.Members[seat].Code == code))).Aggregate(Coalition.Empty, (a, b) => a | b);

    private static int Binomial(int n, int k) => k == 0 ? 1 : Binomial(n - 1, k - 1) * n / k;
}
