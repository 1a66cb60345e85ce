namespace VotingSim.Analysis.Documents;

/// <summary>Marks a map whose entries stand among the fields of the record, where the map is, and not in an object of their own.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class BesideAttribute : Attribute;
