using System.Buffers;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Text.Json;
using Orleans.Serialization.Buffers;
using Orleans.Serialization.Codecs;
using Orleans.Serialization.WireProtocol;
using VotingSim.Cohorts;
using VotingSim.Deliberation;

namespace VotingSim.Grains.Serialization;

/// <summary>What came of a cohort, on the way to another process: its columns one after another, as they lie in memory.</summary>
/// <remarks>Every array of the result is a column, every list of arrays some columns, and a new one needs no line here. They go in the
/// order of their names. Little-endian, as every machine that the program runs on.</remarks>
[RegisterSerializer]
internal sealed class CohortResultCodec : IFieldCodec<CohortResult>
{
    private static readonly PropertyInfo[] Arrays =
        [
            .. typeof(CohortResult).GetProperties().Where(property => property.PropertyType.IsArray)
                .OrderBy(property => property.Name, StringComparer.Ordinal),
        ];

    private static readonly PropertyInfo[] Columns = [.. Arrays.Where(property => !ElementOf(property).IsArray)];
    private static readonly PropertyInfo[] ColumnLists = [.. Arrays.Where(property => ElementOf(property).IsArray)];

    public void WriteField<TBufferWriter>(ref Writer<TBufferWriter> writer, uint fieldIdDelta, Type? expectedType, CohortResult? value)
        where TBufferWriter : IBufferWriter<byte>
    {
        if (value is null)
        {
            ReferenceCodec.WriteNullReference(ref writer, fieldIdDelta); // a room that goes on
            return;
        }

        ReferenceCodec.MarkValueField(writer.Session);
        writer.WriteFieldHeader(fieldIdDelta, expectedType, typeof(CohortResult), WireType.LengthPrefixed);
        Array[] columns = [.. Columns.Select(property => (Array)property.GetValue(value)!)];
        Array[][] lists = [.. ColumnLists.Select(property => (Array[])property.GetValue(value)!)];
        var traces = value.Traces.Count == 0 ? [] : JsonSerializer.SerializeToUtf8Bytes(value.Traces, CoreJson.Options);
        var numbers = (3 + lists.Length) * sizeof(int);
        writer.WriteVarUInt32((uint)(numbers + columns.Concat(lists.SelectMany(list => list)).Sum(SizeOf) + traces.Length));
        writer.WriteUInt32(value.Cohort.First);
        writer.WriteInt32(value.Cohort.Count);
        writer.WriteInt32(traces.Length);
        foreach (var list in lists)
        {
            writer.WriteInt32(list.Length);
        }

        foreach (var column in columns.Concat(lists.SelectMany(list => list)))
        {
            writer.Write(BytesOf(column));
        }

        writer.Write(traces);
    }

    public CohortResult ReadValue<TInput>(ref Reader<TInput> reader, Field field)
    {
        if (field.WireType == WireType.Reference)
        {
            return ReferenceCodec.ReadReference<CohortResult, TInput>(ref reader, field)!; // null: the only reference that is written
        }

        ReferenceCodec.MarkValueField(reader.Session);
        field.EnsureWireType(WireType.LengthPrefixed);
        reader.ReadVarUInt32();
        var cohort = new Cohort(reader.ReadUInt32(), reader.ReadInt32());
        var traces = new byte[reader.ReadInt32()];
        var lists = new Array[ColumnLists.Length][];
        for (var list = 0; list < lists.Length; list++)
        {
            lists[list] = (Array[])Array.CreateInstance(ElementOf(ColumnLists[list]), reader.ReadInt32());
        }

        var result = Activator.CreateInstance<CohortResult>();
        foreach (var property in Columns)
        {
            property.SetValue(result, Read(ref reader, ElementOf(property), cohort.Count));
        }

        foreach (var (property, list) in ColumnLists.Zip(lists))
        {
            for (var index = 0; index < list.Length; index++)
            {
                list[index] = Read(ref reader, ElementOf(property).GetElementType()!, cohort.Count);
            }

            property.SetValue(result, list);
        }

        reader.ReadBytes(traces);
        return result with
        {
            Cohort = cohort,
            Traces = traces.Length == 0 ? [] : JsonSerializer.Deserialize<TracedRound[]>(traces, CoreJson.Options)!,
        };
    }

    private static Type ElementOf(PropertyInfo property) => property.PropertyType.GetElementType()!;

    private static int SizeOf(Array column) => BytesOf(column).Length;

    private static Span<byte> BytesOf(Array column) =>
        MemoryMarshal.CreateSpan(ref MemoryMarshal.GetArrayDataReference(column), column.Length * BytesOfOne(column.GetType().GetElementType()!));

    private static int BytesOfOne(Type element) => Type.GetTypeCode(element) switch
    {
        TypeCode.Boolean or TypeCode.Byte or TypeCode.SByte => 1,
        TypeCode.Int32 or TypeCode.UInt32 or TypeCode.Single => sizeof(int),
        TypeCode.Int64 or TypeCode.UInt64 or TypeCode.Double => sizeof(long),
        _ => throw new NotSupportedException($"A column of a cohort's result holds numbers or enumerations, and not {element}."),
    };

    private static Array Read<TInput>(ref Reader<TInput> reader, Type element, int length)
    {
        var column = Array.CreateInstance(element, length);
        reader.ReadBytes(BytesOf(column));
        return column;
    }
}
