using System.Collections;

namespace VotingSim.Analysis.Documents;

/// <summary>A field of a record as it stands in the document.</summary>
/// <param name="Name">Its name there.</param>
/// <param name="Value">Its value.</param>
/// <param name="Type">The type by which the value is written.</param>
internal readonly record struct DocumentField(string Name, object? Value, Type Type)
{
    /// <summary>The fields of a record, in order, and the entries of its maps that stand beside them.</summary>
    public static IEnumerable<DocumentField> Of(object record) => LineContext.Default.GetTypeInfo(record.GetType())!.Properties.SelectMany(property =>
    {
        var value = property.Get!(record);
        return value is IDictionary entries && property.AttributeProvider!.IsDefined(typeof(BesideAttribute), inherit: false)
            ? entries.Keys.Cast<string>().Select(name => new DocumentField(name, entries[name], entries[name]!.GetType()))
            : [new(property.Name, value, property.PropertyType)];
    });
}
