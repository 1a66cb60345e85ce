namespace VotingSim.Configuration;

/// <summary>The categories of crises: free words, of which the shipped files use some.</summary>
internal static class Category
{
    /// <summary>The key of <c>by-category</c> for every category that it does not list.</summary>
    public const string Otherwise = "otherwise";

    /// <summary>The words of the shipped files.</summary>
    public static readonly string[] Shipped = ["security", "political", "institutional", "economic", "health", "environment", "energy"];
}
