using Spectre.Console;

namespace VotingSim.Cli;

/// <summary>The description of an option or argument, shown as it stands: brackets in it are no markup.</summary>
/// <param name="description">The description.</param>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class DescriptionAttribute(string description) : System.ComponentModel.DescriptionAttribute(Markup.Escape(description))
{
    /// <summary>The description as it was written.</summary>
    public string Text => description;
}
