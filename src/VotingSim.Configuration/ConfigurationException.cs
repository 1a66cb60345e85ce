namespace VotingSim.Configuration;

/// <summary>A configuration cannot be used. It carries every problem that was found, not only the first.</summary>
public sealed class ConfigurationException : Exception
{
    /// <summary>An exception without problems.</summary>
    public ConfigurationException()
        : this([])
    {
    }

    /// <summary>An exception with a text of its own.</summary>
    public ConfigurationException(string message)
        : base(message) => Problems = [];

    /// <summary>An exception with a text of its own and a cause.</summary>
    public ConfigurationException(string message, Exception innerException)
        : base(message, innerException) => Problems = [];

    /// <summary>An exception that carries problems; its message has a line for each.</summary>
    /// <param name="problems">What is wrong.</param>
    /// <param name="more">How many problems there are beyond those.</param>
    public ConfigurationException(IReadOnlyList<Problem> problems, long more = 0)
        : base(string.Join('\n', problems)) => (Problems, More) = (problems, more);

    /// <summary>What is wrong, in the order of file, line and column.</summary>
    public IReadOnlyList<Problem> Problems { get; }

    /// <summary>How many problems there are beyond <see cref="Problems"/>, where they are too many to list.</summary>
    public long More { get; }
}
