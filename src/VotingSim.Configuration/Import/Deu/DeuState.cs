namespace VotingSim.Configuration.Import.Deu;

/// <summary>A member state of the European Union, as far as its Council counts it.</summary>
/// <param name="Code">ISO 3166-1 alpha-3.</param>
/// <param name="Name">English short name.</param>
/// <param name="Label">What the columns of the table call it, by the habit of the Union.</param>
/// <param name="Members">Number of members from which on it is one of them: 15, 25, 27 or 28.</param>
/// <param name="Votes">Votes before the Treaty of Nice, those of the accession of 2004 included; 0 where it never had any.</param>
/// <param name="NiceVotes">Votes under the Treaty of Nice.</param>
/// <param name="Population">Inhabitants in 2005. Unit: million.</param>
/// <param name="LaterPopulation">Inhabitants in 2014. Unit: million.</param>
internal sealed record DeuState(
    string Code, string Name, string Label, int Members, int Votes, int NiceVotes, decimal Population, decimal LaterPopulation);
