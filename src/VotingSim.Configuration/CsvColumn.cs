namespace VotingSim.Configuration;

/// <summary>A column of a user's table.</summary>
/// <param name="Index">Position in a row, from 0; -1 where the table does not have the column, which has been reported then.</param>
/// <param name="Name">Its name.</param>
/// <param name="Expected">What a cell should hold, e.g. <c>a time of 0 or more</c>; for the messages.</param>
public readonly record struct CsvColumn(int Index, string Name, string Expected);
