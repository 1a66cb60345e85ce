using System.Collections.Immutable;
using System.Xml.Linq;
using nietras.SeparatedValues;
using VotingSim.Configuration;
using VotingSim.Evidence.Claims;
using VotingSim.Experiments.Plan;
using VotingSim.Report.Evidence;
using VotingSim.Statistics;

namespace VotingSim.Report.Tests.Evidence;

public class ClaimsFigureTests
{
    private static readonly ImmutableArray<ClaimFinding> Findings =
    [
        Finding("Agrees with \"the record\", by & large", ClaimQuantity.HazardRatio, (1, double.PositiveInfinity), new(1.5, 1.4, 1.6), new(1.6, 1.2, 2.0, "data")),
        Finding("Is otherwise", ClaimQuantity.MedianElasticity, (double.NegativeInfinity, 0), new(0.4, 0.3, 0.5), new(double.NaN, double.NaN, double.NaN, "data")),
        Finding("Has no estimate", ClaimQuantity.MedianRatio, (0.9, 1.1), Estimate.Undefined, new(1, double.NaN, double.NaN, "data")),
        Finding("Is infinite", ClaimQuantity.HazardRatio, (1, double.PositiveInfinity), new(double.PositiveInfinity, double.PositiveInfinity, double.PositiveInfinity), null),
        Finding("Is a share", ClaimQuantity.UnopposedShare, (0.75, 0.85), new(0.7, 0.6, 0.8), new(0.8, 0.75, 0.85, "data")),
    ];

    [Fact]
    public void What_speaks_against_the_model_comes_first_and_the_verdicts_stand_in_words()
    {
        ClaimOrder.Of(Findings).Select(ClaimWords.Verdict).ShouldBe(
            ["disagrees", "no estimate", "not shown", "agrees", "record silent; model as claimed"]);
        ClaimWords.Summary(Findings).ShouldBe("On 4 of 5 claims the record is clear: the model disagrees with it on 1, does not show 2 and agrees on 1. "
            + "On 0 the record is disputed, on 1 it is silent.");
        Findings.Select(finding => ClaimWords.Expected(finding.Claim)).ShouldBe(["above 1", "below 0", "0.9 to 1.1", "above 1", "75 to 85"]);
        Findings.Select(finding => ClaimWords.Observed(finding.Claim)).ShouldBe(["1.60 [1.20, 2.00]", "direction only", "1.00", "", "80.0 [75.0, 85.0]"]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_figure_has_every_title_with_its_verdict_and_can_be_read_out(bool narrow)
    {
        var document = XDocument.Parse(ClaimsFigure.Of(Findings).Svg(narrow));
        var words = string.Join('\n', document.Descendants().Where(element => element.Name.LocalName == "text").Select(element => element.Value));
        foreach (var finding in Findings)
        {
            words.ShouldContain(narrow ? finding.Claim.Title[..5] : finding.Claim.Title);
            words.ShouldContain(ClaimWords.Verdict(finding));
        }

        document.Descendants().Single(element => element.Name.LocalName == "desc").Value.ShouldContain("Is otherwise: disagrees; model 0.40 [0.30, 0.50], observed direction only.");
        words.ShouldContain("no estimate: too few decide");
    }

    [Fact]
    public void The_numbers_are_a_row_for_each_claim_and_empty_where_there_are_none()
    {
        using var reader = Sep.New(',').Reader(options => options with { Unescape = true }).FromText(ClaimsPlot.Csv(Findings));
        var rows = new List<(string Title, string Estimate, string Observed, string Without)>();
        foreach (var row in reader)
        {
            rows.Add((row["title"].ToString(), row["estimate"].ToString(), row["observed"].ToString(), row["without"].ToString()));
        }

        rows.ShouldBe(
        [
            ("Is otherwise", "0.4", "", "0.1"), ("Has no estimate", "", "1", ""), ("Is a share", "0.7", "0.8", "0.1"),
            ("Agrees with \"the record\", by & large", "1.5", "1.6", "0.1"), ("Is infinite", "", "", "0.1"),
        ], ignoreOrder: false);
    }

    private static ClaimFinding Finding(
        string title, ClaimQuantity quantity, (double Least, double Most) expected, Estimate estimate, ClaimObservation? observed)
    {
        var off = new SwitchedOff(MechanismSwitch.All[0], new(0.1, 0, 0.2), 1);
        return new()
        {
            Claim = new()
            {
                Name = title,
                Title = title,
                Text = title,
                Source = "somebody",
                Certainty = ClaimCertainty.Read,
                Disputed = null,
                Quantity = quantity,
                Ages = (0, double.PositiveInfinity),
                AtLeast = expected.Least,
                AtMost = expected.Most,
                Observed = observed,
                Sides = [],
            },
            Worlds = 100,
            Estimate = estimate,
            Switches = [off],
            HangsOn = double.IsNaN(estimate.Value) ? null : off,
        };
    }
}
