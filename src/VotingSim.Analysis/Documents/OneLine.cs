using System.Text.Json;
using System.Text.Json.Serialization;

namespace VotingSim.Analysis.Documents;

/// <summary>Writes a value in one line of an indented document.</summary>
internal sealed class OneLine<T> : JsonConverter<T>
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WriteRawValue(JsonSerializer.SerializeToUtf8Bytes(value, LineContext.Default.GetTypeInfo(typeof(T))!), skipInputValidation: true);
}
