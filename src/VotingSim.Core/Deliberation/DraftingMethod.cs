namespace VotingSim.Deliberation;

/// <summary>How the chair makes the text that is voted on.</summary>
public enum DraftingMethod
{
    /// <summary>The compromise of the smallest coalition that could adopt, won over by accommodating its doubters. The default.</summary>
    Coalition,

    /// <summary>The influence- and salience-weighted mean of all opinions: the compromise model of Achen (2006), in Thomson et al., The
    /// European Union Decides, ch. 4.</summary>
    Compromise,

    /// <summary>The influence- and salience-weighted median of all opinions on each issue (Black 1948, J. Polit. Econ. 56(1), 23-34).</summary>
    Median,

    /// <summary>A text given in advance, never redrafted; the chair's bias does not touch it.</summary>
    Fixed,
}
