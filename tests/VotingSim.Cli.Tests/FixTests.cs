using System.Text;

namespace VotingSim.Cli.Tests;

public class FixTests
{
    [Fact]
    public void What_was_probably_meant_is_written_where_validate_points_and_the_rest_of_the_bytes_stay()
    {
        using var folder = new ConfigurationFolder();
        string[] names = ["experiment.yaml", "members.yaml", "crisis.yaml", "rule.yaml"];
        var sound = names.ToDictionary(name => name, name => File.ReadAllText(folder.PathOf(name)));
        folder.Write("experiment.yaml", ConfigurationFolder.Experiment
            .Replace("replications", "replicatons", StringComparison.Ordinal)
            .Replace("crisis.yaml", "crises.yaml", StringComparison.Ordinal)
            .Replace("[consensus,", "[consensu,", StringComparison.Ordinal));
        folder.Write("members.yaml", ConfigurationFolder.Members.Replace("influence: 2", "influense: 2", StringComparison.Ordinal));
        folder.Write("crisis.yaml", ConfigurationFolder.Crisis.Replace("  BBB:", "  BBX:", StringComparison.Ordinal));
        File.WriteAllBytes(folder.PathOf("rule.yaml"), [.. Encoding.UTF8.Preamble, .. "rule: most-people\r\n\"weihgt\": population # of all\r\nat-least: 0.65\r\n"u8]);

        var outcome = CommandHere.Run("validate", "--fix", folder.PathOf("experiment.yaml"));

        (outcome.ExitCode, outcome.Error).ShouldBe((0, ""));
        foreach (var name in names[..3])
        {
            File.ReadAllText(folder.PathOf(name)).ShouldBe(sound[name]);
        }

        File.ReadAllBytes(folder.PathOf("rule.yaml")).ShouldBe(
            [.. Encoding.UTF8.Preamble, .. "rule: most-people\r\n\"weight\": population # of all\r\nat-least: 0.65\r\n"u8]);
        outcome.Output.ShouldContain("experiment.yaml:3:1: 'replicatons' is now 'replications'");
        outcome.Output.ShouldContain("rule.yaml:2:2: 'weihgt' is now 'weight'");
        Directory.GetFiles(folder.Root).Length.ShouldBe(4);
    }

    [Fact]
    public void What_is_left_is_said_and_what_is_no_slip_is_not_touched()
    {
        using var folder = new ConfigurationFolder();
        folder.Write("rule.yaml", ConfigurationFolder.Rule.Replace("weight", "weihgt", StringComparison.Ordinal).Replace("0.65", "1.5", StringComparison.Ordinal));

        var outcome = CommandHere.Run("validate", folder.PathOf("rule.yaml"), "--fix");

        outcome.ExitCode.ShouldBe(2);
        outcome.Output.ShouldContain("'weihgt' is now 'weight'");
        outcome.Error.ShouldContain("rule.yaml:3:11:");
        outcome.Error.ShouldContain("1 problem is left.");
        File.ReadAllText(folder.PathOf("rule.yaml")).ShouldBe(ConfigurationFolder.Rule.Replace("0.65", "1.5", StringComparison.Ordinal) + "\n");

        var before = File.ReadAllText(folder.PathOf("rule.yaml"));
        var again = CommandHere.Run("validate", folder.PathOf("rule.yaml"), "--fix");
        again.ExitCode.ShouldBe(2);
        again.Error.ShouldContain("1 problem; nothing was written.");
        File.ReadAllText(folder.PathOf("rule.yaml")).ShouldBe(before);
    }
}
