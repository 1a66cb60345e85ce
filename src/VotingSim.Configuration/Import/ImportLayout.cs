namespace VotingSim.Configuration.Import;

/// <summary>How a source lays out its actors.</summary>
public enum ImportLayout
{
    /// <summary>A row per actor, or per actor and issue.</summary>
    Actors,

    /// <summary>A scenario of the KAPSARC Toolkit for Behavioral Analysis: a row per actor and columns for each dimension, below a line with the
    /// scenario's name; or the same as XML.</summary>
    Ktab,

    /// <summary>A row per actor and issue with position, salience and power, as exchange models have it.</summary>
    Exchange,

    /// <summary>The table of decisions of the project Decision-making in the European Union: a row per issue and columns for each actor. It becomes
    /// a folder of cases.</summary>
    Deu,
}
