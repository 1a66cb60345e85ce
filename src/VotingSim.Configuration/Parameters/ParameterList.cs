namespace VotingSim.Configuration.Parameters;

/// <summary>Every value of an experiment that can be swept or set, by name: the one place that knows the names.</summary>
internal sealed class ParameterList
{
    // Made when a name is first asked for: large experiments have many.
    private readonly Lazy<Dictionary<string, Parameter>> _parameters;
    private readonly Dictionary<string, Parameter> _others = new(StringComparer.Ordinal); // of one name, and elsewhere
    private readonly bool _isComplete;

    /// <summary>Lists the parameters of an experiment.</summary>
    /// <param name="members">Who sits at the table, resolved; null where that is not known.</param>
    /// <param name="crises">The crises, resolved; null in the place of one that is not known.</param>
    /// <param name="rules">The rules, resolved; null in the place of one that is not known.</param>
    /// <param name="campaign">The campaign; null where there is none, or it is not known.</param>
    public ParameterList(
        MembersFile? members, IReadOnlyList<CrisisFile?> crises, IReadOnlyList<ResolvedRule?> rules, CampaignMap? campaign = null)
    {
        _isComplete = members is not null && crises.Count > 0 && !crises.Contains(null) && !rules.Contains(null);
        _parameters = new(() =>
        {
            IEnumerable<Parameter> all =
            [
                .. DeliberationParameters.All(),
                .. CampaignParameters.All(campaign),
                .. MemberParameters.All(members),
                .. new CrisisParameters(members, [.. crises.OfType<CrisisFile>()]).All(),
                .. new PowerParameters(members, [.. crises.OfType<CrisisFile>()]).All(),
                .. RuleParameters.All([.. rules.Where(rule => rule is not null).Select(rule => rule!.Written.AsObject())]),
            ];
            var parameters = new Dictionary<string, Parameter>(StringComparer.Ordinal);
            foreach (var parameter in all)
            {
                if (!parameters.TryAdd(parameter.Name, parameter) && parameters[parameter.Name].Place != parameter.Place)
                {
                    _others.TryAdd(parameter.Name, parameter);
                }
            }

            return parameters;
        });
    }

    /// <summary>What is known where no experiment is: the parameters that every one has.</summary>
    public static ParameterList OfNothing => new(null, [], []);

    /// <summary>The same with those that every campaign has.</summary>
    public static ParameterList OfAnyCampaign => new(null, [], [], new() { Years = 1, Matters = [], Minilateral = AnySponsor });

    private static MinilateralMap AnySponsor => new() { Sponsor = new() { Power = "", Weight = 0 } };

    /// <summary>The names.</summary>
    public IEnumerable<string> Names => _parameters.Value.Keys;

    /// <summary>The parameter of a name, or null.</summary>
    public Parameter? TryFind(string name) => _parameters.Value.GetValueOrDefault(name);

    /// <summary>The parameter of a name, or null, which has then been reported unless it may yet exist.</summary>
    /// <param name="place">What stands under the name.</param>
    /// <param name="name">The name.</param>
    /// <param name="verb">What cannot be done with another name, e.g. <c>swept</c>.</param>
    public Parameter? Find(ConfigurationNode place, string name, string verb)
    {
        if (_parameters.Value.TryGetValue(name, out var parameter))
        {
            if (!_others.TryGetValue(name, out var other))
            {
                return parameter;
            }

            place.ReportKey(
                $"this is the name of two values, of '{parameter.Place}' and of '{other.Place}', and cannot be {verb}; expected codes and names that "
                + "differ also where dots join them");
            return null;
        }

        if (_isComplete || !ParameterForm.MayExist(name))
        {
            place.ReportKey($"this cannot be {verb}{Nearest.Hint(name, Names)}");
        }

        return null;
    }
}
