using VotingSim.Configuration;
using VotingSim.Configuration.Cases;
using VotingSim.Configuration.Parameters;

namespace VotingSim.Experiments.Plan;

/// <summary>Checks a configuration file of any kind.</summary>
public static class ConfigurationFile
{
    /// <summary>Everything that is wrong with a file, in the order of file, line and column, and after that what is hardly meant so. An experiment
    /// is checked with everything that it refers to.</summary>
    /// <param name="path">The path of a file, or the name of a shipped one. Its kind is told by its key: experiment, members, crisis, rule,
    /// uncertainty, structure or claim. A crisis with a record is checked with its members and its rule.</param>
    public static IReadOnlyList<Problem> Validate(string path)
    {
        var reading = new Reading();
        if (reading.Open(path, kind: null, []) is { } root)
        {
            switch (ConfigurationKind.Of(root.Node)?.Key)
            {
                case "experiment":
                    ExperimentReader.Resolve(reading, root);
                    break;
                case "members":
                    RosterReader.Resolve(root);
                    break;
                case "crisis":
                    Names.CheckCategories([root], []);
                    if (root.Has("record"))
                    {
                        CaseReader.Read(reading, root);
                    }
                    else
                    {
                        CrisisReader.Resolve(root, members: null, overrides: null);
                    }

                    break;
                case "claim":
                    ClaimReader.Resolve(reading, root);
                    break;
                case "structure":
                    StructureReader.Resolve(reading, root);
                    break;
                case "uncertainty":
                    UncertaintyReader.Resolve(reading, root, ParameterList.OfAnyCampaign);
                    break;
                case "rule":
                    new RuleReader(reading, roster: null).ReadFile(root);
                    break;
            }
        }

        return [.. reading.Problems, .. reading.Warnings];
    }
}
