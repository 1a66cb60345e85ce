using System.Reflection;

namespace VotingSim.Testing;

/// <summary>The checkout that the tests were built from, with what ships in <c>configs</c> and what is written in <c>docs</c>.</summary>
public static class RepositoryRoot
{
    /// <summary>Where it is: an absolute path, noted when the tests are built.</summary>
    public static string Path { get; } = System.IO.Path.GetFullPath(
        typeof(RepositoryRoot).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "Repository").Value!);

    /// <summary>The path of a file or folder of the repository.</summary>
    public static string In(params ReadOnlySpan<string> path) => System.IO.Path.Combine([Path, .. path]);

    /// <summary>The path of a shipped experiment by its name.</summary>
    public static string Experiment(string name) => In("configs", "experiments", $"{name}.yaml");
}
