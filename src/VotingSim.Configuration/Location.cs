namespace VotingSim.Configuration;

/// <summary>Where a document is: a file, or a path in the tree that ships inside the program.</summary>
/// <param name="Path">Full path of the file, or the path inside the shipped tree, e.g. <c>configs/members/asean-10.yaml</c>.</param>
/// <param name="IsShipped">Whether it is in the shipped tree.</param>
internal readonly record struct Location(string Path, bool IsShipped)
{
    /// <summary>How the user sees it: relative where it is under the current folder.</summary>
    public string Display
    {
        get
        {
            if (IsShipped)
            {
                return $"(shipped) {Path}";
            }

            var relative = System.IO.Path.GetRelativePath(Directory.GetCurrentDirectory(), Path);
            return relative.StartsWith("..", StringComparison.Ordinal) ? Path : relative;
        }
    }

    /// <summary>Whether there is something.</summary>
    public bool Exists => IsShipped ? Shipped.Has(Path) : File.Exists(Path) || Directory.Exists(Path);

    /// <summary>Names of the files beside it.</summary>
    public IEnumerable<string> Neighbours
    {
        get
        {
            var folder = System.IO.Path.GetDirectoryName(Path);
            var paths = IsShipped ? Shipped.Paths.Where(path => System.IO.Path.GetDirectoryName(path) == folder)
                : Directory.Exists(folder) ? Directory.EnumerateFiles(folder).Take(1000)
                : [];
            return paths.Select(path => System.IO.Path.GetFileName(path));
        }
    }

    /// <summary>A file of the user's.</summary>
    public static Location OfFile(string path) => new(System.IO.Path.GetFullPath(path), IsShipped: false);

    /// <summary>Whether a reference is a path and not the name of something shipped.</summary>
    public static bool IsPath(string reference) =>
        reference.AsSpan().ContainsAny('/', '\\') || System.IO.Path.GetExtension(reference).ToUpperInvariant() is ".YAML" or ".YML" or ".JSON";

    /// <summary>What a path in this document points to.</summary>
    public Location Follow(string reference)
    {
        if (!IsShipped)
        {
            return OfFile(System.IO.Path.Combine(System.IO.Path.GetDirectoryName(Path) ?? "", reference));
        }

        var parts = new List<string>(Path.Split('/')[..^1]);
        foreach (var part in reference.Split('/').Where(part => part != "."))
        {
            if (part == ".." && parts.Count > 0)
            {
                parts.RemoveAt(parts.Count - 1);
            }
            else
            {
                parts.Add(part);
            }
        }

        return new(string.Join('/', parts), IsShipped: true);
    }
}
