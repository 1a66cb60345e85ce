namespace VotingSim.Analysis.Data;

/// <summary>Names by the order in which they come.</summary>
internal sealed class NamesInOrder
{
    private readonly Dictionary<string, int> _indices = new(StringComparer.Ordinal);

    /// <summary>The names.</summary>
    public List<string> All { get; } = [];

    /// <summary>How many there are.</summary>
    public int Count => All.Count;

    /// <summary>The place of a name, from 0; a new one has the next.</summary>
    public int IndexOf(ReadOnlySpan<char> name)
    {
        var known = _indices.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!known.TryGetValue(name, out var index))
        {
            index = All.Count;
            All.Add(name.ToString());
            _indices.Add(All[index], index);
        }

        return index;
    }
}
