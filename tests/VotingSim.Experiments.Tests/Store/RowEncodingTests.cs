using VotingSim.Experiments.Plan;
using VotingSim.Experiments.Store;
using VotingSim.Grains;

namespace VotingSim.Experiments.Tests.Store;

public class RowEncodingTests(RunFixture runs)
{
    [Fact]
    public async Task Every_value_of_every_column_reads_back_to_the_last_bit()
    {
        var plan = RunFixture.Plan(replications: 5000);
        var folder = await runs.RunAsync(plan, new());
        var schema = new RunSchema(plan);
        foreach (var arm in plan.Arms)
        {
            var result = (await runs.Grains.GetGrain<IChairGrain>($"encoding-{arm.Id}").DeliberateAsync(new(arm.Id, arm.Terms, new(0, 5000), 0))).Result;
            await using var rows = await ParquetRows.OpenAsync(folder.RowsOf(RunLayout.Of(plan).Parts[arm.Index]));
            rows.Schema.DataFields.Select(field => field.Name).ShouldBe(schema.Columns.Select(column => column.Name));
            foreach (var column in schema.Columns)
            {
                switch (column)
                {
                    case RunColumn.OfWords words:
                        (await rows.TextsAsync(column.Name)).ShouldBe(words.Values(arm, result));
                        (await rows.LettersAsync(column.Name)).Select(letters => letters.ToString()).ShouldBe(words.Values(arm, result));
                        break;
                    case RunColumn.OfFlags flags:
                        (await rows.NumbersAsync(column.Name)).ShouldBe(flags.Values(arm, result).Select(flag => flag ? 1.0 : 0.0));
                        break;
                    case RunColumn.OfCounts counts:
                        (await rows.NumbersAsync(column.Name)).ShouldBe(counts.Values(arm, result).Select(count => (double)count));
                        break;
                    case RunColumn.OfNumbers numbers:
                        (await rows.NumbersAsync(column.Name)).Select(BitsOf).ShouldBe(numbers.Values(arm, result).Select(BitsOf));
                        break;
                }
            }
        }
    }

    [Fact]
    public async Task Rows_take_at_most_seventy_bytes_and_one_issue_more_at_most_sixteen()
    {
        var plan = RunFixture.Plan(replications: 20_000);
        var folder = await runs.RunAsync(plan, new());
        foreach (var part in RunLayout.Of(plan).Parts)
        {
            // Both crises' issues are columns of every row: two outcomes and two shifts.
            (new FileInfo(folder.RowsOf(part)).Length / (double)part.Count).ShouldBeLessThan(70 + 16);
        }
    }

    private static long BitsOf(double value) => double.IsNaN(value) ? long.MinValue : BitConverter.DoubleToInt64Bits(value);
}
