using CsCheck;
using VotingSim.Deliberation;
using VotingSim.Statistics.Agreement;

namespace VotingSim.Statistics.Tests.Agreement;

public class BallotCountsTests
{
    private const string Letters = "SOA.";

    private static readonly Gen<string[]> AnyRollCalls =
        Gen.Int[1, 12].SelectMany(members => Gen.Char[Letters].Array[members].Select(ballots => new string(ballots)).Array[1, 150]);

    [Fact]
    public void All_measures_are_those_of_a_plain_reading_of_the_rows() => AnyRollCalls.Sample(
        votes =>
        {
            var (summary, plain) = (Count(votes).Summarize(seed: 3), new PlainAgreement(votes));

            summary.Votes.ShouldBe(votes.Length);
            summary.CompleteVotes.ShouldBe(votes.Count(vote => !vote.Contains('.', StringComparison.Ordinal)));
            Close(summary.MeanAgreementIndex.Value, plain.MeanAgreementIndex);
            Close(summary.MeanRiceIndex.Value, plain.MeanRiceIndex);
            Close(summary.KrippendorffAlpha.Value, plain.Alpha);
            Close(summary.FleissKappa.Value, plain.FleissKappa);
            foreach (var pair in summary.Pairs)
            {
                pair.Votes.ShouldBe(plain.Common(pair.First, pair.Second));
                Close(pair.Agreement.Value, plain.Agreement(pair.First, pair.Second));
                Close(pair.CohenKappa.Value, plain.CohenKappa(pair.First, pair.Second));
            }
        },
        iter: 60);

    [Fact]
    public void Votes_as_masks_and_as_ballots_count_alike_in_any_mixture() => AnyRollCalls.Sample(
        votes =>
        {
            var mixed = new BallotCounts(votes[0].Length);
            foreach (var (vote, index) in votes.Select((vote, index) => (vote, index)))
            {
                if (index % 3 == 0)
                {
                    mixed.Add(Mask(vote, 'S'), Mask(vote, 'O'), Mask(vote, '.'));
                }
                else
                {
                    mixed.Add(BallotsOf(vote));
                }
            }

            var (one, other) = (mixed.Summarize(seed: 3), Count(votes).Summarize(seed: 3));
            one.Pairs.ShouldBe(other.Pairs);
            (one with { Pairs = [] }).ShouldBe(other with { Pairs = [] });
        },
        iter: 20);

    [Fact]
    public void More_than_64_members_count_as_well()
    {
        var counts = new BallotCounts(130);
        string[] votes = [.. Enumerable.Range(0, 70)
            .Select(vote => new string([.. Enumerable.Range(0, 130).Select(seat => Letters[((seat * 7) + (vote * vote)) % 11 % 4])]))];
        foreach (var vote in votes)
        {
            counts.Add(BallotsOf(vote));
        }

        var (summary, plain) = (counts.Summarize(seed: 3), new PlainAgreement(votes));
        Close(summary.KrippendorffAlpha.Value, plain.Alpha);
        foreach (var pair in summary.Pairs.Where(pair => (pair.First + pair.Second) % 17 == 0))
        {
            Close(pair.CohenKappa.Value, plain.CohenKappa(pair.First, pair.Second));
        }

        Should.Throw<ArgumentException>(() => counts.Add(1, 2));
        Should.Throw<ArgumentException>(() => counts.Add(new Ballot?[129]));
    }

    [Fact]
    public void Measures_stay_in_their_bounds_and_inside_their_intervals() => AnyRollCalls.Sample(
        votes =>
        {
            var summary = Count(votes).Summarize(seed: 3);
            InBounds(summary.MeanAgreementIndex.Value, 0);
            InBounds(summary.MeanRiceIndex.Value, 0);
            InBounds(summary.KrippendorffAlpha.Value, double.NegativeInfinity);
            foreach (var pair in summary.Pairs)
            {
                InBounds(pair.Agreement.Value, 0);
                InBounds(pair.CohenKappa.Value, -1);
                if (!double.IsNaN(pair.CohenKappa.Value))
                {
                    pair.CohenKappa.Low.ShouldBeInRange(-1, pair.CohenKappa.Value);
                    pair.CohenKappa.High.ShouldBeInRange(pair.CohenKappa.Value, 1);
                }
            }
        },
        iter: 40);

    [Fact]
    public void The_order_of_votes_and_that_of_members_change_nothing() => AnyRollCalls.Sample(
        votes =>
        {
            var summary = Count(votes).Summarize(seed: 3);
            var reversed = Count([.. votes.Reverse()]).Summarize(seed: 3);
            reversed.Pairs.ShouldBe(summary.Pairs);
            (reversed with { Pairs = [] }).ShouldBe(summary with { Pairs = [] });

            var mirrored = Count([.. votes.Select(vote => new string([.. vote.Reverse()]))]).Summarize(seed: 3);
            (mirrored with { Pairs = [] }).ShouldBe(summary with { Pairs = [] });
            var last = votes[0].Length - 1;
            foreach (var pair in summary.Pairs)
            {
                var mirror = mirrored.Pairs.Single(other => other.First == last - pair.Second && other.Second == last - pair.First);
                (mirror.Votes, mirror.Agreement).ShouldBe((pair.Votes, pair.Agreement));
                Close(mirror.CohenKappa.Value, pair.CohenKappa.Value);
                Close(mirror.CohenKappa.Low, pair.CohenKappa.Low);
            }
        },
        iter: 20);

    [Fact]
    public void Unanimity_over_varying_votes_is_1_everywhere()
    {
        var summary = Count([.. Enumerable.Range(0, 90).Select(vote => new string(Letters[vote % 3], 64))]).Summarize(seed: 3);

        summary.MeanAgreementIndex.ShouldBe(new Estimate(1, 1, 1));
        summary.UnanimousShare.Value.ShouldBe(1);
        summary.KrippendorffAlpha.Value.ShouldBe(1);
        summary.FleissKappa.Value.ShouldBe(1, 1e-15);
        summary.Pairs.Length.ShouldBe(64 * 63 / 2);
        summary.Pairs.ShouldAllBe(pair => pair.Votes == 90 && pair.Agreement.Value == 1 && pair.CohenKappa.Value == 1);
    }

    [Fact]
    public void Hix_Noury_and_Rolands_index_is_1_where_all_vote_alike_and_0_where_the_three_are_equal()
    {
        Count(["SSSSSS", "SSOOAA"]).Summarize(seed: 3).MeanAgreementIndex.Value.ShouldBe(0.5);
        Count(["SSSS.."]).Summarize(seed: 3).MeanAgreementIndex.Value.ShouldBe(1);
        Count(["......"]).Summarize(seed: 3).MeanAgreementIndex.ShouldBe(Estimate.Undefined);
        Count(["AAAAAA"]).Summarize(seed: 3).MeanRiceIndex.ShouldBe(Estimate.Undefined);
    }

    [Fact]
    public void Counting_goes_on_after_a_summary()
    {
        var counts = Count(["SOA", "SSO"]);
        counts.Summarize(seed: 3).Votes.ShouldBe(2);
        counts.Add(0b111, 0);

        counts.Summarize(seed: 3).Pairs.ShouldBe(Count(["SOA", "SSO", "SSS"]).Summarize(seed: 3).Pairs);
    }

    [Theory]
    [InlineData(0b01, 0b01, 0b00)]
    [InlineData(0b01, 0b10, 0b10)]
    [InlineData(0b100, 0b00, 0b00)]
    public void A_member_that_casts_two_ballots_or_does_not_sit_is_refused(ulong supporters, ulong objectors, ulong absent) =>
        Should.Throw<ArgumentException>(() => new BallotCounts(2).Add(supporters, objectors, absent));

    private static BallotCounts Count(string[] votes)
    {
        var counts = new BallotCounts(votes[0].Length);
        foreach (var vote in votes)
        {
            counts.Add(Mask(vote, 'S'), Mask(vote, 'O'), Mask(vote, '.'));
        }

        return counts;
    }

    private static ulong Mask(string vote, char letter) =>
        vote.Select((ballot, seat) => ballot == letter ? 1UL << seat : 0).Aggregate(0UL, (mask, bit) => mask | bit);

    private static Ballot?[] BallotsOf(string vote) => [.. vote.Select(letter => letter switch
    {
        'S' => Ballot.Support,
        'O' => Ballot.Objection,
        'A' => Ballot.Abstention,
        _ => (Ballot?)null,
    })];

    private static void InBounds(double value, double least)
    {
        if (!double.IsNaN(value))
        {
            value.ShouldBeInRange(least, 1 + 1e-12);
        }
    }

    private static void Close(double value, double plain)
    {
        if (double.IsNaN(plain))
        {
            value.ShouldBe(double.NaN);
        }
        else
        {
            value.ShouldBe(plain, 1e-11);
        }
    }
}

/// <summary>The measures of agreement, row by row and pair by pair, as their definitions read.</summary>
internal sealed class PlainAgreement(string[] votes)
{
    private const string Letters = "SOA";

    public double MeanAgreementIndex => Mean(votes.Where(vote => Cast(vote).Length > 0).Select(vote =>
    {
        var most = Letters.Max(letter => vote.Count(ballot => ballot == letter));
        return (most - (0.5 * (Cast(vote).Length - most))) / Cast(vote).Length;
    }));

    public double MeanRiceIndex => Mean(votes
        .Select(vote => (Yes: vote.Count(ballot => ballot == 'S'), No: vote.Count(ballot => ballot == 'O')))
        .Where(vote => vote.Yes + vote.No > 0)
        .Select(vote => (double)Math.Abs(vote.Yes - vote.No) / (vote.Yes + vote.No)));

    /// <summary>By the coincidence matrix: every ordered pair of ballots in a vote of m counts 1 / (m - 1).</summary>
    public double Alpha
    {
        get
        {
            var coincidences = new double[3, 3];
            foreach (var ballots in votes.Select(Cast).Where(ballots => ballots.Length >= 2))
            {
                for (var i = 0; i < ballots.Length; i++)
                {
                    for (var j = 0; j < ballots.Length; j++)
                    {
                        if (i != j)
                        {
                            coincidences[Letters.IndexOf(ballots[i]), Letters.IndexOf(ballots[j])] += 1.0 / (ballots.Length - 1);
                        }
                    }
                }
            }

            var totals = Enumerable.Range(0, 3).Select(c => Enumerable.Range(0, 3).Sum(k => coincidences[c, k])).ToArray();
            if (totals.Count(total => total > 0) < 2)
            {
                return double.NaN;
            }

            var (observed, expected, n) = (0.0, 0.0, totals.Sum());
            for (var c = 0; c < 3; c++)
            {
                for (var k = 0; k < 3; k++)
                {
                    observed += c == k ? 0 : coincidences[c, k];
                    expected += c == k ? 0 : totals[c] * totals[k] / (n - 1);
                }
            }

            return 1 - (observed / expected);
        }
    }

    public double FleissKappa
    {
        get
        {
            var (complete, members) = (votes.Where(vote => !vote.Contains('.', StringComparison.Ordinal)).ToArray(), votes[0].Length);
            if (complete.Length == 0 || members < 2 || string.Concat(complete).Distinct().Count() < 2)
            {
                return double.NaN;
            }

            var pairs = complete.Average(vote => Pairs(members).Average(pair => vote[pair.First] == vote[pair.Second] ? 1.0 : 0.0));
            var chance = Letters.Sum(letter =>
                Math.Pow(string.Concat(complete).Count(ballot => ballot == letter) / (double)(complete.Length * members), 2));
            return (pairs - chance) / (1 - chance);
        }
    }

    public int Common(int first, int second) => Both(first, second).Length;

    public double Agreement(int first, int second) => Mean(Both(first, second).Select(pair => pair.First == pair.Second ? 1.0 : 0.0));

    public double CohenKappa(int first, int second)
    {
        var both = Both(first, second);
        var chance = Letters.Sum(letter =>
            both.Count(pair => pair.First == letter) / (double)both.Length * both.Count(pair => pair.Second == letter) / both.Length);
        return both.Length == 0 || both.SelectMany(pair => new[] { pair.First, pair.Second }).Distinct()
            .Count() == 1 ? double.NaN : (Agreement(first, second) - chance) / (1 - chance);
    }

    private static string Cast(string vote) => vote.Replace(".", "", StringComparison.Ordinal);

    private static double Mean(IEnumerable<double> values) => values.DefaultIfEmpty(double.NaN).Average();

    private static IEnumerable<(int First, int Second)> Pairs(int members) =>
        Enumerable.Range(0, members).SelectMany(first => Enumerable.Range(first + 1, members - first - 1).Select(second => (first, second)));

    private (char First, char Second)[] Both(int first, int second) =>
        [.. votes.Select(vote => (vote[first], vote[second])).Where(pair => pair.Item1 != '.' && pair.Item2 != '.')];
}
