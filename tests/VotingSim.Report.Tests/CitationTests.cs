using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace VotingSim.Report.Tests;

public class CitationTests
{
    [Fact]
    public void The_file_that_is_cited_has_the_version_of_the_program_and_a_day()
    {
        var (cite, props) = (Citation.Read(), XDocument.Load(RepositoryRoot.In("Directory.Build.props")));
        var lines = File.ReadAllLines(RepositoryRoot.In("CITATION.cff"));

        cite.Version.ShouldBe(props.Descendants("Version").Single().Value);
        var day = DateOnly.ParseExact(lines.Single(line => line.StartsWith("date-released: ", StringComparison.Ordinal))[15..], "yyyy-MM-dd", CultureInfo.InvariantCulture);
        cite.Year.ShouldBe(day.Year.ToString(CultureInfo.InvariantCulture));
    }

    [Fact]
    public void A_citation_has_authors_year_title_version_and_address()
    {
        using var file = new StringReader("authors:\n  - family-names: Rahman\n    given-names: A.\ntitle: T\nversion: 1.2.0\nlicense: MIT\ndate-released: 2026-05-01\nrepository-code: https://example.org/t\n");

        var cite = Citation.Read(file);

        cite.Sentence("1.2.0").ShouldBe("Rahman, A. (2026). T (version 1.2.0) [Computer software]. https://example.org/t. Licence: MIT.");
        cite.BibTeX("1.2.0", "N").ShouldBe(
            "@software{votingsim,\n  author  = {{Rahman, A.}},\n  title   = {T},\n  year    = {2026},\n  version = {1.2.0},\n  url     = {https://example.org/t},\n  note    = {N}\n}");
    }

    [Fact]
    public void A_work_is_listed_once_and_in_order()
    {
        var works = File.ReadAllLines(RepositoryRoot.In("docs", "references.md")).Where(line => line.StartsWith("- ", StringComparison.Ordinal)).ToArray();

        works.ShouldNotBeEmpty();
        Once(works.SelectMany(work => Regex.Matches(work, "doi:(?<doi>[^\\s;]+)", RegexOptions.None, TimeSpan.FromSeconds(1)).Select(match => match.Groups["doi"].Value)));
        Once(works.Select(TitleOf));
        Once(ReportMethod.References.Select(reference => TitleOf(reference.Text)));
        Once(ReportMethod.References.Select(reference => reference.Doi).Where(doi => doi.Length > 0));

        // A work is its year and the first words of its title, however its authors and journal are written.
        static string TitleOf(string work) =>
            Regex.Match(work, "[0-9]{4}\\)\\.? *(?<title>.{12,30})", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Value.Replace("*", "", StringComparison.Ordinal);

        static void Once(IEnumerable<string> keys) => keys.GroupBy(key => key, StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1)
            .Select(group => group.Key).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("0.01, 0.1, 1, 10, 100", "1", true)]
    [InlineData("100, 10, 1", "10", true)]
    [InlineData("0.5, 1, 2, 4", "1", false)]
    public void The_design_point_in_the_middle_is_the_one_with_as_many_levels_on_either_side(string levels, string middle, bool isExact)
    {
        using var folder = new TemporaryFolder("middle");
        var file = Path.Combine(folder.Path, "sweep.yaml");
        File.WriteAllText(file, $"experiment: middle\nseed: 1\nreplications: 1\nmembers: asean-10\ncrises: [myanmar-2021]\nrules: [consensus, asean-qmv]\nsweep:\n  grid:\n    deliberation.shadow-of-the-vote: [{levels}]\n");
        var plan = VotingSim.Experiments.Plan.ExperimentReader.Read(file, []);

        var shown = ReportContent.Shown(plan);

        shown.Select(arm => arm.Parameters[0].Text).Distinct().ShouldBe([middle]);
        ReportContent.IsInTheMiddle(plan, shown[0]).ShouldBe(isExact);
    }
}
