using System.Text.Json;
using System.Text.Json.Serialization;
using VotingSim.Experiments.Plan;

namespace VotingSim.Analysis.Documents;

/// <summary>Writes the value of a swept parameter: a number, or a word.</summary>
internal sealed class NumberOrWord : JsonConverter<ParameterValue>
{
    public override ParameterValue Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException();

    public override void Write(Utf8JsonWriter writer, ParameterValue value, JsonSerializerOptions options)
    {
        if (value.Number is { } number)
        {
            writer.WriteNumberValue(number);
        }
        else
        {
            writer.WriteStringValue(value.Text);
        }
    }
}
