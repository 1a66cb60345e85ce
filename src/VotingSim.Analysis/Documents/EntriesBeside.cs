using System.Text.Json;
using System.Text.Json.Serialization;

namespace VotingSim.Analysis.Documents;

/// <summary>Writes a record with the entries of its maps among its fields; see <see cref="BesideAttribute"/>.</summary>
internal sealed class EntriesBeside<T> : JsonConverter<T>
    where T : class
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach (var field in DocumentField.Of(value))
        {
            writer.WritePropertyName(field.Name);
            JsonSerializer.Serialize(writer, field.Value, options.GetTypeInfo(field.Type));
        }

        writer.WriteEndObject();
    }
}
