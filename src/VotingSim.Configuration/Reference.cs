namespace VotingSim.Configuration;

/// <summary>What a name in a file can refer to.</summary>
internal enum Referent
{
    /// <summary>A member, by its code.</summary>
    Member,

    /// <summary>An issue of a crisis, by its name.</summary>
    Issue,

    /// <summary>A dimension of the members' orientations.</summary>
    Dimension,

    /// <summary>A category of crises.</summary>
    Category,

    /// <summary>A crisis of an experiment.</summary>
    Crisis,

    /// <summary>A parameter of an uncertainty.</summary>
    Parameter,

    /// <summary>A column of a posterior.</summary>
    Column,

    /// <summary>An estimate of an arm.</summary>
    Estimate,

    /// <summary>A rule of an experiment.</summary>
    Rule,

    /// <summary>An external power of a crisis of an experiment.</summary>
    Power,
}

/// <summary>Names by which one place refers to something that another declares: the one place where they are checked.</summary>
/// <remarks>Files refer to files in <see cref="Reading.Follow"/>, and sweeps to numbers in <see cref="Parameters.ParameterList"/>.</remarks>
internal static class Reference
{
    /// <summary>Reports a name that nothing has, with the nearest that something has.</summary>
    /// <param name="place">Where the name stands.</param>
    /// <param name="name">The name.</param>
    /// <param name="to">What it refers to.</param>
    /// <param name="known">What there is.</param>
    /// <param name="elsewhere">What there is in other places, so that the name is at least somebody's: one file serves several tables.</param>
    /// <param name="isKey">Whether the name is the key of the place, and not what stands there.</param>
    /// <returns>Whether there is what it refers to.</returns>
    public static bool Check(
        ConfigurationNode place,
        string name,
        Referent to,
        IReadOnlyCollection<string> known,
        IReadOnlySet<string>? elsewhere = null,
        bool isKey = true)
    {
        if (known.Contains(name, StringComparer.Ordinal) || elsewhere?.Contains(name) == true)
        {
            return true;
        }

        if (place.Document.IsClean(place.Path))
        {
            place.Document.Report(place.Path, $"{Missing(to, ContractCheck.Quote(name))}{Nearest.Hint(name, known)}", isKey);
        }

        return false;
    }

    private static string Missing(Referent to, string name) => to switch
    {
        Referent.Member => $"no member has the code '{name}'",
        Referent.Issue => $"no issue of this crisis is named '{name}'",
        Referent.Dimension => $"no member has an orientation on '{name}'",
        Referent.Crisis => $"no crisis of this experiment is named '{name}'",
        Referent.Rule => $"no rule of this experiment is named '{name}'",
        Referent.Power => $"no crisis of this experiment has an external power '{name}'",
        Referent.Category => $"no crisis is of the category '{name}'",
        Referent.Parameter => $"the file has no parameter '{name}'",
        Referent.Column => $"the posterior has no column '{name}'",
        _ => $"there is no estimate '{name}'",
    };
}
