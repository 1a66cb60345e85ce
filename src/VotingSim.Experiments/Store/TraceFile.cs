using Parquet;
using Parquet.Schema;
using VotingSim.Deliberation;
using VotingSim.Experiments.Plan;

namespace VotingSim.Experiments.Store;

/// <summary>The traces of an arm as a Parquet file: a row per replication, round and member.</summary>
internal static class TraceFile
{
    /// <summary>Commits the traces of an arm.</summary>
    public static Task CommitAsync(ResultsFolder folder, Arm arm, IReadOnlyList<TracedRound> rounds) =>
        ResultsFolder.CommitAsync(Path.Combine(folder.Traces, $"{arm.Index:00000}-{arm.Id}.parquet"), stream => WriteAsync(stream, arm, rounds));

    private static async Task WriteAsync(Stream stream, Arm arm, IReadOnlyList<TracedRound> rounds)
    {
        var (members, issues) = (arm.Terms.Roster.Members, arm.Terms.Crisis.Issues);
        var rows = rounds.SelectMany(round => members.Select((_, seat) => (round, seat))).ToArray();
        (DataField Field, Func<ParquetRowGroupWriter, DataField, Task> Write)[] columns =
        [
            Text("arm", (_, _) => arm.Id),
            Whole("replication", (round, _) => round.Replication),
            Whole("round", (round, _) => round.Round),
            Number("day", (round, _) => round.Day),
            Undefined("majority_day", (round, _) => MajorityDay.Of(arm, round)),
            Number("urgency", (round, _) => round.Urgency),
            Text("member", (_, seat) => members[seat].Code),
            .. issues.Select((issue, index) => Number($"opinion_{issue.Name}", (round, seat) => round.Opinions[(seat * issues.Length) + index])),
            .. issues.Select((issue, index) => Number($"draft_{issue.Name}", (round, _) => round.Draft[index])),
            Number("margin", (round, seat) => round.Margins[seat]),
            Number("aspiration", (round, seat) => round.Aspirations[seat]),
            Text("ballot", (round, seat) => BallotLetter.Of(round.Ballots[seat]).ToString()),
            Flag("adopted", (round, _) => round.Adopted),
        ];

        var fields = columns.Select(column => column.Field).ToArray();
        await using var writer = await ParquetWriter.CreateAsync(new ParquetSchema(fields), stream, RowEncoding.For(fields));
        using var group = writer.CreateRowGroup();
        foreach (var (field, write) in columns)
        {
            await write(group, field);
        }

        group.CompleteValidate();

        (DataField, Func<ParquetRowGroupWriter, DataField, Task>) Text(string name, Func<TracedRound, int, string> value) =>
            (
                new(name, typeof(string), isNullable: false),
                (to, field) => to.WriteAsync(field, Array.ConvertAll(rows, row => value(row.round, row.seat))));

        (DataField, Func<ParquetRowGroupWriter, DataField, Task>) Whole(string name, Func<TracedRound, int, long> value) => Column(name, value);

        (DataField, Func<ParquetRowGroupWriter, DataField, Task>) Number(string name, Func<TracedRound, int, double> value) => Column(name, value);

        (DataField, Func<ParquetRowGroupWriter, DataField, Task>) Undefined(string name, Func<TracedRound, int, double> value) =>
            (new(name, typeof(double), isNullable: true), (to, field) => to.WriteAsync<double>(
                field, Array.ConvertAll(rows, row => value(row.round, row.seat) is var number && double.IsNaN(number) ? (double?)null : number)));

        (DataField, Func<ParquetRowGroupWriter, DataField, Task>) Flag(string name, Func<TracedRound, int, bool> value) => Column(name, value);

        (DataField, Func<ParquetRowGroupWriter, DataField, Task>) Column<T>(string name, Func<TracedRound, int, T> value)
            where T : struct => (
                new(name, typeof(T), isNullable: false),
                (to, field) => to.WriteAsync<T>(field, Array.ConvertAll(rows, row => value(row.round, row.seat))));
    }
}
