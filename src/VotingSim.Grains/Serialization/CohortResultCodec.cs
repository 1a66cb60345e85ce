using System.Buffers;
using System.Runtime.InteropServices;
using System.Text.Json;
using Orleans.Serialization.Buffers;
using Orleans.Serialization.Codecs;
using Orleans.Serialization.WireProtocol;
using VotingSim.Cohorts;
using VotingSim.Deliberation;

namespace VotingSim.Grains.Serialization;

/// <summary>What came of a cohort, on the way to another process: its columns one after another, as they lie in memory.</summary>
/// <remarks>Little-endian, as every machine that the program runs on.</remarks>
[RegisterSerializer]
internal sealed class CohortResultCodec : IFieldCodec<CohortResult>
{
    // The columns whose length is the cohort's, in the order in which they are written: bytes of one value, for the length of the whole.
    private const int BytesOfReplication = sizeof(bool) + sizeof(Ending) + (3 * sizeof(int)) + (3 * sizeof(ulong)) + (11 * sizeof(double));

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
        var count = value.Cohort.Count;
        var traces = value.Traces.Count == 0 ? [] : JsonSerializer.SerializeToUtf8Bytes(value.Traces, CoreJson.Options);
        var columns = value.Outcome.Length + value.Parameters.Length;
        writer.WriteVarUInt32((uint)((5 * sizeof(int)) + (count * (BytesOfReplication + (columns * sizeof(double)))) + traces.Length));
        writer.WriteUInt32(value.Cohort.First);
        writer.WriteInt32(count);
        writer.WriteInt32(value.Outcome.Length);
        writer.WriteInt32(value.Parameters.Length);
        writer.WriteInt32(traces.Length);
        Write(ref writer, value.Decided);
        Write(ref writer, value.Rounds);
        Write(ref writer, value.Endings);
        Write(ref writer, value.WaitDays);
        Write(ref writer, value.Days);
        WriteAll(ref writer, value.Outcome);
        Write(ref writer, value.Supporters);
        Write(ref writer, value.Objectors);
        Write(ref writer, value.OptedOut);
        Write(ref writer, value.AgreementIndex);
        Write(ref writer, value.RiceIndex);
        Write(ref writer, value.OpeningCohesion);
        Write(ref writer, value.PositionalCohesion);
        Write(ref writer, value.Polarization);
        Write(ref writer, value.Outvoted);
        Write(ref writer, value.Coverage);
        Write(ref writer, value.Content);
        Write(ref writer, value.MeanUtility);
        Write(ref writer, value.MinimumUtility);
        Write(ref writer, value.Inequality);
        WriteAll(ref writer, value.Parameters);
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
        var (outcome, parameters) = (new double[reader.ReadInt32()][], new double[reader.ReadInt32()][]);
        var traces = reader.ReadInt32();

        // Object initializers run in the order in which they are written: that of the columns.
        return new()
        {
            Cohort = cohort,
            Decided = Read<bool, TInput>(ref reader, cohort.Count),
            Rounds = Read<int, TInput>(ref reader, cohort.Count),
            Endings = Read<Ending, TInput>(ref reader, cohort.Count),
            WaitDays = Read<int, TInput>(ref reader, cohort.Count),
            Days = Read<double, TInput>(ref reader, cohort.Count),
            Outcome = ReadAll(ref reader, outcome, cohort.Count),
            Supporters = Read<ulong, TInput>(ref reader, cohort.Count),
            Objectors = Read<ulong, TInput>(ref reader, cohort.Count),
            OptedOut = Read<ulong, TInput>(ref reader, cohort.Count),
            AgreementIndex = Read<double, TInput>(ref reader, cohort.Count),
            RiceIndex = Read<double, TInput>(ref reader, cohort.Count),
            OpeningCohesion = Read<double, TInput>(ref reader, cohort.Count),
            PositionalCohesion = Read<double, TInput>(ref reader, cohort.Count),
            Polarization = Read<double, TInput>(ref reader, cohort.Count),
            Outvoted = Read<int, TInput>(ref reader, cohort.Count),
            Coverage = Read<double, TInput>(ref reader, cohort.Count),
            Content = Read<double, TInput>(ref reader, cohort.Count),
            MeanUtility = Read<double, TInput>(ref reader, cohort.Count),
            MinimumUtility = Read<double, TInput>(ref reader, cohort.Count),
            Inequality = Read<double, TInput>(ref reader, cohort.Count),
            Parameters = ReadAll(ref reader, parameters, cohort.Count),
            Traces = traces == 0 ? [] : JsonSerializer.Deserialize<TracedRound[]>(Read<byte, TInput>(ref reader, traces), CoreJson.Options)!,
        };
    }

    private static double[][] ReadAll<TInput>(ref Reader<TInput> reader, double[][] columns, int count)
    {
        for (var column = 0; column < columns.Length; column++)
        {
            columns[column] = Read<double, TInput>(ref reader, count);
        }

        return columns;
    }

    private static void WriteAll<TBufferWriter>(ref Writer<TBufferWriter> writer, double[][] columns)
        where TBufferWriter : IBufferWriter<byte>
    {
        foreach (var column in columns)
        {
            Write(ref writer, column);
        }
    }

    private static void Write<TBufferWriter, T>(ref Writer<TBufferWriter> writer, T[] column)
        where TBufferWriter : IBufferWriter<byte>
        where T : unmanaged => writer.Write(MemoryMarshal.AsBytes(column.AsSpan()));

    private static T[] Read<T, TInput>(ref Reader<TInput> reader, int length)
        where T : unmanaged
    {
        var column = new T[length];
        reader.ReadBytes(MemoryMarshal.AsBytes(column.AsSpan()));
        return column;
    }
}
